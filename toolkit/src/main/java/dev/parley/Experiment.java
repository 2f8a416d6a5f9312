package dev.parley;

import dev.parley.agent.aim.Aim;

/**
 * The door to all experiments. Each method gives a plan: an immutable value that is configured by
 * its own methods and run by {@code run()}.
 *
 * <pre>
 * Experiment.aim().codebook(50).seqLen(2).reflection(0.1, 0.1).run()
 * </pre>
 */
public final class Experiment {

  private Experiment() {}

  /** AIM (arXiv 2507.10566), corrected; {@link Aim#published()} is the reference code's version. */
  public static Aim aim() {
    return Aim.DEFAULT;
  }
}
