package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.env.Bimatrix.Outcome;
import dev.parley.error.SettingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Equilibria and best responses. Where nashpy 0.0.43 is named, the points and the ends of the lines
 * are the vertices of its vertex_enumeration, or what its support_enumeration finds.
 */
final class EquilibriaTest {

  private static final Outcome CC = new Outcome(0, 0);
  private static final Outcome CD = new Outcome(0, 1);
  private static final Outcome DC = new Outcome(1, 0);
  private static final Outcome DD = new Outcome(1, 1);

  private static final Bimatrix EVEN = ContextualPrisonersDilemma.paper().even();
  private static final Bimatrix ODD = ContextualPrisonersDilemma.paper().odd();
  private static final Bimatrix STAG_HUNT = Bimatrix.of(4, 4, 0, 3, 3, 0, 2, 2);
  private static final Bimatrix SEXES = Bimatrix.of(3, 2, 0, 0, 0, 0, 2, 3);
  private static final Bimatrix CHICKEN = Bimatrix.of(6, 6, 2, 7, 7, 2, 0, 0);

  /** As nashpy 0.0.43 has them. */
  @Test
  void dilemmas() {
    assertEquals("[(D, D)]", sorted(ODD));
    assertEquals("[(C, C), (D, D)]", sorted(EVEN));
    assertEquals("[(C, C), (D, D)]", sorted(ParityDilemma.standard().odd()));
    assertEquals("[(0.667 C, 0.667 C), (C, C), (D, D)]", sorted(STAG_HUNT));
    assertEquals("[(0.6 C, 0.4 C), (C, C), (D, D)]", sorted(SEXES));
    assertEquals("[(0.667 C, 0.667 C), (C, D), (D, C)]", sorted(CHICKEN));
    assertEquals("[(D, D)]", sorted(Bimatrix.of(2, 2, 0, 3, 3, 0, 1, 1)));
  }

  /** Degenerate games: nashpy 0.0.43 finds the ends of these lines. */
  @Test
  void linesOfEquilibria() {
    assertEquals(
        "[(0 to 1 C, C)]", sorted(Bimatrix.of(1, 3, 2, 0, 1, 2, 2, 1)), "the first is indifferent");
    assertEquals("[(0.6 to 1 C, C)]", sorted(Bimatrix.of(5, 5, -1, 3, 5, 1, -2, 4)));
    assertEquals(
        "[(0 to 0.4 C, D), (0.4 C, 0 to 1 C), (0.4 to 1 C, C)]",
        sorted(Bimatrix.of(1, 3, 2, 0, 1, 0, 2, 2)));
  }

  @Test
  void constantGameIsAllEquilibria() {
    Bimatrix constant = Bimatrix.of(1, 1, 1, 1, 1, 1, 1, 1);
    assertEquals(List.of(new Equilibrium(0, 1, 0, 1)), constant.equilibria());
    assertFalse(constant.equilibria().get(0).isPoint());
  }

  /** Equilibria have NashConv 0, in the middle of a line too; what lies between them has not. */
  @Test
  void nashConvIsZeroInEquilibriaOnly() {
    Stream.of(EVEN, ODD, STAG_HUNT, SEXES, CHICKEN, Bimatrix.of(1, 3, 2, 0, 1, 0, 2, 2))
        .forEach(
            game -> {
              for (int i = 0; i <= 20; i++) {
                for (int j = 0; j <= 20; j++) {
                  double p = i / 20.0;
                  double q = j / 20.0;
                  boolean in =
                      game.equilibria().stream()
                          .anyMatch(e -> e.contains(new Equilibrium(p, p, q, q)));
                  assertEquals(in, game.nashConv(p, q) < 1e-12, game + " " + p + " " + q);
                }
              }
              for (Equilibrium e : game.equilibria()) {
                double p = (e.firstLow() + e.firstHigh()) / 2;
                assertEquals(0, game.nashConv(p, e.secondLow()), 1e-12);
              }
            });
  }

  /** max(A q) - p A q + max(p B) - p B q with numpy 2.4.6. */
  @Test
  void nashConvAsNumpy() {
    assertEquals(1.64, ODD.nashConv(0.7, 0.4), 1e-12);
    assertEquals(2, ODD.nashConv(1, 1), 0, "each gains 1 by defecting");
    assertEquals(0, EVEN.nashConv(1, 1), 0);
    assertThrows(SettingException.class, () -> ODD.nashConv(1.1, 0));
    assertThrows(SettingException.class, () -> ODD.nashConv(0, Double.NaN));
  }

  @Test
  void bestResponses() {
    assertEquals(BestResponse.DEFECT, ODD.bestOfFirst(1));
    assertEquals(BestResponse.EITHER, EVEN.bestOfFirst(1));
    assertEquals(BestResponse.DEFECT, EVEN.bestOfSecond(0.99));
    assertEquals(BestResponse.EITHER, STAG_HUNT.bestOfSecond(2 / 3.0));
    assertEquals(BestResponse.COOPERATE, STAG_HUNT.bestOfSecond(0.67));
    assertEquals(BestResponse.EITHER, SEXES.bestOfSecond(0.6));
    assertEquals("C or D", BestResponse.EITHER.toString());
    assertThrows(SettingException.class, () -> ODD.bestOfSecond(-0.1));
  }

  /** In the odd contexts cooperation is best for the team, and nobody would stay with it alone. */
  @Test
  void bestOfTheTeamIsDominatedWhereLabelsAreOdd() {
    assertEquals(List.of(CC), ODD.teamOptima());
    assertTrue(ODD.isDominated(CC));
    assertFalse(ODD.pureEquilibria().contains(CC));
    assertEquals(List.of(CC), EVEN.teamOptima());
    assertFalse(EVEN.isDominated(CC));
    assertFalse(EVEN.isStrictEquilibrium(CC));
    assertTrue(EVEN.isStrictEquilibrium(DD));
    assertEquals(List.of(CC, CD, DC, DD), Bimatrix.of(1, 1, 2, 0, 0, 2, 1, 1).teamOptima());
  }

  /** Backward induction by hand; in the even contexts b is indifferent after C. */
  @Test
  void firstMovesAndSecondSees() {
    assertEquals(List.of(DD), ODD.sequentialOutcomes());
    assertEquals(List.of(CC, DD), EVEN.sequentialOutcomes());
    assertEquals(List.of(CC), STAG_HUNT.sequentialOutcomes());
    assertEquals(List.of(CC), SEXES.sequentialOutcomes());
    assertEquals(List.of(DC), CHICKEN.sequentialOutcomes());
    Bimatrix pennies = Bimatrix.of(1, -1, -1, 1, -1, 1, 1, -1);
    assertEquals(List.of(CD, DC), pennies.sequentialOutcomes());
  }

  /** A denominator that is 0, or next to it: no mix is made up. */
  @Test
  void degenerateDenominators() {
    assertEquals(Optional.empty(), Bimatrix.of(1, 3, 2, 0, 1, 0, 2, 2).mixedEquilibrium());
    assertEquals(Optional.empty(), Bimatrix.of(5, 5, -1, 3, 5, 1, -2, 4).mixedEquilibrium());
    assertEquals(Optional.empty(), Bimatrix.of(0, 0, 0, 0, 0, 0, 0, 0).mixedEquilibrium());
    assertEquals(2 / 3.0, STAG_HUNT.mixedEquilibrium().orElseThrow().first(), 1e-15);
  }

  private static String sorted(Bimatrix game) {
    return game.equilibria().stream().map(Equilibrium::toString).sorted().toList().toString();
  }
}
