package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.List;
import java.util.OptionalInt;

/**
 * A one-shot game of two agents, a and b, whose payoffs may depend on the parity of a signal's
 * label. Labels are drawn uniformly over the classes, then an image uniformly among those of the
 * label.
 *
 * <p>Agent a sees the signal; agent b may or may not.
 */
public interface Dilemma extends Environment {

  /** The payoffs for a signal with an even label. */
  Bimatrix even();

  /** The payoffs for a signal with an odd label. */
  Bimatrix odd();

  /** Whether b sees the signal too, or only what a tells it. */
  boolean bothSee();

  /** The payoffs for a signal with this label. */
  default Bimatrix payoffs(int label) {
    return label % 2 == 0 ? even() : odd();
  }

  @Override
  default List<Role> roles() {
    List<String> actions = List.of("C", "D");
    return List.of(new Role("a", true, 0, actions), new Role("b", bothSee(), 0, actions));
  }

  @Override
  default OptionalInt topic(int label) {
    return bothSee() || even().equals(odd()) ? OptionalInt.empty() : OptionalInt.of(label % 2);
  }

  @Override
  default OptionalInt longest() {
    return OptionalInt.of(1);
  }

  @Override
  default Episodes open(Samples samples, int batch, Streams streams) {
    return new DilemmaEpisodes(this, samples, batch, streams);
  }

  @Override
  default Anchors anchors(Samples samples) {
    int classes = samples.classes();
    int evenLabels = (classes + 1) / 2;
    double evenShare = evenLabels / (double) classes;
    double uniform = mix(evenShare, even().uniform(), odd().uniform());
    double optimum = mix(evenShare, even().optimum(), odd().optimum());
    double constant = Double.NEGATIVE_INFINITY;
    double blind = Double.NEGATIVE_INFINITY;
    for (int b = 0; b < 2; b++) {
      for (int a = 0; a < 2; a++) {
        constant = Math.max(constant, mix(evenShare, joint(even(), a, b), joint(odd(), a, b)));
      }
      blind = Math.max(blind, mix(evenShare, bestAgainst(even(), b), bestAgainst(odd(), b)));
    }
    return new Anchors(uniform, constant, bothSee() ? optimum : blind, optimum);
  }

  private static double joint(Bimatrix game, int a, int b) {
    return game.payoff(a, b).joint();
  }

  private static double bestAgainst(Bimatrix game, int b) {
    return Math.max(joint(game, 0, b), joint(game, 1, b));
  }

  private static double mix(double evenShare, double even, double odd) {
    return evenShare * even + (1 - evenShare) * odd;
  }
}
