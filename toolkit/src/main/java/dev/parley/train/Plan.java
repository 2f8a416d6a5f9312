package dev.parley.train;

import dev.parley.datasets.Dataset;
import dev.parley.env.Environment;
import dev.parley.env.Role;
import dev.parley.error.Problem;
import dev.parley.nn.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An experiment as a value: a record of immutable parts that is at once the configuration, the
 * fluent API and what is run. Every method gives a new plan; equal settings give equal plans, in
 * whatever order they were set.
 *
 * @param <P> the plan itself
 */
public interface Plan<P extends Plan<P>> {

  /** The settings that every experiment has. */
  Setup setup();

  /** The same plan with other shared settings. */
  P with(Setup setup);

  /**
   * The Java expressions that a plan of this kind can begin with, and the plan that each makes; the
   * text form tells the differences from the one that is nearest.
   */
  Map<String, P> doors();

  /** Settings that do not fit together; empty if all is well. */
  default List<Problem> conflicts() {
    return List.of();
  }

  /**
   * The names of the agents whose messages somebody reads, as the environment's roles have them;
   * none if the channel is closed.
   */
  default List<String> speakers() {
    return setup().environment().roles().stream().map(Role::name).toList();
  }

  /**
   * What this algorithm knows of the causes of what goes wrong, and what to try, given its
   * settings; what it says nothing of, the diagnosis knows something general about.
   */
  default Map<Signature, Remedy> remedies() {
    return Map.of();
  }

  /** What learns, ready for its first round. */
  Learner learner(Stage stage);

  /** The root of all randomness; default 1. */
  default P seed(long seed) {
    return with(setup().seed(seed));
  }

  /** Updates, each from one batch of episodes; default 1,000. */
  default P rounds(int rounds) {
    return with(setup().rounds(rounds));
  }

  /** Episodes a round; default 32. */
  default P batch(int episodes) {
    return with(setup().batch(episodes));
  }

  /** The game; default {@code ContextualPrisonersDilemma.paper()}. */
  default P environment(Environment environment) {
    return with(setup().environment(environment));
  }

  /** Where signals come from; default {@code Digits.embedded()}. */
  default P dataset(Dataset dataset) {
    return with(setup().dataset(dataset));
  }

  /** The share of each class that is kept for evaluation, in [0, 0.9]; default 0.2. */
  default P holdout(double share) {
    return with(setup().holdout(share));
  }

  /** A constant learning rate; default 0.001. */
  default P learningRate(double rate) {
    return learningRate(rate, 1);
  }

  /** A learning rate of start · decayʳ in round r, counted from 0. */
  default P learningRate(double start, double decay) {
    return with(setup().learningRate(new Schedule(start, decay)));
  }

  /** The largest norm that a gradient may have; default none. */
  default P clip(double norm) {
    return with(setup().clip(norm));
  }

  /**
   * Whether trained agents are examined when the rounds are over, a few hundredths of a second;
   * default yes. Without it a run has no verdict.
   */
  default P audit(boolean examined) {
    return with(setup().audit(examined));
  }

  /**
   * Before the first round and after every so many, agents play episodes on the evaluation samples
   * without learning, each doing what it holds to be best: {@link Run#evaluations}. Default never.
   * The episodes are the same each time, and drawn from streams of their own: training comes to the
   * same numbers, to the last bit, with and without.
   *
   * @param rounds from one evaluation to the next; 1 or more
   * @param episodes of each; 1 or more; with 0 and 0 there are no evaluations
   */
  default P evaluateEvery(int rounds, int episodes) {
    return with(setup().evaluateEvery(new Evaluation(rounds, episodes)));
  }

  /**
   * Of how many of the latest episodes the messages are kept, for the symbols, maps and measures of
   * what is said at the end: {@link Run#protocol}, {@link Run#symbolChart} and others; 0 to
   * 100,000, default {@link #recordLastTenth}. With 0 no message is kept at all: the lexicon, of
   * all of training, is empty too. The audit plays episodes of its own, whatever is kept.
   */
  default P recordMessages(int episodes) {
    return with(setup().recordMessages(Recording.latest(episodes)));
  }

  /**
   * Keeps the messages of the last tenth of the rounds, the default; of 100,000 episodes at most.
   */
  default P recordLastTenth() {
    return with(setup().recordMessages(Recording.LAST_TENTH));
  }

  /**
   * Trains, showing progress where there is somebody to see it.
   *
   * <p>Interrupting the thread ends the run after the round, or the step of preparation, that is
   * under way; what there is so far is returned, marked as stopped early. If that was the last
   * round, the run is complete, and the thread is still interrupted.
   *
   * @throws dev.parley.error.PlanException if settings do not fit together; nothing has started
   * @throws dev.parley.error.DataException if the data cannot be had
   * @throws dev.parley.error.TrainingException if a number stops being finite
   * @throws dev.parley.error.UnexpectedException if anything else fails: a bug
   */
  default Run run() {
    return run(Listener.standard());
  }

  /** Trains, reporting to {@code listener}, such as {@link Callbacks#onUpdate}. */
  default Run run(Listener listener) {
    return new Training(this, listener).run();
  }

  /**
   * This plan, leaving a checkpoint in a folder after every so many rounds while it runs; it is
   * neither another plan nor another run for that.
   */
  default Checkpointed checkpointEvery(int rounds, Path folder) {
    return new Checkpointed(this, rounds, folder);
  }

  /**
   * Goes on from a checkpoint of this plan to its last round, and comes to the same numbers, to the
   * last bit, as if it had not been stopped. {@code rounds} may differ from the plan that the
   * checkpoint was made by: more rounds go on after its end.
   *
   * @param from a checkpoint, or a folder that has one
   * @throws dev.parley.error.DataException if it cannot be read, is damaged, or was made by other
   *     code, on other data or another kind of machine
   * @throws dev.parley.error.PlanException if it is of another plan, or has more rounds; and as
   *     {@link #run()}
   */
  default Run resume(Path from) {
    return resume(from, Listener.standard());
  }

  /** Goes on from a checkpoint, reporting to {@code listener}. */
  default Run resume(Path from, Listener listener) {
    Setting.given("from", from);
    return new Training(this, listener, new Checkpoints(null, from)).run();
  }
}
