package dev.parley.tensor;

/**
 * What computes {@link Bounds}; as in {@link Kernels}, each method appends one computation to the
 * tape.
 */
interface BoundKernels {

  /** Of the same form as other kernels. */
  static BoundKernels of(Kernels kernels) {
    return kernels instanceof CpuKernels
        ? new CpuBounds(kernels.tape())
        : new Nd4jBounds(kernels.tape());
  }

  /** y = eˣ. */
  void exponential(Matrix x, Matrix y);

  /** y = log max(x, {@link Bounds#LEAST}). */
  void logarithm(Matrix x, Matrix y);

  /** dx (+)= dy / x where x is above {@link Bounds#LEAST}, and 0 elsewhere. */
  void logarithmGradient(Matrix x, Matrix dy, Matrix dx, boolean accumulate);

  /** y = min(max(x, low), high). */
  void clamp(Matrix x, float low, float high, Matrix y);

  /** dx (+)= dy where x is from low to high, and 0 elsewhere. */
  void clampGradient(Matrix x, float low, float high, Matrix dy, Matrix dx, boolean accumulate);

  /** c = min(a, b). */
  void minimum(Matrix a, Matrix b, Matrix c);

  /** target (+)= dy where the minimum is a, or, if so told, where it is b; of equals it is a. */
  void minimumGradient(
      Matrix a, Matrix b, boolean second, Matrix dy, Matrix target, boolean accumulate);
}
