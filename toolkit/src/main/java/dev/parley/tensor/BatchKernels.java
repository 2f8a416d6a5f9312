package dev.parley.tensor;

/**
 * Those of the {@link Kernels} that run down the columns of a batch; the same promises hold. A row
 * is [1, columns].
 */
interface BatchKernels {

  /** row (+)= the sum of each column of a b, element by element; {@code row} is [1, columns]. */
  void dots(Matrix a, Matrix b, Matrix row, boolean accumulate);

  /** The mean of each column of x, and the mean squared distance from it; both are [1, columns]. */
  void moments(Matrix x, Matrix mean, Matrix variance);

  /** r = 1 / √(variance + epsilon). */
  void inverseRoot(Matrix variance, float epsilon, Matrix r);

  /** y = (x - mean) r, column by column; {@code mean} and {@code r} are [1, columns]. */
  void standardise(Matrix x, Matrix mean, Matrix r, Matrix y);

  /**
   * dx (+)= the gradient of x standardised by its own moments: r (dy - the mean of dy - y times the
   * mean of y dy), column by column.
   */
  void standardiseGradient(Matrix y, Matrix r, Matrix dy, Matrix dx, boolean accumulate);
}
