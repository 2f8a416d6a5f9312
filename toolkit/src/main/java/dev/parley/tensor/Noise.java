package dev.parley.tensor;

import dev.parley.random.RandomStream;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Random numbers on a graph, drawn anew at each run of the program; no gradient passes. */
public final class Noise {

  private Noise() {}

  /**
   * Normal with mean 0.
   *
   * @param deviation the standard deviation, 0 or more
   * @param stream is drawn from row by row
   */
  public static Tensor normal(
      Graph graph, int rows, int columns, double deviation, RandomStream stream) {
    return drawn(graph, rows, columns, () -> deviation * stream.nextGaussian());
  }

  /**
   * Of the standard Gumbel distribution: -log(-log u). The largest of logits to each of which one
   * was added is distributed by their softmax (Gumbel, 1954).
   *
   * @param stream gives one uniform number a place, row by row
   */
  public static Tensor gumbel(Graph graph, int rows, int columns, RandomStream stream) {
    return drawn(graph, rows, columns, () -> gumbel(stream.nextDouble()));
  }

  /** A uniform number of 0, which has no logarithm, is taken for half the smallest above it. */
  private static double gumbel(double uniform) {
    return -StrictMath.log(-StrictMath.log(Math.max(uniform, 0x1p-54)));
  }

  private static Tensor drawn(Graph graph, int rows, int columns, DoubleSupplier next) {
    return graph.record(
        rows,
        columns,
        List.of(),
        (k, y) -> {
          float[] target = k.tape().hostWrite(y);
          k.tape().emit(() -> fill(target, next));
        },
        (k, g, y, dy) -> {});
  }

  private static void fill(float[] target, DoubleSupplier next) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) next.getAsDouble();
    }
  }
}
