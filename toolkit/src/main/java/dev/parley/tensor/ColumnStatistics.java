package dev.parley.tensor;

import java.util.Arrays;

/**
 * Running means of the mean and of the variance of each column of batches:
 *
 * <pre>
 * mean = (1 - m) mean + m (mean of the batch)
 * variance = (1 - m) variance + m n / (n - 1) (variance of the batch)       n: its rows
 * </pre>
 *
 * <p>They begin at mean 0 and variance 1 (Ioffe and Szegedy, 2015, "Batch Normalization", in the
 * form that PyTorch gives it). They are arrays of the JVM, which programs read and write while they
 * run: one model's may be used by the programs of several graphs, by one thread at a time.
 */
public final class ColumnStatistics {

  private final float momentum;
  private final float[] means;
  private final float[] variances;

  /**
   * Statistics at their start.
   *
   * @param columns 1 or more
   * @param momentum m in [0, 1]: what one batch counts; 0 leaves them where they are
   */
  public ColumnStatistics(int columns, double momentum) {
    this.momentum = (float) momentum;
    this.means = new float[columns];
    this.variances = new float[columns];
    Arrays.fill(variances, 1);
  }

  /** How many columns. */
  public int columns() {
    return means.length;
  }

  /** The running means, in a new array. */
  public float[] means() {
    return means.clone();
  }

  /** The running variances, in a new array. */
  public float[] variances() {
    return variances.clone();
  }

  /**
   * Sets both.
   *
   * @throws IllegalArgumentException if they are more or fewer than there are columns
   */
  public void write(float[] newMeans, float[] newVariances) {
    int columns = means.length;
    if (newMeans.length != columns || newVariances.length != columns) {
      throw new IllegalArgumentException(
          newMeans.length
              + " means and "
              + newVariances.length
              + " variances for "
              + columns
              + " columns");
    }
    System.arraycopy(newMeans, 0, means, 0, columns);
    System.arraycopy(newVariances, 0, variances, 0, columns);
  }

  /** Takes in the moments of a batch of so many rows. */
  void observe(float[] mean, float[] variance, int rows) {
    float rest = 1 - momentum;
    float unbiased = momentum * rows / (rows - 1);
    for (int j = 0; j < means.length; j++) {
      means[j] = rest * means[j] + momentum * mean[j];
      variances[j] = rest * variances[j] + unbiased * variance[j];
    }
  }

  /** Copies both to where a program reads them. */
  void read(float[] mean, float[] variance) {
    System.arraycopy(means, 0, mean, 0, means.length);
    System.arraycopy(variances, 0, variance, 0, variances.length);
  }
}
