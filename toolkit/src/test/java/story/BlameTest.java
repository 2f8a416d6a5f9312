package story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.Experiment;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Signals;
import dev.parley.env.Bimatrix;
import dev.parley.env.PrisonersDilemma;
import dev.parley.error.ParleyException;
import dev.parley.error.PlanException;
import dev.parley.error.SettingException;
import dev.parley.train.Listener;
import dev.parley.vq.Quantiser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is blamed on the researcher's own line: the first of the stack trace. */
final class BlameTest {

  private static final Aim PLAN = Experiment.aim();

  static Stream<Runnable> mistakes() {
    return Stream.of(
        () -> PLAN.rounds(0),
        () -> PLAN.batch(-1),
        () -> PLAN.holdout(1),
        () -> PLAN.learningRate(Double.NaN),
        () -> PLAN.learningRate(0.1, 2),
        () -> PLAN.clip(0),
        () -> PLAN.codebook(1),
        () -> PLAN.seqLen(0),
        () -> PLAN.reflection(-1, 0),
        () -> PLAN.entropy(0.1, 0),
        () -> PLAN.quantiser(Quantiser.ema().decay(1)),
        () -> PLAN.dataset(Signals.of(1, 1)),
        () -> PLAN.dataset(null),
        () -> PLAN.environment(null),
        () -> PLAN.environment(PrisonersDilemma.of(Double.NaN, 3, 1, 0)),
        () -> Bimatrix.of(0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void badValue(Runnable mistake) {
    assertBlamed(assertThrows(SettingException.class, mistake::run));
  }

  @Test
  void conflict() {
    Aim plan = PLAN.environment(Games.solitaire(3));
    assertBlamed(assertThrows(PlanException.class, () -> plan.run(Listener.silent())));
  }

  private static void assertBlamed(ParleyException mistake) {
    StackTraceElement first = mistake.getStackTrace()[0];
    assertEquals(BlameTest.class.getName(), first.getClassName());
    assertEquals("BlameTest.java", first.getFileName());
  }
}
