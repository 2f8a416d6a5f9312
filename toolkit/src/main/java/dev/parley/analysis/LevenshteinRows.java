package dev.parley.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Levenshtein distances between all messages by bits (Myers, 1999; Hyyrö, 2003): a column of the
 * table is two words, where it rises and where it falls, and a symbol is a few operations on them.
 * As messages are short, a word holds several of them side by side (Hyyrö, Fredriksson and Navarro,
 * 2005), each with a bit to spare that takes up the carry; the words of all messages are worked
 * through together, which the compiler makes vector instructions of.
 */
final class LevenshteinRows implements DistanceRows {

  /** A message and its spare bit fit in a word. */
  static final int LONGEST = Long.SIZE - 1;

  private static final long MOST_WORDS = 1L << 24;

  private final int[][] texts;
  private final int lanes;
  private final long[][] equal;
  private final long lowest;
  private final long used;
  private final long[] own;
  private final ScaledClasses scale;

  LevenshteinRows(Messages messages, MessageDistance distance) {
    Labels symbols =
        Labels.of(
            IntStream.range(0, messages.size())
                .flatMap(i -> Arrays.stream(messages.symbols(i)))
                .toArray());
    int n = messages.size();
    int lane = messages.longest() + 1;
    this.lanes = Long.SIZE / lane;
    this.texts = new int[n][];
    this.equal = new long[symbols.kinds()][(n + lanes - 1) / lanes];
    this.own = new long[n];
    int read = 0;
    for (int i = 0; i < n; i++) {
      texts[i] = new int[messages.length(i)];
      int shift = i % lanes * lane;
      own[i] = ((1L << texts[i].length) - 1) << shift;
      for (int k = 0; k < texts[i].length; k++) {
        int symbol = symbols.code(read++);
        texts[i][k] = symbol;
        equal[symbol][i / lanes] |= 1L << (shift + k);
      }
    }
    this.lowest = inEveryLane(1, lane);
    this.used = inEveryLane((1L << messages.longest()) - 1, lane);
    this.scale = new ScaledClasses(messages, distance);
  }

  /** Whether messages are short and few enough for their tables. */
  static boolean fits(Messages messages) {
    if (messages.longest() > LONGEST) {
      return false;
    }
    long used = Arrays.stream(messages.symbolCounts()).filter(count -> count > 0).count();
    long lanes = Long.SIZE / (messages.longest() + 1);
    return used * (messages.size() / lanes + 1) <= MOST_WORDS && ScaledClasses.fit(messages);
  }

  private long inEveryLane(long bits, int lane) {
    return IntStream.range(0, lanes).mapToLong(k -> bits << (k * lane)).reduce(0, (a, b) -> a | b);
  }

  @Override
  public int classes() {
    return scale.classes();
  }

  @Override
  public void row(int item, int[] into) {
    int words = (texts.length + lanes - 1) / lanes;
    long[] rises = new long[words];
    long[] falls = new long[words];
    Arrays.fill(rises, used);
    for (int symbol : texts[item]) {
      step(equal[symbol], rises, falls);
    }
    int length = texts[item].length;
    for (int word = 0, j = 0; word < words; word++) {
      int end = Math.min(j + lanes, texts.length);
      for (; j < end; j++) {
        int up = Long.bitCount(rises[word] & own[j]);
        int down = Long.bitCount(falls[word] & own[j]);
        into[j] = scale.of(length, texts[j].length, length + up - down);
      }
    }
  }

  /** Goes on by one symbol: where a message has it, which bits rise and which fall. */
  private void step(long[] equal, long[] rises, long[] falls) {
    for (int w = 0; w < rises.length; w++) {
      long up = rises[w];
      long down = falls[w];
      long match = equal[w] | down;
      long diagonal = (((match & up) + up) ^ up) | match;
      long across = ((down | ~(up | diagonal)) << 1) | lowest;
      falls[w] = across & diagonal & used;
      rises[w] = (((up & diagonal) << 1) | ~(across | diagonal)) & used;
    }
  }
}
