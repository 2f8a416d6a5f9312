package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws counts from a Zipf law over finitely many ranks. */
final class RankDraws {

  private final Inversion law;
  private final long[] hits;

  /**
   * A law.
   *
   * @param every whether {@link #draw} is to give a count to every rank, in order
   */
  RankDraws(double exponent, long support, boolean every) {
    double whole = FiniteZipf.sum(exponent, support).value();
    law =
        new Inversion(
            r -> r == 1 ? 1 : 1 - FiniteZipf.sum(exponent, r - 1).value() / whole, 1, support);
    hits = new long[(int) (every ? support : Math.min(support, Inversion.MOST))];
  }

  /** So many observations: the counts of the first ranks, then those of others that occur. */
  long[] draw(long observations, RandomGenerator random) {
    Arrays.fill(hits, 0);
    long[] far = new long[16];
    int beyond = 0;
    for (long i = 0; i < observations; i++) {
      long rank = law.draw(random);
      if (rank <= hits.length) {
        hits[(int) rank - 1]++;
        continue;
      }
      far = beyond < far.length ? far : Arrays.copyOf(far, 2 * beyond);
      far[beyond++] = rank;
    }
    Arrays.sort(far, 0, beyond);
    long[] counts = Arrays.copyOf(hits, hits.length + beyond);
    int size = hits.length;
    for (int i = 0; i < beyond; i++) {
      size += i == 0 || far[i] > far[i - 1] ? 1 : 0;
      counts[size - 1]++;
    }
    return Arrays.copyOf(counts, size);
  }
}
