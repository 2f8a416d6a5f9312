package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Bimatrix;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.PrisonersDilemma;
import dev.parley.env.Role;
import dev.parley.language.MessageLog;
import dev.parley.random.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

final class EquilibriaTest {

  private static final Environment CONTEXTUAL = ContextualPrisonersDilemma.paper();

  /** Labels 0 and 1 in turn; both cooperate, but that a defects in every fourth episode. */
  private static MessageLog log(int episodes) {
    MessageLog log = new MessageLog(List.of("a", "b"), 1, 2, 1, 100, 100);
    for (int i = 0; i < episodes; i++) {
      log.begin(i % 2);
      log.did(0, i % 4 == 3 ? 1 : 0);
      log.did(1, 0);
    }
    return log;
  }

  @Test
  void oneRowAContext() {
    Table table = Equilibria.of(log(80), CONTEXTUAL).table();
    assertEquals(List.of("even labels", "odd labels"), table.stringColumn("context").asList());
    assertEquals(40, table.intColumn("episodes").get(0));
    assertEquals(1, table.doubleColumn("a_cooperates").get(0));
    assertEquals(0.5, table.doubleColumn("a_cooperates").get(1));
    assertEquals("(C, C) weak, (D, D) strict", table.stringColumn("pure_equilibria").get(0));
    assertEquals("(D, D) strict", table.stringColumn("pure_equilibria").get(1));
    assertEquals("none", table.stringColumn("mixed_equilibria").get(0));
    assertEquals("C or D", table.stringColumn("a_best").get(0));
    assertEquals("D", table.stringColumn("a_best").get(1));
    assertEquals(0.5, table.doubleColumn("share").get(1));
    assertEquals("(C, C)", table.stringColumn("most_played").get(1));
    assertEquals("no", table.stringColumn("equilibrium").get(1));
    assertEquals("yes", table.stringColumn("team_optimum").get(1));
  }

  /** Wilson's interval for 20 of 40, as scipy 1.17.1 has it: binomtest(20, 40).proportion_ci. */
  @Test
  void intervalsAreWilsons() {
    Play odd = Equilibria.of(log(80), CONTEXTUAL).plays().get(1);
    assertEquals(0.3520, odd.first().low(), 5e-5);
    assertEquals(0.6480, odd.first().high(), 5e-5);
    assertEquals(1, odd.second().high());
  }

  @Test
  void text() {
    String text = Equilibria.of(log(80), CONTEXTUAL).toString();
    assertEquals(
        """
        Equilibria: the last 80 episodes of training
          even labels  (C, C) in 100.0 % of 40 episodes: equilibrium weak, team optimum yes; NashConv 0.00
            alone      equilibria (C, C) weak, (D, D) strict; mixed none
            as a team  best is (C, C)
          odd labels   (C, C) in 50.0 % of 40 episodes: equilibrium no, team optimum yes; NashConv 2.00
            alone      equilibria (D, D) strict; mixed none
            as a team  best is (C, C) (dominated)\
        """,
        text);
    assertTrue(Equilibria.of(log(80), CONTEXTUAL).html().contains("odd labels"));
  }

  @Test
  void oneTableForAllLabels() {
    List<Play> plays = Equilibria.of(log(80), PrisonersDilemma.classic()).plays();
    assertEquals(List.of("all labels"), plays.stream().map(Play::context).toList());
    assertEquals(80, plays.get(0).episodes());
    assertEquals(20, plays.get(0).dc());
  }

  /** One episode, so that one context has none. */
  @Test
  void contextWithoutAnEpisode() {
    Equilibria equilibria = Equilibria.of(log(1), CONTEXTUAL);
    Play odd = equilibria.plays().get(1);
    assertEquals(0, odd.episodes());
    assertTrue(Double.isNaN(odd.nashConv()));
    assertEquals("", equilibria.table().stringColumn("a_best").get(1));
    assertEquals("", equilibria.table().stringColumn("most_played").get(1));
    assertFalse(equilibria.toString().contains("NaN"));
    assertTrue(equilibria.toString().contains("no episode"));
  }

  @Test
  void mixedEquilibriaAreNamed() {
    Bimatrix chicken = Bimatrix.of(6, 6, 2, 7, 7, 2, 0, 0);
    assertEquals("(0.667 C, 0.667 C)", new Play("x", chicken, 1, 0, 0, 0).mixedEquilibria());
    Bimatrix pennies = Bimatrix.of(1, -1, -1, 1, -1, 1, 1, -1);
    assertEquals("none", new Play("x", pennies, 1, 0, 0, 0).pureEquilibria());
  }

  @Test
  void gameThatIsNoDilemma() {
    Equilibria none = Equilibria.of(log(80), new Other());
    assertEquals(List.of(), none.plays());
    assertEquals(0, none.table().rowCount());
    assertEquals("no equilibria: the game is no dilemma", none.note());
    assertEquals(none.note(), none.toString());
  }

  private record Other() implements Environment {

    @Override
    public List<Role> roles() {
      return ContextualPrisonersDilemma.paper().roles();
    }

    @Override
    public Anchors anchors(Samples samples) {
      return Runs.NEEDED;
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      throw new AssertionError();
    }
  }
}
