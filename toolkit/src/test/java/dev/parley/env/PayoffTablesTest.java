package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Bimatrix.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The payoff tables by name. All numbers are those of AIM's reference code
 * (github.com/cyrilliu1974, AI-Mother-Tongue): (i) vqvae_agents_AIM.py, (ii) vqvae_agents_game.py,
 * (iii) its function classic_pd_payoff; joint rewards, anchors and equilibria were worked out from
 * them by hand.
 */
final class PayoffTablesTest {

  private static final Outcome BOTH_COOPERATE = new Outcome(0, 0);
  private static final Outcome BOTH_DEFECT = new Outcome(1, 1);
  private static final Samples TEN_CLASSES = Environments.samples(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

  /** Variant (i). */
  @Test
  void paper() {
    ContextualPrisonersDilemma paper = ContextualPrisonersDilemma.paper();
    assertEquals(Bimatrix.of(5, 5, -1, 5, 5, -1, 0, 0), paper.even());
    assertEquals(Bimatrix.of(4, 4, -2, 5, 5, -2, 0, 0), paper.odd());
    assertEquals(List.of(10.0, 4.0, 4.0, 0.0), joint(paper.even()));
    assertEquals(List.of(8.0, 3.0, 3.0, 0.0), joint(paper.odd()));
    assertEquals(4.5, paper.even().uniform());
    assertEquals(3.5, paper.odd().uniform());
    assertEquals(new Anchors(4, 9, 9, 9), paper.anchors(TEN_CLASSES));
    assertTrue(paper.bothSee());
  }

  /** Variant (ii). */
  @Test
  void baseline() {
    ContextualPrisonersDilemma baseline = ContextualPrisonersDilemma.baseline();
    assertEquals(Bimatrix.of(5, 5, -2, 5, 5, -2, 0, 0), baseline.even());
    assertEquals(Bimatrix.of(3, 3, -2, 5, 5, -2, 0, 0), baseline.odd());
    assertEquals(List.of(10.0, 3.0, 3.0, 0.0), joint(baseline.even()));
    assertEquals(List.of(6.0, 3.0, 3.0, 0.0), joint(baseline.odd()));
    assertEquals(new Anchors(3.5, 8, 8, 8), baseline.anchors(TEN_CLASSES));
  }

  /** Variant (iii). */
  @Test
  void classic() {
    PrisonersDilemma classic = PrisonersDilemma.classic();
    assertEquals(Bimatrix.of(3, 3, -1, 5, 5, -1, 0, 0), classic.payoffs());
    assertEquals(classic.payoffs(), classic.payoffs(0));
    assertEquals(classic.payoffs(), classic.payoffs(7));
    assertEquals(List.of(BOTH_DEFECT), classic.payoffs().pureEquilibria());
    assertEquals(classic, PrisonersDilemma.of(5, 3, 0, -1));
    assertEquals(new Anchors(3.5, 6, 6, 6), classic.anchors(TEN_CLASSES));
  }

  /** Defection is the only equilibrium for an odd label, in both variants. */
  @Test
  void oddLabels() {
    assertEquals(List.of(BOTH_DEFECT), ContextualPrisonersDilemma.paper().odd().pureEquilibria());
    assertEquals(
        List.of(BOTH_DEFECT), ContextualPrisonersDilemma.baseline().odd().pureEquilibria());
  }

  /** For an even label cooperation is a weak equilibrium (5 = 5) and defection a strict one. */
  @Test
  void evenLabels() {
    for (Dilemma game :
        List.of(ContextualPrisonersDilemma.paper(), ContextualPrisonersDilemma.baseline())) {
      Bimatrix even = game.even();
      assertEquals(List.of(BOTH_COOPERATE, BOTH_DEFECT), even.pureEquilibria());
      assertEquals(even.cc().first(), even.dc().first());
      assertEquals(even.cc().second(), even.cd().second());
      assertTrue(even.dd().first() > even.cd().first());
      assertTrue(even.dd().second() > even.dc().second());
    }
  }

  @Test
  void payoffsGoByTheParityOfTheLabel() {
    Dilemma paper = ContextualPrisonersDilemma.paper();
    for (int label = 0; label < 10; label++) {
      assertEquals(label % 2 == 0 ? paper.even() : paper.odd(), paper.payoffs(label));
    }
  }

  /** The odd table of the parity dilemma is the even one with C and D exchanged. */
  @Test
  void parity() {
    ParityDilemma parity = ParityDilemma.standard();
    assertEquals(Bimatrix.of(5, 5, -1, 5, 5, -1, 0, 0), parity.even());
    assertEquals(Bimatrix.of(0, 0, 5, -1, -1, 5, 5, 5), parity.odd());
    assertFalse(parity.bothSee());
    Anchors anchors = parity.anchors(TEN_CLASSES);
    assertEquals(new Anchors(4.5, 5, 7, 10), anchors);
    assertTrue(anchors.communicationNeeded());
  }

  @Test
  void noMessageIsNeededWhereBothSee() {
    assertFalse(PrisonersDilemma.classic().anchors(TEN_CLASSES).communicationNeeded());
    assertFalse(ContextualPrisonersDilemma.paper().anchors(TEN_CLASSES).communicationNeeded());
    assertFalse(ContextualPrisonersDilemma.baseline().anchors(TEN_CLASSES).communicationNeeded());
  }

  private static List<Double> joint(Bimatrix game) {
    return List.of(game.cc().joint(), game.cd().joint(), game.dc().joint(), game.dd().joint());
  }
}
