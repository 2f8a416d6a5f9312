package dev.parley.analysis;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * What a measure of pairs is when x and y have nothing to do with each other: y is dealt out anew
 * (Fisher, 1935; Phipson and Smyth, 2010, for p).
 *
 * @param mean of the measure over the permutations
 * @param p (1 + how many permutations have as much as was observed) / (1 + permutations)
 */
record PermutationNull(double mean, double p) {

  /** Two values that differ by less than this part of them differ by rounding. */
  private static final double ROUNDING = 1e-12;

  static PermutationNull of(
      PairCounts pairs,
      ToDoubleFunction<PairCounts> measure,
      double observed,
      int permutations,
      RandomGenerator random) {
    if (permutations < 1) {
      throw new IllegalArgumentException(
          "permutations: got " + permutations + ", allowed: 1 or more, such as 200");
    }
    PairCounts dealt = pairs.copy();
    double least = observed - ROUNDING * Math.max(1, Math.abs(observed));
    double sum = 0;
    int asMuch = 0;
    for (int i = 0; i < permutations; i++) {
      dealt.shuffle(random);
      double value = measure.applyAsDouble(dealt);
      sum += value;
      asMuch += value >= least ? 1 : 0;
    }
    return new PermutationNull(sum / permutations, (1.0 + asMuch) / (1.0 + permutations));
  }
}
