package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.env.games.ColourDigit;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.MultiStepDigits;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.Switch;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.grid.Catch;
import dev.parley.env.grid.PredatorPrey;
import dev.parley.env.grid.TrafficJunction;
import dev.parley.env.mpe.Physics;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import java.util.Arrays;
import java.util.stream.Stream;

/** One list of all environments, and samples to play them on. */
public final class Environments {

  private static final Bimatrix HAWK_DOVE = Bimatrix.symmetric(2, 1, -3.5, 0);
  private static final Bimatrix UNLIKE = Bimatrix.of(1, 2, 3, 4.25, 5, -6, 7, 1e-7);

  private static final Bimatrix EVEN = ParityDilemma.standard().even();

  private Environments() {}

  /** Every environment, in more than one setting. */
  public static Stream<Environment> all() {
    return Stream.of(dilemmas(), particles(), games(), grids()).flatMap(each -> each);
  }

  private static Stream<Environment> particles() {
    return Stream.of(
        SimpleSpeakerListener.standard(),
        SimpleSpeakerListener.standard().physics(Physics.OLD).continuous(true).cycles(7),
        SimpleReference.standard(),
        SimpleReference.standard().physics(Physics.OLD),
        SimpleReference.standard().continuous(true).cycles(3));
  }

  private static Stream<Environment> games() {
    return Stream.of(
        SwitchRiddle.of(3),
        SwitchRiddle.of(2).by(Switch.NONE),
        SwitchRiddle.of(3).by(Switch.BULB),
        SwitchRiddle.of(4),
        LewisGame.of(2, 5),
        LewisGame.of(3, 4).holdout(0.25, Long.MIN_VALUE),
        LewisGame.of(3, 4).message(2, 9).candidates(5).holdout(0.25, -7).heldOut(true),
        LewisGame.of(1, 2).candidates(2),
        ColourDigit.standard(),
        MultiStepDigits.standard(),
        MultiStepDigits.standard().classes(5).steps(4),
        SumOfDigits.standard(),
        SumOfDigits.standard().classes(5).vocabulary(6));
  }

  private static Stream<Environment> grids() {
    return Stream.of(
        PredatorPrey.easy(),
        PredatorPrey.of(4, 2, 1, 6).reward(Catch.COOPERATIVE),
        PredatorPrey.of(3, 8, 2, 7).reward(Catch.COMPETITIVE),
        TrafficJunction.easy(),
        TrafficJunction.medium().cars(3).steps(9).vision(1).rate(0.01),
        TrafficJunction.hard().cars(4).steps(8).curriculum(0.02, 1, 3));
  }

  /** Every dilemma, each by its name and with payoffs of the user's own. */
  static Stream<Dilemma> dilemmas() {
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
