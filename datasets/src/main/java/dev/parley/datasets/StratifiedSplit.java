package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Holds out the same share of every class, by the shuffle of Fisher and Yates (1938), stopped when
 * it has enough.
 */
final class StratifiedSplit {

  private static final double MOST = 0.9;

  private StratifiedSplit() {}

  static Samples.Split of(Samples samples, double holdout, RandomGenerator random) {
    if (!(holdout >= 0 && holdout <= MOST)) {
      throw new SettingException(
          Problem.with("holdout")
              .got(holdout)
              .allowed("0 to " + MOST)
              .hint("the share of the samples that is kept for evaluation"));
    }
    if (holdout == 0) {
      return new Samples.Split(samples, samples);
    }
    boolean[] held = new boolean[samples.count()];
    for (int label = 0; label < samples.classes(); label++) {
      int[] members = samples.ofClass(label).clone();
      int share = share(samples, label, holdout);
      for (int i = 0; i < share; i++) {
        int j = i + below(members.length - i, random);
        int drawn = members[j];
        members[j] = members[i];
        members[i] = drawn;
        held[drawn] = true;
      }
    }
    return new Samples.Split(
        side(samples, " (train)", held, false), side(samples, " (evaluation)", held, true));
  }

  private static int share(Samples samples, int label, double holdout) {
    int count = samples.ofClass(label).length;
    int share = (int) Math.round(count * holdout);
    if (share < 1 || share >= count) {
      throw new DataException(
          Problem.with(samples.name())
              .got(share + " of the " + count + " samples of class " + label + " held out")
              .allowed("at least 1 of every class on both sides")
              .fact("holdout", String.valueOf(holdout))
              .hint("hold out another share, or nothing, or use more samples"));
    }
    return share;
  }

  /**
   * Uniform in 0 to {@code bound - 1}: 63 bits, drawn again where the last incomplete block of
   * bounds begins.
   */
  private static int below(int bound, RandomGenerator random) {
    while (true) {
      long bits = random.nextLong() >>> 1;
      long value = bits % bound;
      if (bits - value <= Long.MAX_VALUE - (bound - 1)) {
        return (int) value;
      }
    }
  }

  private static Samples side(Samples samples, String suffix, boolean[] held, boolean side) {
    int[] chosen = IntStream.range(0, held.length).filter(i -> held[i] == side).toArray();
    return samples.select(samples.name() + suffix, chosen);
  }
}
