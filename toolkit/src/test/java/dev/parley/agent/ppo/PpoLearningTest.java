package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Signals;
import dev.parley.env.games.SumOfDigits;
import dev.parley.language.Verdict;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must come out on a line: on each of a few seeds, more than the best without communication.
 * How much more hangs on the last bit: some have learned words for two of the goals by then.
 */
class PpoLearningTest {

  private static final Ppo PLAN =
      Ppo.DEFAULT
          .environment(Line.standard())
          .rounds(200)
          .batch(64)
          .minibatch(128)
          .hidden(32)
          .epochs(4)
          .learningRate(3e-3)
          .speechEntropy(0.03);

  static LongStream seeds() {
    return LongStream.rangeClosed(51, 53);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void walkedByTalking(long seed) {
    Run run = PLAN.seed(seed).run(Listener.silent());
    assertTrue(run.score() > 0.25, run.toString());
    assertEquals(Verdict.USED, run.audit().verdict());
  }

  @Test
  void notWalkedInSilence() {
    Run run = PLAN.silent().seed(51).run(Listener.silent());
    assertEquals(2 * Line.BLIND, run.plateau(), 1, run.toString());
  }

  /**
   * Agents that see a signal each: only the speaker's word tells the listener the whole sum. Some
   * runs settle on one sum for everything, so one of a few is to get far.
   */
  @Test
  void sumsOfWhatBothSee() {
    Ppo plan =
        PLAN.environment(SumOfDigits.standard().classes(3).vocabulary(3))
            .dataset(Signals.of(3, 8))
            .rounds(1_000)
            .minibatch(64)
            .hidden(64)
            .entropy(0.1)
            .speechEntropy(0.2);
    List<Run> runs =
        LongStream.rangeClosed(51, 54)
            .mapToObj(seed -> plan.seed(seed).run(Listener.silent()))
            .toList();
    assertTrue(
        runs.stream().anyMatch(r -> r.score() > 0.4 && r.audit().verdict() == Verdict.USED),
        runs.toString());
  }
}
