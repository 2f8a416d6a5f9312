package dev.parley.analysis;

/** How far apart two meanings are that are values of the same attributes. */
public enum AttributeDistance {

  /** The number of attributes in which they differ. */
  HAMMING,

  /**
   * One minus the cosine of the attributes written one-hot: the share of attributes in which they
   * differ. It ranks pairs as {@link #HAMMING} does, and so gives the same similarity.
   */
  COSINE;

  /**
   * The distance of two meanings.
   *
   * @return 0 for equal meanings, and if there are no attributes
   * @throws IllegalArgumentException if they have not as many attributes
   */
  public double between(int[] a, int[] b) {
    Labels.requireAsMany("b", b.length, "a", a.length);
    int different = 0;
    for (int i = 0; i < a.length; i++) {
      different += a[i] == b[i] ? 0 : 1;
    }
    return this == HAMMING || a.length == 0 ? different : (double) different / a.length;
  }
}
