package dev.parley.agent.play;

import dev.parley.random.Streams;

/** Makes partners that have the nets of an algorithm. */
public interface Hiring {

  /** The policy that an agent would begin with. */
  Players untrained(Seat seat, Streams streams);

  /**
   * A policy that another run has learned.
   *
   * @throws dev.parley.error.PlanException if it does not fit
   */
  Players frozen(Seat seat, FrozenPartner partner, Streams streams);
}
