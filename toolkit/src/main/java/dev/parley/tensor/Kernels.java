package dev.parley.tensor;

import org.jspecify.annotations.Nullable;

/**
 * The seam between recorded operations and what computes them: each method appends one computation
 * to the tape.
 *
 * <p>{@code accumulate} says whether the result is added to what the target holds or replaces it.
 * Shapes have been checked when a method is called. A target never shares its block with a source
 * unless the method says so; sources may share one.
 */
interface Kernels {

  /** The kernels of this process for a tape. */
  static Kernels on(Tape tape) {
    return Engine.loops() ? new CpuKernels(tape) : new Nd4jKernels(tape);
  }

  /** Where the computations are appended. */
  Tape tape();

  /** c (+)= op(a) op(b), where op transposes if told to. */
  void product(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean accumulate);

  /** y = f(y + bias) for every row of y, in place; {@code bias} is [1, columns]. */
  void finishLayer(Matrix y, Matrix bias, Activation f);

  /**
   * dy = dy f'(x) where y = f(x), in place, and bias (+)= the sum of its rows.
   *
   * @param bias [1, columns]; null if it takes no gradient
   */
  void layerGradient(Activation f, Matrix y, Matrix dy, @Nullable Matrix bias, boolean accumulate);

  /** y = f(x). */
  void activate(Activation f, Matrix x, Matrix y);

  /** dx (+)= dy f'(x), where y = f(x). */
  void activationGradient(Activation f, Matrix y, Matrix dy, Matrix dx, boolean accumulate);

  /** y = 1 where x is above 0, and 0 elsewhere. */
  void aboveZero(Matrix x, Matrix y);

  /** c (+)= factor a. */
  void scale(Matrix a, float factor, Matrix c, boolean accumulate);

  /** c (+)= a s, where s is [1, 1]; c may be a if nothing is added. */
  void scaleBy(Matrix a, Matrix s, Matrix c, boolean accumulate);

  /** c = a + b. */
  void add(Matrix a, Matrix b, Matrix c);

  /** c = a - b. */
  void subtract(Matrix a, Matrix b, Matrix c);

  /** c (+)= a b, element by element. */
  void multiply(Matrix a, Matrix b, Matrix c, boolean accumulate);

  /** c (+)= x scaled row by row by {@code column}, which is [rows, 1]. */
  void multiplyColumn(Matrix x, Matrix column, Matrix c, boolean accumulate);

  /** c (+)= x scaled column by column by {@code row}, which is [1, columns]. */
  void multiplyRow(Matrix x, Matrix row, Matrix c, boolean accumulate);

  /** The kernels of columns over a batch. */
  BatchKernels batch();

  /** column = the sum of each row of x; {@code column} is [rows, 1]. */
  void rowSums(Matrix x, Matrix column);

  /** s = factor times the sum of all of x; s is [1, 1]. */
  void sum(Matrix x, float factor, Matrix s);

  /** s = factor times the sum of all (a - b)²; s is [1, 1]. */
  void squaredDistance(Matrix a, Matrix b, float factor, Matrix s);

  /** c (+)= factor s (a - b), where s is [1, 1]. */
  void difference(Matrix a, Matrix b, float factor, Matrix s, Matrix c, boolean accumulate);

  /** c (+)= factor s in every place, where s is [1, 1]. */
  void spread(Matrix s, float factor, Matrix c, boolean accumulate);

  /** y = log softmax of each row of x. */
  void logSoftmax(Matrix x, Matrix y);

  /** dx (+)= the gradient of log softmax, where y is its result. */
  void logSoftmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate);

  /** y = softmax of each row of x. */
  void softmax(Matrix x, Matrix y);

  /** dx (+)= the gradient of softmax, where y is its result. */
  void softmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate);

  /** h = the entropy, in nats, of each row of log-probabilities y; h is [rows, 1]. */
  void entropy(Matrix y, Matrix h);

  /**
   * dy (+)= the gradient of the entropy in respect of the log-probabilities, each taken as free.
   */
  void entropyGradient(Matrix y, Matrix dh, Matrix dy, boolean accumulate);

  /** whole = the parts side by side. */
  void concatenate(Matrix[] parts, Matrix whole);

  /** part (+)= the columns of {@code whole} that begin at {@code from}. */
  void columns(Matrix whole, int from, Matrix part, boolean accumulate);

  /**
   * The columns of {@code whole} that begin at {@code from} (+)= part. The other columns become 0
   * if nothing is added.
   */
  void putColumns(Matrix part, Matrix whole, int from, boolean accumulate);

  /** y[i] = table[index[i]], row by row. */
  void gather(Matrix table, Indices index, Matrix y);

  /** table[index[i]] (+)= dy[i], row by row; rows that meet in one place are added. */
  void scatter(Matrix dy, Indices index, Matrix table, boolean accumulate);

  /** column[i] = x[i, index[i]]. */
  void pick(Matrix x, Indices index, Matrix column);

  /** dx[i, index[i]] (+)= column[i], and 0 elsewhere. */
  void put(Matrix column, Indices index, Matrix dx, boolean accumulate);

  /** c = 0. */
  void clear(Matrix c);

  /**
   * One update of Adam: the values change in place. The running means of the gradients and of their
   * squares begin at zero and belong to the kernel.
   *
   * @return where they are
   */
  UpdateState adam(Matrix values, Matrix gradients, AdamStep step);

  /**
   * One update of RMSprop: the values change in place. The running means of the gradients' squares
   * and the velocities begin at zero and belong to the kernel.
   *
   * @return where they are: first the means, then the velocities
   */
  UpdateState rmsProp(Matrix values, Matrix gradients, RmsStep step);
}
