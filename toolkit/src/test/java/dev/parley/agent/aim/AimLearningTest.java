package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Convergence;
import dev.parley.env.ParityDilemma;
import dev.parley.language.Verdict;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must come out, on a few seeds of the embedded digits; the whole tables are in the docs. */
class AimLearningTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(51, 53);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contextualDilemmaIsSolvedWithinTwoHundredRounds(long seed) {
    Run run = Aim.DEFAULT.seed(seed).rounds(200).run(Listener.silent());
    double[] means = Convergence.movingAverage(run.jointReward(), 20);
    assertTrue(means[199] >= 0.95 * run.anchors().optimum(), run.toString());
    assertTrue(run.codesUsed() >= 30, run.toString());
    assertFalse(run.audit().needed());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parityIsSolvedByTalking(long seed) {
    Run run =
        Aim.DEFAULT
            .environment(ParityDilemma.standard())
            .seed(seed)
            .rounds(600)
            .run(Listener.silent());
    assertTrue(run.score() >= 0.95, run.toString());
    assertEquals(Verdict.USED, run.audit().verdict());
  }

  @Test
  void parityIsNotSolvedInSilence() {
    Run run =
        Aim.DEFAULT
            .environment(ParityDilemma.standard())
            .silent()
            .seed(51)
            .rounds(600)
            .run(Listener.silent());
    assertEquals(0, run.score(), 0.1, run.toString());
    assertEquals(Verdict.SILENT, run.audit().verdict());
  }

  @Test
  void messageIsOnlyAMessageWithAnActionHead() {
    Run run =
        Aim.DEFAULT
            .environment(ParityDilemma.standard())
            .actions(ActionMap.head())
            .seed(51)
            .rounds(700)
            .run(Listener.silent());
    assertTrue(run.score() >= 0.9, run.toString());
    assertEquals(Verdict.USED, run.audit().verdict());
  }

  /** What the bias asks for comes: half of all bits in one situation, and more over all of them. */
  @Test
  void signallingSpreadsWhatIsSaid() {
    Run run =
        Aim.DEFAULT
            .environment(ParityDilemma.standard())
            .positiveSignalling(1)
            .seed(51)
            .rounds(300)
            .run(Listener.silent());
    double said = run.rounds().doubleColumn("entropy_a").getDouble(299);
    double spread = run.rounds().doubleColumn("mean_policy_entropy_a").getDouble(299);
    double half = Math.log(50) / Math.log(2) / 2;
    assertEquals(half, said, 0.5, run.toString());
    assertTrue(spread > said + 1, "spread over " + spread + " bits, of which noise " + said);
  }
}
