package dev.parley.analysis;

import java.util.random.RandomGenerator;

/**
 * Context independence (Bogin, Geva and Berant, 2018, "Emergence of communication in an interactive
 * world with consistent speakers"): the mean over concepts c of p(c | v) p(v | c), where v is the
 * message with the highest p(c | v). It is 1 if every concept has a message of its own and no
 * other.
 *
 * <p>Both probabilities are counted, with one concept and one message an observation, as by Lowe et
 * al. (2019), whose concepts are actions; Bogin et al. align several concepts with several symbols.
 * Of messages with equal p(c | v) the one with the highest p(v | c) is taken.
 *
 * <p>Chance does not give 0, and gives more the fewer observations there are: messages are
 * permuted.
 *
 * @param value from 0 to 1; 0 for nothing
 * @param nullMean the mean over permutations
 * @param p the share of permutations that have as much, (1 + hits) / (1 + permutations)
 * @param concepts how many different ones there were; with 0 there is nothing to measure, and with
 *     1 chance gives the same value
 */
public record ContextIndependence(double value, double nullMean, double p, int concepts) {

  /** {@link #of(int[], int[], int, RandomGenerator)} with 200 permutations. */
  public static ContextIndependence of(int[] concepts, Messages messages, RandomGenerator random) {
    return of(concepts, messages.types(), MutualInformation.PERMUTATIONS, random);
  }

  /**
   * The measure of concepts and messages, both any whole numbers.
   *
   * @param concepts such as labels, values of an attribute, or actions, one an observation
   * @param messages {@link Messages#types()}, or the symbols at a position
   * @param permutations 1 or more
   * @param random what the permutations are drawn from
   * @throws IllegalArgumentException if there are not as many of both, or no permutations
   */
  public static ContextIndependence of(
      int[] concepts, int[] messages, int permutations, RandomGenerator random) {
    PairCounts pairs = PairCounts.of(concepts, messages);
    double value = value(pairs);
    PermutationNull chance =
        PermutationNull.of(pairs, ContextIndependence::value, value, permutations, random);
    return new ContextIndependence(value, chance.mean(), chance.p(), pairs.kindsOfX());
  }

  /** The value less its mean over permutations. */
  public double corrected() {
    return value - nullMean;
  }

  private static double value(PairCounts pairs) {
    long[] sent = pairs.ofY();
    int[] together = new int[pairs.kindsOfY()];
    double sum = 0;
    for (int c = 0; c < pairs.kindsOfX(); c++) {
      int end = c + 1 < pairs.kindsOfX() ? pairs.start(c + 1) : pairs.pairs();
      for (int i = pairs.start(c); i < end; i++) {
        together[pairs.y(i)]++;
      }
      double surest = 0;
      int most = 0;
      for (int i = pairs.start(c); i < end; i++) {
        int v = pairs.y(i);
        double sure = (double) together[v] / sent[v];
        if (sure > surest || (sure == surest && together[v] > most)) {
          surest = sure;
          most = together[v];
        }
      }
      for (int i = pairs.start(c); i < end; i++) {
        together[pairs.y(i)] = 0;
      }
      sum += surest * most / (end - pairs.start(c));
    }
    return pairs.pairs() == 0 ? 0 : sum / pairs.kindsOfX();
  }
}
