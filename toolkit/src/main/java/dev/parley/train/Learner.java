package dev.parley.train;

import dev.parley.analysis.Interventions;
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
   * Plays episodes on the evaluation samples with the message changed on its way; empty if nobody
   * speaks.
   *
   * @param atLeast how many episodes, each played once under every intervention
   */
  default Optional<Interventions> interventions(int atLeast) {
    return Optional.empty();
  }

  /** What is to be kept beside the log. */
  Outcome outcome();

  /** Facts about what computes, by name, for the provenance. */
  Map<String, String> engine();

  /** Frees what the learner holds outside the heap. */
  @Override
  void close();
}
