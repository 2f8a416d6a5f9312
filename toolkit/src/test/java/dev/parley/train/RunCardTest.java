package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.env.Anchors;
import dev.parley.env.ParityDilemma;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunCardTest {

  @Test
  void textOfARun() {
    Fake plan = Fake.plan().rounds(40).seed(7);
    Run run = Runs.of(plan, Runs.NEEDED, Runs.step(10, 4.5, 30, 10));
    String expected =
        """
        Run %s
          plan          Fake.plan().seed(7).rounds(40)
          rounds        40 of 40, batches of 4, seed 7
          joint reward  %s
          converged     round 28
          codes         2 of 3 stand for images; at the end a speaks 2, b speaks 1
          replay        not possible: plan: dev.parley.train.Fake is not in the catalogue of types that can be read back
          time          1.2 s on CPU (ND4J 1.0)\
        """;
    String reward =
        "10.00 at the end (optimum 10.00, best without communication 7.00, uniform 4.50):"
            + " score 1.00";
    assertEquals(expected.formatted(run.id(), reward), run.toString());
  }

  @Test
  void whereNoMessageIsNeededItIsNotMentioned() {
    Run run = Runs.of(Fake.plan(), Runs.NOT_NEEDED, Runs.step(0, 0, 30, 5));
    assertEquals(
        "5.00 at the end (optimum 9.00, uniform 4.00): score 0.20", line(run, "joint reward"));
    assertEquals("not in 30 rounds", line(run, "converged"));
  }

  @Test
  void gameThatDoesNotTellWhatPlayIsWorth() {
    Run run = Runs.of(Fake.plan(), Anchors.unknown(), Runs.step(0, 0, 40, 5));
    assertEquals("5.00 at the end, what it is worth is not known", line(run, "joint reward"));
    assertTrue(line(run, "converged").startsWith("not known"));
    assertFalse(run.toString().contains("NaN"), run.toString());
    assertFalse(run.diagnosis().toString().contains("NaN"), run.diagnosis().toString());
    assertFalse(run.report().html().contains("NaN"));
    assertFalse(run.audit().headline().contains("not needed"));
  }

  @Test
  void stoppedEarly() {
    Run run = Runs.of(Fake.plan(), Runs.NOT_NEEDED, 5, 6);
    assertTrue(run.toString().startsWith("Run " + run.id() + ", stopped early\n"));
    assertEquals("2 of 30, batches of 4, seed 1", line(run, "rounds"));
  }

  @Test
  void noRoundIsComplete() {
    Run run = Runs.of(Fake.plan(), Runs.NOT_NEEDED);
    assertEquals("none: stopped before the end of the first round", line(run, "joint reward"));
    assertFalse(run.toString().contains("converged"));
    assertFalse(run.toString().contains("NaN"));
    assertFalse(run.html().contains("NaN"));
  }

  @Test
  void verdictOfTheAudit() {
    Fake plan = Fake.plan().environment(ParityDilemma.standard());
    double[] rewards = {4, 4};
    plan.script().interventions =
        Optional.of(
            new Interventions(true, Messages.of(new int[][] {{0}, {0}}, 1))
                .played(Condition.INTACT, rewards)
                .played(Condition.PERMUTED, rewards));
    assertEquals("constant: 0.00 bit a message", line(plan.run(Listener.silent()), "verdict"));
  }

  @Test
  void noVerdictWithoutAnAudit() {
    Fake plan = Fake.plan().audit(false);
    assertEquals("none: audit(false)", line(plan.run(Listener.silent()), "verdict"));
  }

  @Test
  void noCodebookNoLine() {
    Fake plan = Fake.plan();
    plan.script().codeUse = Map.of();
    Run run = plan.run(Listener.silent());
    assertFalse(run.toString().contains("  codes"));
    assertFalse(run.toString().contains("  verdict"));
    assertEquals(0, run.codesUsed());
  }

  @Test
  void htmlSaysTheSame() {
    Run run = Runs.of(Fake.plan().seed(7), Runs.NEEDED, 1, 2, 3);
    String html = run.html();
    for (String name : List.of("plan", "rounds", "joint reward", "converged", "codes", "time")) {
      assertTrue(html.contains("<td style=\"text-align:left\">" + line(run, name) + "</td>"), name);
    }
    assertFalse(html.contains("<script"));
  }

  @Test
  void textIsTheSameEverywhere() {
    Run run = Runs.of(Fake.plan(), Runs.NEEDED, 1234.5, 2, 3);
    String usualText = run.toString();
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(usualText, run.toString());
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(usualText, run.toString());
    } finally {
      Locale.setDefault(usual);
    }
  }

  /** The fact of that name. */
  private static String line(Run run, String name) {
    return run.toString()
        .lines()
        .filter(line -> line.startsWith("  " + name + " "))
        .map(line -> line.substring(2 + name.length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
