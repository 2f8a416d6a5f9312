package dev.parley.analysis;

/** Normalised mutual information: how far two ways to group the same things agree. */
public final class Nmi {

  private Nmi() {}

  /**
   * I(A; B) by the arithmetic mean of H(A) and H(B), the default of scikit-learn (Vinh, Epps and
   * Bailey, 2010, "NMI sum"). It is not corrected for chance: many small clusters raise it.
   *
   * @param a the group of each thing, any whole numbers
   * @param b the other group of each
   * @return from 0 to 1, the latter for the same groups by whatever names; 1 too if both have one
   *     group, or there is nothing; 0 if one of them has one group
   * @throws IllegalArgumentException if there are not as many of both
   */
  public static double of(int[] a, int[] b) {
    double information = MutualInformation.plugIn(a, b);
    double mean = (Entropy.bits(a) + Entropy.bits(b)) / 2;
    return mean == 0 ? 1 : Math.min(1, information / mean);
  }
}
