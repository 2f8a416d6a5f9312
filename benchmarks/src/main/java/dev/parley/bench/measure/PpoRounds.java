package dev.parley.bench.measure;

import dev.parley.Experiment;
import dev.parley.agent.ppo.Ppo;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Experiment.ppo()}: PPO with a central critic on MPE's speaker-listener. */
public final class PpoRounds {

  private static final int WARM = 100;
  private static final int SHARED_OUT = 200;

  private PpoRounds() {}

  /** Nothing is set. */
  static Ppo plan() {
    return Experiment.ppo();
  }

  /** Steps of one world that a round has. */
  public static int steps() {
    return WorldSteps.STEPS * plan().setup().batch();
  }

  /** How long a step of one world takes, all of a round included. */
  static Timing time(double seconds) {
    try (AimGame game = new AimGame(plan())) {
      return Timing.of(game::round, steps(), seconds);
    }
  }

  /**
   * The shares of a round's time: in the worlds, from the beginning of a round to its last step but
   * outside the worlds, and after that step.
   */
  static Map<String, Double> shares() {
    Watched worlds = new Watched(plan().setup().environment());
    long inside = 0;
    long choosing = 0;
    long learning = 0;
    try (AimGame game = new AimGame(plan().environment(worlds))) {
      for (int round = 0; round < WARM + SHARED_OUT; round++) {
        long before = worlds.inside();
        long start = System.nanoTime();
        game.round();
        long end = System.nanoTime();
        if (round >= WARM) {
          inside += worlds.inside() - before;
          choosing += worlds.lastStep() - start - (worlds.inside() - before);
          learning += end - worlds.lastStep();
        }
      }
    }
    double whole = inside + choosing + learning;
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("worlds", inside / whole);
    shares.put("choices", choosing / whole);
    shares.put("learning", learning / whole);
    return shares;
  }

  /** What an agent earns an episode, round by round. */
  static List<Double> returns(long seed, int rounds) {
    Ppo plan = plan().seed(seed).rounds(rounds).audit(false);
    Run run = plan.run(Listener.silent());
    int agents = plan.setup().environment().roles().size();
    return Arrays.stream(run.jointReward()).map(joint -> joint / agents).boxed().toList();
  }
}
