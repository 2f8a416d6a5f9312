package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.env.ParityDilemma;
import dev.parley.train.Diagnosis;
import dev.parley.train.Finding;
import dev.parley.train.Listener;
import dev.parley.train.Play;
import dev.parley.train.Remedy;
import dev.parley.train.Run;
import dev.parley.train.Signature;
import dev.parley.vq.Quantiser;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each signature in a small run that has it, and none in runs that have not. */
final class AimDiagnosisTest {

  private static final Aim PARITY = Aim.DEFAULT.environment(ParityDilemma.standard());

  private static Diagnosis diagnosis(Aim plan) {
    return plan.run(Listener.silent()).diagnosis();
  }

  private static List<Signature> found(Diagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::signature).toList();
  }

  @Test
  void healthyRunsHaveNothing() {
    for (Aim plan : List.of(Aim.DEFAULT.seed(1001), PARITY.seed(1003), PARITY.seed(1008))) {
      Run run = plan.run(Listener.silent());
      assertEquals(List.of(), found(run.diagnosis()), plan::toString);
      assertTrue(run.diagnosis().toString().contains(": nothing found\n"));
      assertFalse(run.toString().contains("\n  diagnosis"));
      assertEquals(
          List.of(Finding.Result.NOT_FOUND),
          run.diagnosis().all().stream().map(Finding::result).distinct().toList());
    }
  }

  /**
   * Its reward is noise about a plateau: that is no oscillation, and a closed channel no vacuum.
   */
  @Test
  void silenceIsNoVacuum() {
    Diagnosis diagnosis = diagnosis(PARITY.silent().seed(1002));
    assertEquals(List.of(Signature.NO_CONVERGENCE), found(diagnosis));
    assertEquals("the channel is closed", diagnosis.of(Signature.COMMUNICATION_VACUUM).evidence());
    assertEquals(".channel(Channel.OPEN)", diagnosis.of(Signature.NO_CONVERGENCE).setting());
  }

  @Test
  void withoutStraightThroughGradientTheCodebookCollapses() {
    Aim plan =
        Aim.DEFAULT.rounds(100).seed(1001).quantiser(Quantiser.gradient().withoutStraightThrough());
    Finding finding = diagnosis(plan).of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(Finding.Result.FOUND, finding.result());
    assertTrue(finding.evidence().contains(" of 50 codes of a and b stand"), finding::evidence);
    assertEquals(".quantiser(Quantiser.ema())", finding.setting());
    Finding cured = diagnosis(plan.quantiser(Quantiser.ema())).of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(Finding.Result.NOT_FOUND, cured.result());
  }

  /** Which of these runs swing in their second half depends on the last bit: some do. */
  @Test
  void gradientsThatAreNeverClearedMakeItSwing() {
    Aim plan = PARITY.rounds(1500).learningRate(5e-4).gradients(Gradients.ACCUMULATED);
    List<Finding> swinging =
        LongStream.rangeClosed(1001, 1006)
            .mapToObj(seed -> diagnosis(plan.seed(seed)).of(Signature.POLICY_OSCILLATION))
            .filter(f -> f.result() == Finding.Result.FOUND)
            .toList();
    assertTrue(swinging.size() >= 1);
    assertEquals(".gradients(Gradients.CLEARED)", swinging.get(0).setting());
    assertTrue(swinging.get(0).evidence().contains("in rounds 751 to 1,500"));
  }

  @Test
  void reflectionThatRunsAway() {
    Aim plan = Aim.DEFAULT.seed(1002).learningRate(0.01).gradients(Gradients.ACCUMULATED);
    Finding finding = diagnosis(plan).of(Signature.REFLECTION_DIVERGENCE);
    assertEquals(Finding.Result.FOUND, finding.result());
    assertTrue(finding.evidence().contains("context_value_loss"), finding::evidence);
    assertTrue(finding.evidence().contains("in rounds 501 to 1,000"), finding::evidence);
    Finding without =
        diagnosis(plan.rounds(100).reflection(0, 0)).of(Signature.REFLECTION_DIVERGENCE);
    assertEquals("there is no auxiliary loss", without.evidence());
  }

  /** One message for everything, where messages matter. Which runs end so hangs on the last bit. */
  @Test
  void onlyOneMessageIsLeft() {
    Aim plan = PARITY.batch(4).learningRate(0.05).rounds(1000);
    List<Diagnosis> vacuous =
        LongStream.rangeClosed(1001, 1004)
            .mapToObj(seed -> diagnosis(plan.seed(seed)))
            .filter(d -> found(d).contains(Signature.COMMUNICATION_VACUUM))
            .toList();
    assertTrue(vacuous.size() >= 1);
    for (Diagnosis diagnosis : vacuous) {
      assertTrue(found(diagnosis).contains(Signature.NO_CONVERGENCE), diagnosis::toString);
      assertEquals(".entropy(0.05)", diagnosis.of(Signature.COMMUNICATION_VACUUM).setting());
    }
  }

  /** A learning rate next to nothing. */
  @Test
  void noConvergence() {
    Finding slow =
        diagnosis(PARITY.seed(1001).rounds(100).learningRate(1e-9)).of(Signature.NO_CONVERGENCE);
    assertEquals(".learningRate(0.001)", slow.setting());
    assertTrue(slow.evidence().startsWith("not in 100 rounds: score -"), slow::evidence);
  }

  @Test
  void singleEpisodesAndFewRounds() {
    Diagnosis few = diagnosis(Aim.DEFAULT.batch(1).rounds(15).pretrain(1));
    assertFalse(few.toString().contains("NaN"));
    for (Signature signature :
        List.of(
            Signature.COMMUNICATION_VACUUM,
            Signature.POLICY_OSCILLATION,
            Signature.REFLECTION_DIVERGENCE,
            Signature.NO_CONVERGENCE)) {
      assertEquals(Finding.Result.TOO_FEW_ROUNDS, few.of(signature).result());
    }
    assertEquals(List.of(), found(diagnosis(Aim.DEFAULT.batch(1).rounds(2000).seed(1002))));
  }

  @Test
  void settingsToTryFollowThePlan() {
    assertEquals(".codebook(24)", toTry(Aim.DEFAULT, Signature.CODEBOOK_COLLAPSE));
    assertEquals(".pretrain(20)", toTry(Aim.DEFAULT.pretrain(0), Signature.CODEBOOK_COLLAPSE));
    assertEquals(
        ".critic(CriticInput.STATE)",
        toTry(Aim.DEFAULT.critic(CriticInput.STATE_AND_MESSAGE), Signature.NO_CONVERGENCE));
    assertEquals("", toTry(Aim.DEFAULT, Signature.NO_CONVERGENCE));
    assertEquals(List.of("a"), Aim.DEFAULT.speakers());
    assertEquals(List.of(), Aim.DEFAULT.silent().speakers());
  }

  private static String toTry(Aim plan, Signature signature) {
    Remedy remedy = plan.remedies().get(signature);
    return remedy == null ? "" : remedy.setting();
  }

  /** The joint reward takes both to (C, C), where each alone would gain by defecting. */
  @Test
  void cooperationOnOddLabelsIsTheTeamsAndNoEquilibrium() {
    Run run = Aim.DEFAULT.seed(1004).run(Listener.silent());
    List<Play> plays = run.equilibria().plays();
    assertEquals(3200, plays.get(0).episodes() + plays.get(1).episodes());
    Play odd = plays.get(1);
    assertEquals("(C, C)", odd.most().toString());
    assertTrue(odd.mostShare() > 0.95);
    assertEquals("no", odd.mostAsEquilibrium());
    assertTrue(odd.mostIsTeamOptimum());
    assertEquals(2, odd.nashConv(), 0.1);
    assertEquals("weak", plays.get(0).mostAsEquilibrium());
    assertEquals(0, plays.get(0).nashConv(), 0.1);
  }
}
