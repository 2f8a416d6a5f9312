package dev.parley.nn;

import dev.parley.random.RandomStream;

/** Initial values of parameters. */
public final class Initial {

  private Initial() {}

  /** Uniform from -bound to bound. */
  public static float[] uniform(int length, double bound, RandomStream stream) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) ((2 * stream.nextDouble() - 1) * bound);
    }
    return values;
  }

  /**
   * Orthogonal: the rows of a wide matrix, or the columns of a tall one, are at right angles and
   * all as long as {@code gain} (Saxe, McClelland and Ganguli, 2014). Evenly distributed over all
   * such matrices: standard normal numbers, made orthonormal one after the other (Gram and Schmidt,
   * twice).
   *
   * @return row-major, rows times columns floats
   */
  public static float[] orthogonal(int rows, int columns, double gain, RandomStream stream) {
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] basis = new double[count][];
    for (int i = 0; i < count; i++) {
      basis[i] = Orthogonal.next(basis, i, length, stream);
    }
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      int column = i % columns;
      values[i] = (float) (gain * (rows <= columns ? basis[row][column] : basis[column][row]));
    }
    return values;
  }

  /** Normal with mean 0 and the given standard deviation. */
  public static float[] normal(int length, double deviation, RandomStream stream) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (stream.nextGaussian() * deviation);
    }
    return values;
  }
}
