package dev.parley.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was said: messages of one vocabulary, each a sequence of symbols with a length of its own.
 * Every measure of messages reads this type, so that where a message ends is decided once, here.
 *
 * <p>A symbol is a number from 0 to vocabulary - 1. If one of them ends a message, a message is
 * what comes before it: neither the end nor what follows is part of the message, whoever reads it.
 * A message may be empty. Immutable.
 */
public final class Messages {

  /** What stands at a position that a message does not reach. */
  public static final int ABSENT = -1;

  /** What an empty message is written as. */
  public static final String EMPTY = "(empty)";

  private final int[][] symbols;
  private final int vocabulary;
  private final int longest;

  private Messages(int[][] symbols, int vocabulary) {
    this.symbols = symbols;
    this.vocabulary = vocabulary;
    this.longest = Arrays.stream(symbols).mapToInt(row -> row.length).max().orElse(0);
  }

  /**
   * Messages that are said to their last symbol.
   *
   * @param symbols one message a row, in order; copied
   * @param vocabulary how many symbols there are; 1 or more
   * @throws IllegalArgumentException if a symbol is not in the vocabulary
   */
  public static Messages of(int[][] symbols, int vocabulary) {
    return new Messages(checked(symbols, vocabulary), vocabulary);
  }

  /**
   * Messages that end before the first {@code end}, or with their row if there is none.
   *
   * @param symbols one message a row; what follows an end is not looked at, but must be symbols
   * @param vocabulary how many symbols there are, the end included; 1 or more
   * @param end the symbol that ends a message
   * @throws IllegalArgumentException if a symbol, or the end, is not in the vocabulary
   */
  public static Messages ending(int[][] symbols, int vocabulary, int end) {
    require("end", end, vocabulary);
    int[][] whole = checked(symbols, vocabulary);
    int[][] cut = new int[whole.length][];
    Arrays.setAll(cut, i -> Arrays.copyOf(whole[i], lengthBefore(end, whole[i])));
    return new Messages(cut, vocabulary);
  }

  private static int lengthBefore(int end, int[] row) {
    int length = 0;
    while (length < row.length && row[length] != end) {
      length++;
    }
    return length;
  }

  private static int[][] checked(int[][] symbols, int vocabulary) {
    if (vocabulary < 1) {
      throw new IllegalArgumentException("vocabulary: got " + vocabulary + ", allowed: 1 or more");
    }
    int[][] copy = new int[symbols.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = symbols[i].clone();
      for (int symbol : copy[i]) {
        require("symbol of message " + i, symbol, vocabulary);
      }
    }
    return copy;
  }

  private static void require(String name, int symbol, int vocabulary) {
    if (symbol < 0 || symbol >= vocabulary) {
      throw new IllegalArgumentException(
          name + ": got " + symbol + ", allowed: 0 to " + (vocabulary - 1));
    }
  }

  /** How many messages there are. */
  public int size() {
    return symbols.length;
  }

  /** How many symbols there are to choose from, the end included if there is one. */
  public int vocabulary() {
    return vocabulary;
  }

  /** Symbols of the longest message. */
  public int longest() {
    return longest;
  }

  /** Symbols of a message. */
  public int length(int message) {
    return symbols[message].length;
  }

  /** A symbol of a message; {@link #ABSENT} from its end on. */
  public int symbol(int message, int position) {
    int[] row = symbols[message];
    return position < row.length ? row[position] : ABSENT;
  }

  /** The symbols of a message, in a new array. */
  public int[] symbols(int message) {
    return symbols[message].clone();
  }

  /** What each message has at a position; {@link #ABSENT} where it has ended. */
  public int[] at(int position) {
    return IntStream.range(0, size()).map(i -> symbol(i, position)).toArray();
  }

  /** How often each symbol of the vocabulary was said, in all messages together. */
  public long[] symbolCounts() {
    long[] counts = new long[vocabulary];
    for (int[] row : symbols) {
      for (int symbol : row) {
        counts[symbol]++;
      }
    }
    return counts;
  }

  /**
   * Messages as numbers: equal messages have equal numbers, counted from 0 in the order in which
   * they first occur.
   */
  public int[] types() {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int[] types = new int[size()];
    for (int i = 0; i < types.length; i++) {
      List<Integer> key = Arrays.stream(symbols[i]).boxed().toList();
      types[i] = numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return types;
  }

  /** How many different messages there are among {@link #types}. */
  public static int kinds(int[] types) {
    return Arrays.stream(types).max().orElse(-1) + 1;
  }

  /** The messages of these rows, in this order; a row may come more than once. */
  public Messages rows(int... rows) {
    int[][] chosen = new int[rows.length][];
    Arrays.setAll(chosen, i -> symbols[rows[i]]);
    return new Messages(chosen, vocabulary);
  }

  /** The messages from row {@code from} to row {@code to - 1}. */
  public Messages range(int from, int to) {
    return new Messages(Arrays.copyOfRange(symbols, from, to), vocabulary);
  }

  /** A message as text: its symbols, separated by spaces. */
  public String text(int message) {
    return text(symbols[message]);
  }

  private static String text(int[] row) {
    return row.length == 0
        ? EMPTY
        : Arrays.stream(row).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  /** All messages as texts. */
  public List<String> texts() {
    return Arrays.stream(symbols).map(Messages::text).toList();
  }

  @Override
  public String toString() {
    return size() + " messages of at most " + longest + " of " + vocabulary + " symbols";
  }
}
