package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws spectra from a fitted power law as Clauset, Shalizi and Newman (2009, section 4.1) do: as
 * many types as there were, each from the law with the tail's share of probability, else one of
 * those observed below the tail.
 */
final class SpectrumDraws {

  /** Frequencies up to this one are exact numbers; the law's few draws beyond are set to it. */
  private static final long HIGHEST = 1L << 53;

  private static final int TABLE = 4096;

  private final Spectrum spectrum;
  private final int from;
  private final long lowest;
  private final int[] below;
  private final Inversion law;
  private final long[] hits;
  private final long[] far;

  SpectrumDraws(Spectrum spectrum, Spectrum.Tail tail) {
    this.spectrum = spectrum;
    from = tail.from();
    lowest = spectrum.value(from);
    int types = Math.toIntExact(spectrum.tail(0));
    below = new int[Math.toIntExact(types - spectrum.tail(from))];
    int at = 0;
    for (int i = 0; i < from; i++) {
      int next = at + (int) spectrum.types(i);
      Arrays.fill(below, at, next, i);
      at = next;
    }
    double s = tail.exponent();
    double whole = Zeta.scaled(s, (double) lowest);
    double log = Math.log((double) lowest);
    law =
        new Inversion(
            x -> Math.exp(-s * (Math.log((double) x) - log)) * Zeta.scaled(s, (double) x) / whole,
            lowest,
            HIGHEST);
    hits = new long[from + TABLE];
    far = new long[types];
  }

  /** A spectrum of as many types. */
  Spectrum draw(RandomGenerator random) {
    int types = far.length;
    int beyond = 0;
    Arrays.fill(hits, 0);
    for (int i = 0; i < types; i++) {
      int one = random.nextInt(types);
      if (one < below.length) {
        hits[below[one]]++;
        continue;
      }
      long x = law.draw(random);
      if (x - lowest < TABLE) {
        hits[from + (int) (x - lowest)]++;
      } else {
        far[beyond++] = x;
      }
    }
    return spectrum(beyond);
  }

  private Spectrum spectrum(int beyond) {
    Arrays.sort(far, 0, beyond);
    long[] values = new long[hits.length + beyond];
    long[] types = new long[values.length];
    int size = 0;
    for (int i = 0; i < hits.length; i++) {
      if (hits[i] > 0) {
        values[size] = i < from ? spectrum.value(i) : lowest + i - from;
        types[size++] = hits[i];
      }
    }
    for (int i = 0; i < beyond; i++) {
      if (i == 0 || far[i] > far[i - 1]) {
        values[size++] = far[i];
      }
      types[size - 1]++;
    }
    return new Spectrum(Arrays.copyOf(values, size), Arrays.copyOf(types, size));
  }
}
