package dev.parley.train;

import dev.parley.analysis.Interventions;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that learns by rounds. Used by one thread; closed when training is over. */
public interface Learner extends AutoCloseable {

  /**
   * How many steps of preparation there are before the first round, such as epochs of pre-training;
   * 0 for none.
   */
  default int preparations() {
    return 0;
  }

  /** One step of preparation, counted from 0. */
  default void prepare(int step) {}

  /** Preparation is over; the first round comes next. */
  default void begin() {}

  /**
   * Plays one batch of episodes, learns from it, and sets every column of the log.
   *
   * @param round counted from 0
   */
  void round(int round);

  /**
   * Plays episodes on the evaluation samples with the agents as they are, and learns nothing: in
   * each step an agent takes what is best by its own account, the most probable of what a policy
   * draws from, the most valuable of what a table of values has, and of equals the first; the same
   * goes for what it says. What comes later is as if this had not been called: a stream of random
   * numbers that it draws from is put back. {@link Stage#evaluationEpisodes} has the episodes.
   *
   * @param episodes how many; 1 or more
   * @return the joint return of each: what all agents earned in it together, not discounted
   * @throws PlanException unless this is written for the learner
   */
  default double[] evaluate(int episodes) {
    throw new PlanException(
        List.of(
            Problem.with("evaluateEvery")
                .got(getClass().getSimpleName())
                .allowed("algorithms that can be evaluated")
                .hint("write Learner.evaluate for it")));
  }

  /**
   * Plays episodes on the evaluation samples with the message changed on its way; empty if nobody
   * speaks.
   *
   * @param atLeast how many episodes, each played once under every intervention
   */
  default Optional<Interventions> interventions(int atLeast) {
    return Optional.empty();
  }

  /**
   * Saves or restores everything that later steps and rounds, and the outcome, depend on; the log
   * is kept by others. Called between steps of preparation or between rounds. To restore, it is
   * called once, before anything else; if preparation was over, {@link #begin} follows, which is to
   * come to the same as it did the first time.
   *
   * @throws PlanException unless this is written for the learner
   */
  default void keep(State state) {
    throw new PlanException(
        List.of(
            Problem.with("checkpoints")
                .got(getClass().getSimpleName())
                .allowed("algorithms that can be saved")
                .hint("write Learner.keep for it")));
  }

  /** What is to be kept beside the log. */
  Outcome outcome();

  /** Facts about what computes, by name, for the provenance. */
  Map<String, String> engine();

  /** Frees what the learner holds outside the heap. */
  @Override
  void close();
}
