package dev.parley.agent.ppo;

import dev.parley.state.State;

/**
 * Mean and spread of returns, by which a critic learns numbers near one whatever the game pays:
 * value normalisation (van Hasselt et al., 2016, in the form of Yu et al., 2022: running means
 * without a correction of the last layer). Ours are means over about the last hundred rounds.
 */
final class ReturnScale {

  private static final double DECAY = 0.99;
  private static final double LEAST_VARIANCE = 1e-8;

  private final boolean on;
  private double mean;
  private double square;
  private double weight;

  ReturnScale(boolean on) {
    this.on = on;
  }

  /** Takes the returns of a round: their mean and the mean of their squares. */
  void take(double newMean, double newSquare) {
    if (on) {
      mean = DECAY * mean + (1 - DECAY) * newMean;
      square = DECAY * square + (1 - DECAY) * newSquare;
      weight = DECAY * weight + (1 - DECAY);
    }
  }

  private double centre() {
    return weight == 0 ? 0 : mean / weight;
  }

  private double spread() {
    if (weight == 0) {
      return 1;
    }
    double centre = centre();
    return Math.sqrt(Math.max(LEAST_VARIANCE, square / weight - centre * centre));
  }

  /** A return as the critic learns it. */
  double scaled(double value) {
    return (value - centre()) / spread();
  }

  /** What the critic says as a return. */
  double returned(double scaled) {
    return scaled * spread() + centre();
  }

  void keep(State state) {
    double[] kept = state.doubles("return_scale", new double[] {mean, square, weight}, 3);
    mean = kept[0];
    square = kept[1];
    weight = kept[2];
  }
}
