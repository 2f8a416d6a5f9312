package dev.parley;

import dev.parley.agent.aim.Aim;
import dev.parley.study.Lineup;
import dev.parley.study.Study;
import dev.parley.train.Plan;

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

  /** Many runs around one plan: sweeps, ablations, sensitivity. */
  public static <P extends Plan<P>> Study<P> study(P base) {
    return Study.of(base);
  }

  /** Several plans, of one algorithm or of several, side by side. */
  public static Lineup compare(Plan<?>... plans) {
    return Lineup.of(plans);
  }

  /** AIM (arXiv 2507.10566), corrected; {@link Aim#published()} is the reference code's version. */
  public static Aim aim() {
    return Aim.DEFAULT;
  }
}
