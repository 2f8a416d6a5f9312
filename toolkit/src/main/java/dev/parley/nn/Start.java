package dev.parley.nn;

import dev.parley.random.RandomStream;
import java.util.Arrays;

/** How the parameters of a layer begin. */
@FunctionalInterface
public interface Start {

  /**
   * Draws initial values.
   *
   * @return row-major, rows times columns floats
   */
  float[] values(int rows, int columns, RandomStream stream);

  /** Uniform from -bound to bound. */
  static Start uniform(double bound) {
    return (rows, columns, stream) -> Initial.uniform(rows * columns, bound, stream);
  }

  /** Orthogonal, see {@link Initial#orthogonal}. */
  static Start orthogonal(double gain) {
    return (rows, columns, stream) -> Initial.orthogonal(rows, columns, gain, stream);
  }

  /** The same number in every place; nothing is drawn. */
  static Start constant(double value) {
    return (rows, columns, stream) -> {
      float[] values = new float[rows * columns];
      Arrays.fill(values, (float) value);
      return values;
    };
  }

  /**
   * The values of several matrices side by side, each drawn on its own, the left one first: those
   * of the gates of a recurrent layer.
   *
   * @return row-major, rows times (gates columns) floats
   */
  default float[] gates(int gates, int rows, int columns, RandomStream stream) {
    float[] all = new float[rows * gates * columns];
    for (int gate = 0; gate < gates; gate++) {
      float[] one = values(rows, columns, stream);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(one, row * columns, all, (row * gates + gate) * columns, columns);
      }
    }
    return all;
  }
}
