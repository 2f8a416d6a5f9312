package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.env.ParityDilemma;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {

  private static final Listener SILENT = Listener.silent();

  /** A curve that goes up and down between 4 and 9, by 20 rounds each. */
  private static double[] swinging(int rounds) {
    double[] joint = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      joint[i] = (i / 20 % 2 == 0 ? 4 : 9) + 0.1 * (i % 7);
    }
    return joint;
  }

  @Test
  void textTableAndCardOfASwingingRun() {
    Run run = Runs.of(Fake.plan().rounds(420), Runs.NOT_NEEDED, swinging(420));
    Diagnosis diagnosis = run.diagnosis();
    Finding swings = diagnosis.of(Signature.POLICY_OSCILLATION);
    assertEquals(Finding.Result.FOUND, swings.result());
    assertTrue(swings.evidence().startsWith("the joint reward swings by 2."), swings::evidence);
    assertTrue(swings.evidence().contains("in rounds 211 to 420, with "), swings::evidence);
    assertEquals(".learningRate(5.0E-4)", swings.setting());
    assertEquals(
        List.of(Signature.POLICY_OSCILLATION, Signature.NO_CONVERGENCE),
        diagnosis.findings().stream().map(Finding::signature).toList());
    assertTrue(
        diagnosis
            .toString()
            .startsWith("Diagnosis of run " + run.id() + ": 2 of 5 signatures found\n"));
    assertTrue(diagnosis.toString().contains("\n    try                  .learningRate(5.0E-4)"));
    assertEquals(5, diagnosis.table().rowCount());
    assertEquals(
        List.of("signature", "result", "evidence", "cause", "setting"),
        diagnosis.table().columnNames());
    assertTrue(diagnosis.html().contains("policy oscillation"));
    assertFalse(diagnosis.html().contains("<script"));
    assertTrue(
        run.toString()
            .contains("\n  diagnosis     policy oscillation: " + swings.evidence() + "; try "));
  }

  @Test
  void noConvergenceSaysHowFarItCame() {
    double[] joint = Runs.step(60, 4, 40, 6.5);
    Finding stopped =
        Runs.of(Fake.plan().rounds(500), Runs.NOT_NEEDED, joint)
            .diagnosis()
            .of(Signature.NO_CONVERGENCE);
    assertEquals(
        "not in 100 rounds: score 0.50 at the end, 0.50 of the way from uniform play to the"
            + " optimum, where 0.9 is converged; the best mean of 20 rounds was at 0.50, at round"
            + " 80",
        stopped.evidence());
    assertEquals("the run was stopped early", stopped.cause());
    assertEquals(".rounds(500)", stopped.setting());
    Finding stuck =
        Runs.of(Fake.plan().rounds(100), Runs.NOT_NEEDED, Runs.step(10, 4, 90, 6.5))
            .diagnosis()
            .of(Signature.NO_CONVERGENCE);
    assertEquals(".batch(8)", stuck.setting());
    Finding learning =
        Runs.of(Fake.plan().rounds(100), Runs.NOT_NEEDED, ramp(100))
            .diagnosis()
            .of(Signature.NO_CONVERGENCE);
    assertEquals("it is still learning", learning.cause());
    assertEquals(".rounds(200)", learning.setting());
  }

  private static double[] ramp(int rounds) {
    double[] joint = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      joint[i] = 4 + 0.02 * i + 0.01 * (i % 3);
    }
    return joint;
  }

  @Test
  void tooFewRoundsToTell() {
    for (double[] joint : new double[][] {{}, {4}, new double[39]}) {
      Diagnosis diagnosis = Runs.of(Fake.plan(), Runs.NOT_NEEDED, joint).diagnosis();
      assertEquals(List.of(), diagnosis.findings());
      assertEquals(Finding.Result.TOO_FEW_ROUNDS, diagnosis.of(Signature.NO_CONVERGENCE).result());
      assertEquals(
          Finding.Result.TOO_FEW_ROUNDS, diagnosis.of(Signature.COMMUNICATION_VACUUM).result());
      assertEquals(
          joint.length + " rounds, 80 needed",
          diagnosis.of(Signature.POLICY_OSCILLATION).evidence());
      assertFalse(diagnosis.toString().contains("NaN"));
    }
  }

  @Test
  void auxiliaryLossThatRises() {
    RoundLog log = new RoundLog();
    RoundLog.Column rising = log.auxiliary("guess_loss");
    RoundLog.Column drifting = log.auxiliary("other_loss");
    RoundLog.Column policy = log.column("policy_loss");
    for (int i = 0; i < 200; i++) {
      log.jointReward().set(9);
      rising.set(i < 100 ? 1 : 1 + 0.01 * (i - 100) + 0.001 * (i % 5));
      drifting.set(10 + 0.001 * i + 0.01 * (i % 5));
      policy.set(i);
      log.endRound();
    }
    Finding finding =
        Runs.of(Fake.plan().rounds(200), Runs.NOT_NEEDED, log)
            .diagnosis()
            .of(Signature.REFLECTION_DIVERGENCE);
    assertEquals(Finding.Result.FOUND, finding.result());
    assertEquals(
        "guess_loss rises from 1.05 to 1.95 in rounds 101 to 200 (medians of the first and last"
            + " tenth), Mann-Kendall p < 0.0001",
        finding.evidence());
  }

  @Test
  void collapseCountsWhatTheSignalsCouldUse() {
    Fake plan = Fake.plan();
    plan.script().codeUse = Map.of("a", new long[100]);
    Finding nothing = plan.run(SILENT).diagnosis().of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(Finding.Result.NOT_APPLICABLE, nothing.result());
    long[] two = new long[100];
    two[0] = 1;
    two[7] = 1;
    plan.script().codeUse = Map.of("a", two);
    Finding few = plan.run(SILENT).diagnosis().of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(Finding.Result.NOT_FOUND, few.result());
    two[0] = 50;
    plan.script().codeUse = Map.of("a", two);
    Finding collapsed = plan.run(SILENT).diagnosis().of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(
        "2 of 100 codes of a stand for the 51 evaluation signals, below 30 %",
        collapsed.evidence());
    assertEquals(".seed(2)", collapsed.setting());

    Thread.currentThread().interrupt();
    Finding stopped = plan.run(SILENT).diagnosis().of(Signature.CODEBOOK_COLLAPSE);
    assertEquals(Finding.Result.TOO_FEW_ROUNDS, stopped.result());
  }

  @Test
  void nobodySpeaks() {
    Fake plan = Fake.plan().environment(ParityDilemma.standard());
    plan.script().speaks = false;
    Run run = plan.run(SILENT);
    assertEquals("nobody speaks", run.diagnosis().of(Signature.COMMUNICATION_VACUUM).evidence());
    assertEquals(List.of(), run.equilibria().plays());
    assertEquals("no equilibria: no actions were recorded", run.equilibria().toString());
  }

  /** The fake's a says the label, and b what it does: both vary. */
  @Test
  void whoSpeaksIsLookedAt() {
    Finding finding =
        Fake.plan().rounds(100).run(SILENT).diagnosis().of(Signature.COMMUNICATION_VACUUM);
    assertEquals(Finding.Result.NOT_FOUND, finding.result());
    assertTrue(finding.evidence().endsWith("in rounds 91 to 100"), finding::evidence);
  }
}
