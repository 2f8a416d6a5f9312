package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.env.Bimatrix.Mixed;
import dev.parley.env.Bimatrix.Outcome;
import dev.parley.env.Bimatrix.Payoff;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BimatrixTest {

  private static final Bimatrix UNLIKE = Bimatrix.of(1, 2, 3, 4, 5, 6, 7, 8);

  @Test
  void orderIsCcCdDcDd() {
    assertEquals(new Payoff(1, 2), UNLIKE.payoff(Bimatrix.COOPERATE, Bimatrix.COOPERATE));
    assertEquals(new Payoff(3, 4), UNLIKE.payoff(Bimatrix.COOPERATE, Bimatrix.DEFECT));
    assertEquals(new Payoff(5, 6), UNLIKE.payoff(Bimatrix.DEFECT, Bimatrix.COOPERATE));
    assertEquals(new Payoff(7, 8), UNLIKE.payoff(Bimatrix.DEFECT, Bimatrix.DEFECT));
  }

  @Test
  void symmetricGivesTheDefectorTheTemptation() {
    assertEquals(Bimatrix.of(3, 3, 0, 5, 5, 0, 1, 1), Bimatrix.symmetric(5, 3, 1, 0));
  }

  @Test
  void mirroredExchangesActionsAndNotPlayers() {
    Bimatrix mirrored = UNLIKE.mirrored();
    for (int first = 0; first < 2; first++) {
      for (int second = 0; second < 2; second++) {
        assertEquals(UNLIKE.payoff(first, second), mirrored.payoff(1 - first, 1 - second));
      }
    }
    assertEquals(UNLIKE, mirrored.mirrored());
  }

  @Test
  void optimumAndUniform() {
    assertEquals(15, UNLIKE.optimum());
    assertEquals((3 + 7 + 11 + 15) / 4.0, UNLIKE.uniform());
    assertEquals(-1, Bimatrix.of(-3, -3, -1, 0, -5, 0, -2, -2).optimum());
  }

  /** Matching pennies with unlike stakes: numbers of nashpy 0.0.43, support_enumeration. */
  @Test
  void matchingPenniesHasOneMixedEquilibrium() {
    Bimatrix pennies = Bimatrix.of(3, -3, -1, 1, -2, 2, 1, -1);
    assertEquals(List.of(), pennies.pureEquilibria());
    Mixed mixed = pennies.mixedEquilibrium().orElseThrow();
    assertEquals(3 / 7.0, mixed.first(), 1e-15);
    assertEquals(2 / 7.0, mixed.second(), 1e-15);
  }

  /** Value 2, cost 3: a dove with probability 1 - 2/3, as nashpy 0.0.43 has it. */
  @Test
  void hawkDoveHasTwoPureEquilibriaAndAMixedOne() {
    Bimatrix hawkDove = Bimatrix.symmetric(2, 1, -0.5, 0);
    assertEquals(List.of(new Outcome(0, 1), new Outcome(1, 0)), hawkDove.pureEquilibria());
    Mixed mixed = hawkDove.mixedEquilibrium().orElseThrow();
    assertEquals(1 / 3.0, mixed.first(), 1e-15);
    assertEquals(1 / 3.0, mixed.second(), 1e-15);
  }

  /** In a mixed equilibrium neither player can gain by either pure action. */
  @Test
  void mixedEquilibriumLeavesBothIndifferent() {
    Bimatrix game = Bimatrix.of(3, -3.5, -1, 1, -2, 2, 1.25, -1);
    Mixed mixed = game.mixedEquilibrium().orElseThrow();
    double p = mixed.first();
    double q = mixed.second();
    assertEquals(
        q * game.cc().first() + (1 - q) * game.cd().first(),
        q * game.dc().first() + (1 - q) * game.dd().first(),
        1e-15);
    assertEquals(
        p * game.cc().second() + (1 - p) * game.dc().second(),
        p * game.cd().second() + (1 - p) * game.dd().second(),
        1e-15);
  }

  @Test
  void dominanceHasNoMixedEquilibrium() {
    Bimatrix dilemma = Bimatrix.symmetric(5, 3, 1, 0);
    assertEquals(List.of(new Outcome(1, 1)), dilemma.pureEquilibria());
    assertEquals(Optional.empty(), dilemma.mixedEquilibrium());
  }

  /** A player who gains the same by switching, whatever the other does: the denominator is 0. */
  @Test
  void zeroDenominatorHasNoMixedEquilibrium() {
    assertEquals(Optional.empty(), Bimatrix.of(2, 2, 0, 3, 3, 0, 1, 1).mixedEquilibrium());
    assertEquals(Optional.empty(), Bimatrix.of(1, 1, 1, 1, 1, 1, 1, 1).mixedEquilibrium());
  }

  @Test
  void mixOnTheEdgeIsNotMixed() {
    assertEquals(Optional.empty(), ContextualPrisonersDilemma.paper().even().mixedEquilibrium());
  }

  @Test
  void allOutcomesOfAConstantGameAreEquilibria() {
    assertEquals(
        List.of(new Outcome(0, 0), new Outcome(0, 1), new Outcome(1, 0), new Outcome(1, 1)),
        Bimatrix.of(1, 1, 1, 1, 1, 1, 1, 1).pureEquilibria());
  }

  @Test
  void textsOfParts() {
    assertEquals("(C, D)", new Outcome(0, 1).toString());
    assertEquals("(-1, 2.5)", new Payoff(-1, 2.5).toString());
    assertEquals("Bimatrix.of(1, 2, 3, 4, 5, 6, 7, 8)", UNLIKE.toString());
    assertEquals(
        "Bimatrix.of(0.1, 1.0E12, -2, 1.0E-7, 0, 0, 0, 0)",
        Bimatrix.of(0.1, 1e12, -2, 1e-7, 0, 0, 0, 0).toString());
  }

  @Test
  void negativeZeroIsZero() {
    assertEquals(Bimatrix.of(0, 0, 0, 0, 0, 0, 0, 0), Bimatrix.of(-0.0, 0, 0, -0.0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void payoffThatIsNoNumber(double payoff) {
    SettingException e =
        assertThrows(SettingException.class, () -> Bimatrix.of(0, 0, payoff, 0, 0, 0, 0, 0));
    Problem problem = e.problems().get(0);
    assertEquals("payoff", problem.subject());
    assertEquals(Optional.of(String.valueOf(payoff)), problem.value("got"));
    assertEquals(Optional.of("a finite number"), problem.value("allowed"));
  }
}
