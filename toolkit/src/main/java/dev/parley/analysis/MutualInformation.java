package dev.parley.analysis;

import java.util.random.RandomGenerator;

/**
 * Mutual information of two observed values, in bits, with what chance alone would give.
 *
 * <p>The plug-in estimate I = H(X) + H(Y) - H(X, Y) of finite data is above 0 even where x and y
 * have nothing to do with each other, by about (K<sub>xy</sub> - K<sub>x</sub> - K<sub>y</sub> + 1)
 * / (2 n ln 2) bits (Miller, 1955; Treves and Panzeri, 1995): with many messages and few episodes
 * it is all there is. It is therefore never given alone: y is permuted, and the mean over the
 * permutations is taken off.
 *
 * <p>The counting is our own: a permutation of n pairs is two passes over arrays. Tribuo's {@code
 * InformationTheory} counts boxed values in hash maps, and its base of the logarithm is a global
 * that anybody may set; the tests take it as the independent value.
 *
 * @param bits the plug-in estimate, from 0 to the smaller entropy
 * @param nullMean the mean of the estimate over permutations of y
 * @param p the share of permutations that have as much, (1 + hits) / (1 + permutations)
 * @param entropyX plug-in entropy of x, in bits
 * @param entropyY plug-in entropy of y, in bits
 * @param pairs how many observations there are
 * @param permutations how many there were
 */
public record MutualInformation(
    double bits,
    double nullMean,
    double p,
    double entropyX,
    double entropyY,
    int pairs,
    int permutations) {

  /** How often y is permuted if nobody says how often. */
  public static final int PERMUTATIONS = 200;

  /** Bits that are none: what is left of equal sums that were added in another order. */
  private static final double ROUNDED = 1e-12;

  /** {@link #of(int[], int[], int, RandomGenerator)} with 200 permutations. */
  public static MutualInformation of(int[] x, int[] y, RandomGenerator random) {
    return of(x, y, PERMUTATIONS, random);
  }

  /**
   * The mutual information of x and y, which may be any whole numbers. If one of them is constant,
   * or there is nothing, all bits are 0 and p is 1.
   *
   * @param x one an observation
   * @param y of the same observations
   * @param permutations 1 or more; p cannot be below 1 / (1 + permutations)
   * @param random what the permutations are drawn from
   * @throws IllegalArgumentException if there are not as many y as x, or no permutations
   */
  public static MutualInformation of(int[] x, int[] y, int permutations, RandomGenerator random) {
    PairCounts pairs = PairCounts.of(x, y);
    double[] nLogN = nLogN(x.length);
    double margins = margins(pairs, nLogN);
    double observed = bits(pairs, nLogN, margins);
    PermutationNull chance =
        PermutationNull.of(
            pairs, dealt -> bits(dealt, nLogN, margins), observed, permutations, random);
    return new MutualInformation(
        observed,
        chance.mean(),
        chance.p(),
        Entropy.bits(pairs.ofX()),
        Entropy.bits(pairs.ofY()),
        x.length,
        permutations);
  }

  /**
   * The plug-in estimate alone, in bits. It is too high: see above.
   *
   * @return 0 for nothing
   * @throws IllegalArgumentException if there are not as many y as x
   */
  public static double plugIn(int[] x, int[] y) {
    PairCounts pairs = PairCounts.of(x, y);
    double[] nLogN = nLogN(x.length);
    return bits(pairs, nLogN, margins(pairs, nLogN));
  }

  /**
   * The estimate less its mean over permutations; negative where there is less than by chance, and
   * 0 where they differ by no more than sums of logarithms are rounded.
   */
  public double corrected() {
    double beyond = bits - nullMean;
    return Math.abs(beyond) < ROUNDED ? 0 : beyond;
  }

  /** I / min(H(X), H(Y)), from 0 to 1; 0 if one of them is constant. Biased as the estimate is. */
  public double normalised() {
    return ratio(Math.min(entropyX, entropyY));
  }

  /** I / H(Y), the part of y that x tells, from 0 to 1; 0 if y is constant. Biased as well. */
  public double coverage() {
    return ratio(entropyY);
  }

  private double ratio(double whole) {
    return whole > 0 ? Math.min(1, bits / whole) : 0;
  }

  private static double bits(PairCounts pairs, double[] nLogN, double margins) {
    if (pairs.kindsOfX() < 2 || pairs.kindsOfY() < 2) {
      return 0;
    }
    return Math.max(0, (pairs.sum(nLogN) - margins) / pairs.pairs());
  }

  /** What has to be taken off Σ n log₂ n of the pairs of values to leave n times I. */
  private static double margins(PairCounts pairs, double[] nLogN) {
    return PairCounts.sum(nLogN, pairs.ofX())
        + PairCounts.sum(nLogN, pairs.ofY())
        - nLogN[pairs.pairs()];
  }

  /** n log₂ n from 0 to {@code most}. */
  private static double[] nLogN(int most) {
    double[] values = new double[most + 1];
    for (int n = 2; n <= most; n++) {
      values[n] = n * Math.log(n) / Math.log(2);
    }
    return values;
  }
}
