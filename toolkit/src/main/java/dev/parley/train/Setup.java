package dev.parley.train;

import dev.parley.datasets.Dataset;
import dev.parley.datasets.Digits;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.nn.Schedule;

/**
 * The settings that every experiment has.
 *
 * @param seed the root of all randomness
 * @param rounds updates, each from one batch of episodes; 1 or more
 * @param batch episodes a round; 1 or more
 * @param environment the game
 * @param dataset where signals come from
 * @param holdout the share of each class that is kept for evaluation, in [0, 0.9]; 0 evaluates on
 *     the training data
 * @param learningRate of the optimiser, by round
 * @param clip the largest norm of a gradient; infinity for no limit
 * @param audit whether trained agents are examined when the rounds are over
 * @param evaluateEvery how often, and in how many episodes, agents play without learning
 * @param recordMessages of how many of the latest episodes the messages are kept
 */
public record Setup(
    long seed,
    int rounds,
    int batch,
    Environment environment,
    Dataset dataset,
    double holdout,
    Schedule learningRate,
    double clip,
    boolean audit,
    Evaluation evaluateEvery,
    Recording recordMessages) {

  /** What holds where a plan says nothing. */
  public static final Setup DEFAULT =
      new Setup(
          1,
          1_000,
          32,
          ContextualPrisonersDilemma.paper(),
          Digits.embedded(),
          0.2,
          new Schedule(1e-3, 1),
          Double.POSITIVE_INFINITY,
          true,
          Evaluation.NONE,
          Recording.LAST_TENTH);

  /** Checks every value. */
  public Setup {
    Setting.atLeast("rounds", rounds, 1, "one round is one update");
    Setting.atLeast("batch", batch, 1, "episodes a round");
    Setting.given("environment", environment);
    Setting.given("dataset", dataset);
    Setting.between("holdout", holdout, 0, 0.9);
    Setting.given("learningRate", learningRate);
    Setting.positive("learningRate", learningRate.start());
    Setting.decay("learningRate decay", learningRate.decay());
    Setting.given("evaluateEvery", evaluateEvery);
    Setting.given("recordMessages", recordMessages);
    if (clip != Double.POSITIVE_INFINITY) {
      Setting.positive("clip", clip);
    }
  }

  /** The same with another seed. */
  public Setup seed(long value) {
    return new Setup(
        value,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with another number of rounds. */
  public Setup rounds(int value) {
    return new Setup(
        seed,
        value,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with another batch size. */
  public Setup batch(int value) {
    return new Setup(
        seed,
        rounds,
        value,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same in another environment. */
  public Setup environment(Environment value) {
    return new Setup(
        seed,
        rounds,
        batch,
        value,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same on another data set. */
  public Setup dataset(Dataset value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        value,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with another share for evaluation. */
  public Setup holdout(double value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        value,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with another learning rate. */
  public Setup learningRate(Schedule value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        value,
        clip,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with another limit of the gradient's norm. */
  public Setup clip(double value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        value,
        audit,
        evaluateEvery,
        recordMessages);
  }

  /** The same with or without an audit. */
  public Setup audit(boolean value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        value,
        evaluateEvery,
        recordMessages);
  }

  /** The same with other evaluations. */
  public Setup evaluateEvery(Evaluation value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        value,
        recordMessages);
  }

  /** The same with another record of messages. */
  public Setup recordMessages(Recording value) {
    return new Setup(
        seed,
        rounds,
        batch,
        environment,
        dataset,
        holdout,
        learningRate,
        clip,
        audit,
        evaluateEvery,
        value);
  }
}
