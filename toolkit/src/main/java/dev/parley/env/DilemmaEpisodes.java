package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;

/** One-shot episodes of a dilemma. */
final class DilemmaEpisodes implements Episodes {

  private final Dilemma game;
  private final Samples samples;
  private final RandomStream labels;
  private final RandomStream images;
  private final int[] signals;
  private final double[][] rewards;
  private boolean over;

  DilemmaEpisodes(Dilemma game, Samples samples, int batch, Streams streams) {
    this.game = game;
    this.samples = samples;
    this.labels = streams.stream("labels");
    this.images = streams.stream("images");
    this.signals = new int[batch];
    this.rewards = new double[2][batch];
  }

  @Override
  public int batch() {
    return signals.length;
  }

  @Override
  public void reset() {
    for (int i = 0; i < signals.length; i++) {
      int[] candidates = samples.ofClass(labels.nextInt(samples.classes()));
      signals[i] = candidates[images.nextInt(candidates.length)];
    }
    over = false;
  }

  @Override
  public int signal(int episode) {
    return signals[episode];
  }

  @Override
  public void step(Actions actions) {
    int[] first = actions.choice(0);
    int[] second = actions.choice(1);
    for (int i = 0; i < signals.length; i++) {
      Bimatrix payoffs = game.payoffs(samples.label(signals[i]));
      Bimatrix.Payoff payoff = payoffs.payoff(first[i], second[i]);
      rewards[0][i] = payoff.first();
      rewards[1][i] = payoff.second();
    }
    over = true;
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[agent][episode];
  }

  @Override
  public boolean over(int episode) {
    return over;
  }

  @Override
  public void keep(State state) {
    state.stream("labels", labels);
    state.stream("images", images);
  }
}
