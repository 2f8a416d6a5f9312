package dev.parley.analysis;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Two-sided p-values of rank tests. Without ties they are the library's. With ties that one has
 * only the normal approximation, which says 0.04 of five equal differences where no test of ranks
 * can be below 2 / 2⁵: for few values the distribution over all signs, or over all ways to deal the
 * values out, is counted here. Ranks of ties are averages; two-sided is twice the smaller tail.
 */
final class Ranks {

  /** The library's limits for exact values without ties. */
  private static final int MOST_PAIRS = 50;

  private static final int MOST_VALUES = 49;

  private Ranks() {}

  /** Wilcoxon's signed-rank test; 1 if all differences are zero. */
  static double signed(double[] differences) {
    if (Arrays.stream(differences).allMatch(d -> d == 0)) {
      return 1;
    }
    WilcoxonSignedRankTest.Result result = WilcoxonSignedRankTest.withDefaults().test(differences);
    if (!result.hasTiedValues() && !result.hasZeroValues()) {
      return result.getPValue();
    }
    int[] ranks = doubled(Arrays.stream(differences).map(Math::abs).toArray());
    int[] used = indices(differences, d -> d != 0).map(i -> ranks[i]).toArray();
    long observed = indices(differences, d -> d > 0).mapToLong(i -> ranks[i]).sum();
    if (differences.length > MOST_PAIRS) {
      return normal(used, observed);
    }
    double[] ways = {1};
    for (int rank : used) {
      ways = withOrWithout(ways, rank);
    }
    return twoSided(ways, (int) observed);
  }

  /**
   * A sum of ranks with random signs has the mean Σ r / 2 and the variance Σ r² / 4, whatever ties.
   * The library's has too little variance where there are zeros: it subtracts them twice.
   */
  private static double normal(int[] doubledRanks, long doubledSum) {
    double sum = Arrays.stream(doubledRanks).mapToDouble(r -> r / 2.0).sum();
    double squares = Arrays.stream(doubledRanks).mapToDouble(r -> r / 2.0 * r / 2.0).sum();
    double off = Math.max(0, Math.abs(doubledSum / 2.0 - sum / 2) - 0.5);
    double z = off / Math.sqrt(squares / 4);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }

  private static IntStream indices(double[] values, DoublePredicate chosen) {
    return IntStream.range(0, values.length).filter(i -> chosen.test(values[i]));
  }

  /** The test of Mann and Whitney; 1 if all values are the same. */
  static double twoSamples(double[] a, double[] b) {
    double[] all = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    if (Arrays.stream(all).allMatch(value -> value == all[0])) {
      return 1;
    }
    MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults().test(a, b);
    if (!result.hasTiedValues() || Math.max(a.length, b.length) > MOST_VALUES) {
      return result.getPValue();
    }
    int[] ranks = doubled(all);
    int observed = Arrays.stream(ranks, 0, a.length).sum();
    return twoSided(waysToDraw(a.length, ranks), observed);
  }

  /** How many sets of {@code size} ranks have each sum. */
  private static double[] waysToDraw(int size, int[] ranks) {
    double[][] ways = new double[size + 1][Arrays.stream(ranks).sum() + 1];
    ways[0][0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int k = size; k > 0; k--) {
        for (int sum = reached; sum >= rank; sum--) {
          ways[k][sum] += ways[k - 1][sum - rank];
        }
      }
    }
    return ways[size];
  }

  /** From how many sets have each sum, the same with one more rank that may be in the set. */
  private static double[] withOrWithout(double[] ways, int rank) {
    double[] more = Arrays.copyOf(ways, ways.length + rank);
    for (int sum = 0; sum < ways.length; sum++) {
      more[sum + rank] += ways[sum];
    }
    return more;
  }

  private static double twoSided(double[] ways, int observed) {
    double below = Arrays.stream(ways, 0, observed + 1).sum();
    double above = Arrays.stream(ways, observed, ways.length).sum();
    return Math.min(1, 2 * Math.min(below, above) / Arrays.stream(ways).sum());
  }

  /** Twice the ranks: whole numbers, for ties too. */
  private static int[] doubled(double[] values) {
    return Arrays.stream(new NaturalRanking().apply(values))
        .mapToInt(rank -> (int) Math.rint(2 * rank))
        .toArray();
  }
}
