package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.channel.Channel;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.language.Verdict;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must come out of a whisper: with small nets and a few seconds, more than the best without
 * communication, on each of a few seeds.
 */
class QLearningLearningTest {

  private static final QLearning PLAN =
      QLearning.RIAL
          .environment(Whisper.standard())
          .rounds(400)
          .hidden(32)
          .layers(1)
          .learningRate(2e-3)
          .target(20);

  static Stream<QLearning> plans() {
    QLearning normal = PLAN.batchNorm(true);
    return Stream.of(
            PLAN,
            normal.channel(Channel.dru(1)),
            normal.channel(Channel.gumbel(1)),
            normal.channel(Channel.straightThrough(1)),
            normal.channel(Channel.vq(4, 0.25)))
        .flatMap(plan -> LongStream.rangeClosed(51, 53).mapToObj(plan::seed));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void guessedByTalking(QLearning plan) {
    Run run = plan.run(Listener.silent());
    assertTrue(run.score() > 0.05, run.toString());
    assertEquals(Verdict.USED, run.audit().verdict());
  }

  @Test
  void notGuessedInSilence() {
    Run run = PLAN.silent().seed(51).run(Listener.silent());
    assertTrue(run.score() < 0.05, run.toString());
    assertEquals(Verdict.SILENT, run.audit().verdict());
  }

  /** Two prisoners, two days: who is alone in the room on the second day must not tell. */
  @Test
  void twoPrisoners() {
    Run run =
        PLAN.environment(SwitchRiddle.of(2))
            .channel(Channel.dru(2))
            .batchNorm(true)
            .seed(51)
            .run(Listener.silent());
    assertTrue(run.score() > 0.9, run.toString());
  }
}
