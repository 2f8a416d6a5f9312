package dev.parley.env;

import dev.parley.datasets.Samples;
import java.util.Arrays;
import java.util.stream.Stream;

/** One list of all environments, and samples to play them on. */
final class Environments {

  private static final Bimatrix HAWK_DOVE = Bimatrix.symmetric(2, 1, -3.5, 0);
  private static final Bimatrix UNLIKE = Bimatrix.of(1, 2, 3, 4.25, 5, -6, 7, 1e-7);

  private static final Bimatrix EVEN = ParityDilemma.standard().even();

  private Environments() {}

  /** Every environment, each by its name and with payoffs of the user's own. */
  static Stream<Dilemma> all() {
    return Stream.of(
        PrisonersDilemma.classic(),
        PrisonersDilemma.of(5, 3, 1, 0),
        new PrisonersDilemma(UNLIKE),
        ContextualPrisonersDilemma.paper(),
        ContextualPrisonersDilemma.baseline(),
        new ContextualPrisonersDilemma(HAWK_DOVE, UNLIKE),
        new ContextualPrisonersDilemma(EVEN, EVEN.mirrored()),
        new ContextualPrisonersDilemma(ContextualPrisonersDilemma.paper().even(), HAWK_DOVE),
        ParityDilemma.standard(),
        new ParityDilemma(UNLIKE, HAWK_DOVE),
        new ParityDilemma(EVEN, EVEN));
  }

  /**
   * Samples of one pixel with as many samples of each class as told; the pixel tells nothing.
   *
   * @param counts one for each class
   */
  static Samples samples(int... counts) {
    int[] labels = new int[Arrays.stream(counts).sum()];
    int next = 0;
    for (int label = 0; label < counts.length; label++) {
      Arrays.fill(labels, next, next + counts[label], label);
      next += counts[label];
    }
    return Samples.of("samples", 1, 1, counts.length, new float[labels.length], labels);
  }
}
