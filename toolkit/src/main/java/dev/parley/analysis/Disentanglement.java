package dev.parley.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How far each part of a message speaks of one attribute alone (Chaabouni et al., 2020,
 * "Compositionality and generalization in emergent languages"): the mean over parts j of (I(j;
 * first) - I(j; second)) / H(j), with the two attributes of which part j tells most. The mean is
 * over parts that vary, as in EGG; to divide by all parts instead counts constant ones as 0: {@code
 * value * parts.size() / n}.
 *
 * <p>Mutual information is the plug-in estimate, as in the paper: for few messages both terms are
 * too high. With one attribute the second is 0.
 *
 * @param value from 0 to 1; 0 if it is not defined
 * @param defined whether some part varies and there is an attribute; EGG gives NaN if none does
 * @param parts those that vary, in order
 */
public record Disentanglement(double value, boolean defined, List<Part> parts) {

  /**
   * A position or a symbol.
   *
   * @param part the position, from 0, or the symbol
   * @param attribute the one of which it tells most; of equals, the first
   * @param first bits that it tells of this attribute
   * @param second bits that it tells of the one of which it tells most but for this; 0 if there is
   *     none
   * @param entropy bits of the part itself, above 0
   */
  public record Part(int part, int attribute, double first, double second, double entropy) {

    /** (first - second) / entropy, from 0 to 1. */
    public double gap() {
      return Math.min(1, (first - second) / entropy);
    }
  }

  /** Keeps a copy of the parts. */
  public Disentanglement {
    parts = List.copyOf(parts);
  }

  /**
   * Positional disentanglement: a part is a position, its value the symbol there, or that the
   * message has ended.
   *
   * @param meanings [messages, attributes], any whole numbers
   * @param messages of the same meanings
   * @throws IllegalArgumentException if there are not as many of both, or meanings differ in how
   *     many attributes they have
   */
  public static Disentanglement positional(int[][] meanings, Messages messages) {
    return of(meanings, messages, messages.longest(), messages::at);
  }

  /**
   * Bag-of-symbols disentanglement: a part is a symbol, its value how often the message has it, in
   * whatever order. All symbols of the vocabulary are counted, but never the one that ends a
   * message, which {@link Messages} has cut; EGG leaves out symbol 0 whether it ends messages or
   * not.
   *
   * @param meanings [messages, attributes], any whole numbers
   * @param messages of the same meanings
   * @throws IllegalArgumentException if there are not as many of both, or meanings differ in how
   *     many attributes they have
   */
  public static Disentanglement bagOfSymbols(int[][] meanings, Messages messages) {
    int[][] symbols =
        IntStream.range(0, messages.size()).mapToObj(messages::symbols).toArray(int[][]::new);
    return of(
        meanings,
        messages,
        messages.vocabulary(),
        v -> Arrays.stream(symbols).mapToInt(row -> count(row, v)).toArray());
  }

  private static int count(int[] row, int symbol) {
    int count = 0;
    for (int s : row) {
      count += s == symbol ? 1 : 0;
    }
    return count;
  }

  private static Disentanglement of(
      int[][] meanings, Messages messages, int parts, IntFunction<int[]> valuesOf) {
    Labels.requireAsMany("meanings", meanings.length, "messages", messages.size());
    int attributes = meanings.length == 0 ? 0 : meanings[0].length;
    for (int[] meaning : meanings) {
      Labels.requireAsMany("meaning", meaning.length, "the first has", attributes);
    }
    int[][] columns = new int[attributes][];
    Arrays.setAll(columns, k -> Arrays.stream(meanings).mapToInt(row -> row[k]).toArray());
    List<Part> varied =
        IntStream.range(0, attributes == 0 ? 0 : parts)
            .mapToObj(part -> part(part, valuesOf.apply(part), columns))
            .filter(part -> part.entropy() > 0)
            .toList();
    double mean = varied.stream().mapToDouble(Part::gap).average().orElse(0);
    return new Disentanglement(mean, !varied.isEmpty(), varied);
  }

  private static Part part(int part, int[] values, int[][] columns) {
    double entropy = Entropy.bits(values);
    int best = 0;
    double first = 0;
    double second = 0;
    for (int k = 0; k < columns.length && entropy > 0; k++) {
      double bits = MutualInformation.plugIn(values, columns[k]);
      if (bits > first) {
        second = first;
        first = bits;
        best = k;
      } else {
        second = Math.max(second, bits);
      }
    }
    return new Part(part, best, first, second, entropy);
  }
}
