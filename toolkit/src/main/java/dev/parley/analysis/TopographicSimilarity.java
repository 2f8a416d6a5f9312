package dev.parley.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Topographic similarity (Brighton and Kirby, 2006; Lazaridou et al., 2018): Spearman's correlation
 * of the distance between two meanings and the distance between their messages, over all pairs.
 * Ties, of which there are many, have average ranks. The value depends on both distances: name
 * them. The core of EGG takes {@link AttributeDistance#HAMMING} and {@link
 * MessageDistance#LEVENSHTEIN_BY_MEAN}, which are what is taken here if none are named.
 *
 * <p>All pairs are counted if there are at most 50,000,000 pairs of different items, of attributes
 * and messages of 63 symbols or fewer; equal items are counted together, however many. Otherwise,
 * and of vectors, all if they are at most 1,000,000, and else that many random ones.
 *
 * <p>The interval, of level 0.95, is over items, not over pairs, which are not independent: the
 * jackknife that leaves out one item (Tukey, 1958; Arvesen, 1969), to first order. It is what a
 * bootstrap over items comes to for many of them, without its randomness and without pairs of an
 * item with its own copy, which would raise ρ. The squared standard error is (n - 1) / (n (n - 2)²)
 * Σ u², with u the influence of an item on the correlation, all ranks that it moves included; the
 * interval is Student's t around Fisher's z = artanh ρ. It tells what other items of the same kind
 * would have given. Episodes that repeat a meaning are items too: pass each meaning once for an
 * interval over meanings.
 *
 * @param rho from -1 to 1, the higher the more alike are messages of like meanings; 0 if it is not
 *     defined
 * @param low the lower end; -1 if nothing is defined
 * @param high the upper end; 1 if nothing is defined
 * @param defined whether two different distances occur between meanings, and between messages: if
 *     not, as of a constant message, or fewer than three items, there is no correlation
 * @param items how many messages there are
 * @param pairs how many pairs were counted
 * @param sampled whether they are a random sample of all pairs
 */
public record TopographicSimilarity(
    double rho, double low, double high, boolean defined, long items, long pairs, boolean sampled) {

  private static final double TAIL = 0.025;

  /** A correlation that is nearer to 1 is 1 but for rounding. */
  private static final double ROUNDING = 1e-10;

  /** With {@link AttributeDistance#HAMMING} and {@link MessageDistance#LEVENSHTEIN_BY_MEAN}. */
  public static TopographicSimilarity of(
      int[][] meanings, Messages messages, RandomGenerator random) {
    return of(
        meanings, AttributeDistance.HAMMING, messages, MessageDistance.LEVENSHTEIN_BY_MEAN, random);
  }

  /**
   * The similarity of meanings that are values of attributes.
   *
   * @param meanings [items, attributes]; a label is one attribute
   * @param messages of the same items
   * @param random what pairs are drawn from if they are too many
   * @throws IllegalArgumentException if there are not as many of both, or meanings differ in how
   *     many attributes they have
   */
  public static TopographicSimilarity of(
      int[][] meanings,
      AttributeDistance meaningDistance,
      Messages messages,
      MessageDistance messageDistance,
      RandomGenerator random) {
    Labels.requireAsMany("meanings", meanings.length, "messages", messages.size());
    for (int[] meaning : meanings) {
      Labels.requireAsMany("meaning", meaning.length, "the first has", meanings[0].length);
    }
    int[] kinds = kinds(meanings, messages);
    int[] rows = firsts(kinds);
    if (AllPairs.few(rows.length)) {
      Messages different = messages.rows(rows);
      if (messageDistance.hasRows(different)) {
        DistanceRows x =
            new HammingRows(Arrays.stream(rows).mapToObj(i -> meanings[i]).toArray(int[][]::new));
        DistanceRows y = messageDistance.rows(different);
        if (AllPairs.affordable(rows.length, x, y)) {
          int[] weights = new int[rows.length];
          Arrays.stream(kinds).forEach(kind -> weights[kind]++);
          return AllPairs.similarity(x, y, weights);
        }
      }
    }
    return listed(
        (a, b) -> meaningDistance.between(meanings[a], meanings[b]),
        messages,
        messageDistance,
        random);
  }

  /**
   * The similarity of meanings that are vectors. Distances are compared in single precision, so
   * that rounding does not tell equal ones apart.
   *
   * @param meanings [items, components], finite
   * @param messages of the same items
   * @param random what pairs are drawn from if they are too many
   * @throws IllegalArgumentException if there are not as many of both, meanings differ in how many
   *     components they have, or one is not finite
   */
  public static TopographicSimilarity of(
      double[][] meanings,
      VectorDistance meaningDistance,
      Messages messages,
      MessageDistance messageDistance,
      RandomGenerator random) {
    Labels.requireAsMany("meanings", meanings.length, "messages", messages.size());
    for (double[] meaning : meanings) {
      Labels.requireAsMany("meaning", meaning.length, "the first has", meanings[0].length);
      for (double component : meaning) {
        if (!Double.isFinite(component)) {
          throw new IllegalArgumentException(
              "meanings: got " + component + ", allowed: finite values");
        }
      }
    }
    return listed(
        (a, b) -> meaningDistance.between(meanings[a], meanings[b]),
        messages,
        messageDistance,
        random);
  }

  private static TopographicSimilarity listed(
      ListedPairs.Distance meanings,
      Messages messages,
      MessageDistance distance,
      RandomGenerator random) {
    int[][] symbols =
        IntStream.range(0, messages.size()).mapToObj(messages::symbols).toArray(int[][]::new);
    return ListedPairs.of(symbols.length, random)
        .similarity(meanings, (a, b) -> distance.between(symbols[a], symbols[b]));
  }

  /** Items as numbers: those with the same meaning and message have the same. */
  private static int[] kinds(int[][] meanings, Messages messages) {
    int[] types = messages.types();
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    int[] kinds = new int[types.length];
    for (int i = 0; i < kinds.length; i++) {
      List<Integer> key =
          IntStream.concat(IntStream.of(types[i]), Arrays.stream(meanings[i])).boxed().toList();
      kinds[i] = numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return kinds;
  }

  /** The first item of each kind. */
  private static int[] firsts(int[] kinds) {
    int[] reached = {0};
    return IntStream.range(0, kinds.length)
        .filter(i -> kinds[i] == reached[0])
        .peek(i -> reached[0]++)
        .toArray();
  }

  /**
   * The similarity and its interval.
   *
   * @param squares the sum of the squared influences of items
   */
  static TopographicSimilarity of(
      Spearman correlation, double squares, long items, long pairs, boolean sampled) {
    if (!correlation.defined()) {
      return new TopographicSimilarity(0, -1, 1, false, items, pairs, sampled);
    }
    double rho = correlation.rho();
    if (Math.abs(rho) > 1 - ROUNDING) {
      double sign = Math.signum(rho);
      return new TopographicSimilarity(sign, sign, sign, true, items, pairs, sampled);
    }
    double error = Math.sqrt(squares * (items - 1) / items) / (items - 2);
    double t = TDistribution.of(items - 1.0).inverseSurvivalProbability(TAIL);
    double z = Math.log((1 + rho) / (1 - rho)) / 2;
    double margin = t * error / (1 - rho * rho);
    return new TopographicSimilarity(
        rho, Math.tanh(z - margin), Math.tanh(z + margin), true, items, pairs, sampled);
  }
}
