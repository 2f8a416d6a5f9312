package dev.parley.train;

import dev.parley.datasets.Samples;
import dev.parley.env.Episodes;
import dev.parley.random.Streams;

/**
 * What a learner is given to work with.
 *
 * @param setup the shared settings
 * @param train the samples that it may learn from
 * @param evaluation the samples that it is judged on
 * @param streams all its randomness
 * @param log where it writes the numbers of each round
 * @param callbacks who is to be called of steps and episodes that it learns from
 */
public record Stage(
    Setup setup,
    Samples train,
    Samples evaluation,
    Streams streams,
    RoundLog log,
    Callbacks callbacks) {

  /** A stage of which nobody is called. */
  public Stage(Setup setup, Samples train, Samples evaluation, Streams streams, RoundLog log) {
    this(setup, train, evaluation, streams, log, Callbacks.none());
  }

  /** Training episodes: {@code batch} at a time, signals from the training samples. */
  public Episodes episodes() {
    return setup.environment().open(train, setup.batch(), streams.child("episodes"));
  }

  /**
   * Episodes of an evaluation, {@code batch} at a time, not yet begun: signals from the evaluation
   * samples, and the same episodes at each call.
   *
   * @param from how many episodes of the evaluation come before them
   */
  public Episodes evaluationEpisodes(int from) {
    Streams own = streams.child("evaluation").child("episodes from " + from);
    return setup.environment().open(evaluation, setup.batch(), own);
  }
}
