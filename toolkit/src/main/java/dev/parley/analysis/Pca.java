package dev.parley.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Principal components (Pearson, 1901): the orthogonal directions along which vectors vary most, by
 * Jacobi's method on their covariance matrix, whose divisor is n - 1, or on the products of all
 * pairs of vectors if these are fewer than their dimensions.
 *
 * <p>A direction has two signs: here the entry of the largest size, the first of equals, is
 * positive, so that equal data have equal components. Directions of equal variance are any
 * orthogonal ones of their plane, the same at each call. Immutable.
 */
public final class Pca {

  /** Components whose share is in the text. */
  private static final int SHOWN = 5;

  private final double[] mean;
  private final double[][] components;
  private final double[] variances;
  private final double[] shares;

  private Pca(double[] mean, double[][] components, double[] variances, double[] shares) {
    this.mean = mean;
    this.components = components;
    this.variances = variances;
    this.shares = shares;
  }

  /**
   * The first components of these rows, all dimensions in their own scale.
   *
   * @param rows vectors of one length d, finite; of one row, or of equal rows, all variances are 0
   *     and the components are axes. No row gives no component
   * @param most components, 1 or more; there are no more than d. The cost grows with the third
   *     power of d, or of the number of rows if these are fewer: a second or less up to 300
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Pca of(double[][] rows, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("components: got " + most + ", allowed: 1 or more");
    }
    int width = Rectangle.width(rows);
    double[] mean = mean(rows, width);
    double total = variance(rows, mean);
    int kept = Math.min(most, width);
    double[][] found =
        rows.length < width
            ? FewRows.decompose(rows, mean, kept)
            : Jacobi.decompose(covariance(rows, mean));
    double[][] components = new double[kept][];
    double[] variances = new double[kept];
    double[] shares = new double[kept];
    for (int i = 0; i < kept; i++) {
      components[i] = signed(Arrays.copyOf(found[i], width));
      variances[i] = Math.max(0, found[i][width]);
      shares[i] = total > 0 ? variances[i] / total : 0;
    }
    return new Pca(mean, components, variances, shares);
  }

  private static double[] mean(double[][] rows, int width) {
    double[] mean = new double[width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    return mean;
  }

  /** Of all dimensions together. */
  private static double variance(double[][] rows, double[] mean) {
    double sum = 0;
    for (double[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        sum += (row[j] - mean[j]) * (row[j] - mean[j]);
      }
    }
    return sum / Math.max(1, rows.length - 1);
  }

  private static double[][] covariance(double[][] rows, double[] mean) {
    int width = mean.length;
    double[][] covariance = new double[width][width];
    double divisor = Math.max(1, rows.length - 1);
    double[] centred = new double[width];
    for (double[] row : rows) {
      Arrays.setAll(centred, j -> row[j] - mean[j]);
      for (int i = 0; i < width; i++) {
        if (centred[i] != 0) {
          for (int j = 0; j <= i; j++) {
            covariance[i][j] += centred[i] * centred[j] / divisor;
          }
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static double[] signed(double[] component) {
    double largest = 0;
    for (double entry : component) {
      if (Math.abs(entry) > Math.abs(largest)) {
        largest = entry;
      }
    }
    if (largest < 0) {
      Arrays.setAll(component, j -> -component[j]);
    }
    return component;
  }

  /** The mean of the rows, in a new array. */
  public double[] mean() {
    return mean.clone();
  }

  /** Unit vectors, one a row, that of the largest variance first; in new arrays. */
  public double[][] components() {
    return Arrays.stream(components).map(double[]::clone).toArray(double[][]::new);
  }

  /** The variance along each component, in a new array. */
  public double[] variances() {
    return variances.clone();
  }

  /** The share of the whole variance that each component has; 0 if nothing varies. */
  public double[] shares() {
    return shares.clone();
  }

  /**
   * Where vectors lie along each component, seen from the mean: {@code [rows, components]}.
   *
   * @throws IllegalArgumentException if they have another length than those of the analysis
   */
  public double[][] project(double[][] rows) {
    if (rows.length > 0 && Rectangle.width(rows) != mean.length) {
      throw new IllegalArgumentException(
          "rows: got " + rows[0].length + " numbers each, allowed: " + mean.length);
    }
    double[][] places = new double[rows.length][components.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < components.length; c++) {
        for (int j = 0; j < mean.length; j++) {
          places[i][c] += (rows[i][j] - mean[j]) * components[c][j];
        }
      }
    }
    return places;
  }

  /** How many components, and the share of the variance that each has. */
  @Override
  public String toString() {
    String each =
        Arrays.stream(shares)
            .limit(SHOWN)
            .mapToObj(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
            .collect(Collectors.joining(", "));
    String more = shares.length > SHOWN ? ", ..." : "";
    return components.length
        + " of "
        + mean.length
        + " components: "
        + (each.isEmpty() ? "no rows" : each + more + " % of the variance");
  }
}
