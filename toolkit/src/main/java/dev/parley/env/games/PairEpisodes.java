package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.List;

/**
 * Episodes of two agents each of whom sees an image of its own, drawn uniformly among all samples,
 * and of so many steps.
 */
abstract class PairEpisodes implements Episodes {

  /** The samples. */
  final Samples samples;

  /** What both have earned in the last step: [batch]. */
  final double[] rewards;

  private final int[][] signals;
  private final int steps;
  private final RandomStream images;
  private int step;

  /**
   * No episodes yet.
   *
   * @param classes labels that the game is made for
   * @throws PlanException if the samples have more
   */
  PairEpisodes(Samples samples, int classes, int steps, int batch, Streams streams) {
    if (samples.classes() > classes) {
      throw new PlanException(
          List.of(
              Problem.with("dataset")
                  .got(samples.classes() + " classes")
                  .allowed("at most " + classes + ", as the game has")
                  .hint("classes(" + samples.classes() + ") makes the game larger")));
    }
    this.samples = samples;
    this.steps = steps;
    images = streams.stream("images");
    signals = new int[2][batch];
    rewards = new double[batch];
    step = steps;
  }

  /** Draws what an episode has besides its images. */
  void draw() {}

  /** What happens in a step, counted from 0. */
  abstract void happens(int now, Actions actions);

  @Override
  public final int batch() {
    return rewards.length;
  }

  @Override
  public final void reset() {
    for (int e = 0; e < rewards.length; e++) {
      signals[0][e] = images.nextInt(samples.count());
      signals[1][e] = images.nextInt(samples.count());
    }
    draw();
    Arrays.fill(rewards, 0);
    step = 0;
  }

  @Override
  public final int signal(int episode) {
    return signals[0][episode];
  }

  @Override
  public final int signal(int agent, int episode) {
    return signals[agent][episode];
  }

  /** The label of what an agent sees. */
  final int label(int agent, int episode) {
    return samples.label(signals[agent][episode]);
  }

  /** Steps that have been taken. */
  final int taken() {
    return step;
  }

  @Override
  public final void step(Actions actions) {
    if (step < steps) {
      happens(step, actions);
      step++;
    }
  }

  @Override
  public final double reward(int agent, int episode) {
    return rewards[episode];
  }

  @Override
  public final boolean over(int episode) {
    return step >= steps;
  }

  @Override
  public void keep(State state) {
    state.stream("images", images);
  }
}
