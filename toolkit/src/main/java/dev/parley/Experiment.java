package dev.parley;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.ppo.Ppo;
import dev.parley.agent.q.QLearning;
import dev.parley.study.Lineup;
import dev.parley.study.Study;
import dev.parley.study.StudyReplay;
import dev.parley.train.Plan;
import dev.parley.train.Replay;
import java.nio.file.Path;

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

  /**
   * Runs a saved study again, {@link dev.parley.study.StudyResult#save}, and compares all numbers.
   */
  public static StudyReplay replayStudy(Path folder) {
    return StudyReplay.of(folder);
  }

  /** Several plans, of one algorithm or of several, side by side. */
  public static Lineup compare(Plan<?>... plans) {
    return Lineup.of(plans);
  }

  /** AIM (arXiv 2507.10566), corrected; {@link Aim#published()} is the reference code's version. */
  public static Aim aim() {
    return Aim.DEFAULT;
  }

  /**
   * PPO (Schulman et al., 2017) for games of several steps in which agents talk, such as MPE's
   * speaker-listener.
   */
  public static Ppo ppo() {
    return Ppo.DEFAULT;
  }

  /** Independent recurrent Q-learning, with replay and double Q; in MPE's speaker-listener. */
  public static QLearning iql() {
    return QLearning.IQL;
  }

  /** RIAL (Foerster et al., 2016): what is said is learned like what is done, by its value. */
  public static QLearning rial() {
    return QLearning.RIAL;
  }

  /** DIAL (Foerster et al., 2016): what is said is learned by the gradient of those who hear it. */
  public static QLearning dial() {
    return QLearning.DIAL;
  }

  /**
   * Runs again what {@code Run.save(folder)} has saved, and tells whether the same numbers came
   * out.
   *
   * @throws dev.parley.error.DataException if the archive is damaged, foreign or not there; nothing
   *     has started
   * @throws dev.parley.error.SettingException if a setting of the archive has a value that it
   *     cannot have; nothing has started
   */
  public static Replay replay(Path folder) {
    return Replay.of(folder);
  }
}
