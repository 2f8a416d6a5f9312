package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.WebPage;
import dev.parley.agent.aim.Aim;
import dev.parley.analysis.Condition;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {

  private static final int LARGEST = 2_000_000;
  private static final int EPISODES = 400;

  @TempDir private Path folder;

  private static WebPage read(Run run) throws Exception {
    String html = run.report().html();
    assertTrue(html.getBytes(StandardCharsets.UTF_8).length < LARGEST, () -> html.length() + "");
    WebPage page = new WebPage(html);
    page.requireSelfContained();
    return page;
  }

  private static Run audited(boolean open, double cost, boolean varied) {
    double[] intact = new double[EPISODES];
    Arrays.setAll(intact, i -> 9 + i % 2);
    double[] permuted = Arrays.stream(intact).map(reward -> reward - cost).toArray();
    int[][] messages = new int[EPISODES][];
    Arrays.setAll(messages, i -> new int[] {varied ? i % 4 : 7});
    Fake plan = Fake.plan();
    plan.script().interventions =
        Optional.of(
            new Interventions(open, Messages.of(messages, 8))
                .played(Condition.INTACT, intact)
                .played(Condition.PERMUTED, permuted)
                .played(Condition.SILENCED, permuted)
                .influence(new double[] {0.25})
                .listening(new double[] {0.5}));
    return plan.run(Listener.silent());
  }

  private static String verdict(Run run) throws Exception {
    return read(run).elements("div").stream()
        .filter(div -> div.getAttribute("class").equals("verdict"))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  @Test
  void defaultRun() throws Exception {
    Run run = Aim.DEFAULT.run(Listener.silent());
    WebPage page = read(run);
    assertEquals(List.of("Run " + run.id()), page.texts("h1"));
    assertEquals(
        List.of(
            "Do they talk?",
            "Diagnosis",
            "Reward",
            "Other curves",
            "What was said",
            "What messages tell",
            "Codebook",
            "The game",
            "Preparation",
            "Plan",
            "Provenance",
            "How to repeat it"),
        page.texts("h2"));
    assertTrue(page.elements("img").size() >= 8);
    assertTrue(page.texts("code").contains(PlanText.line(run.plan())));
    assertTrue(page.texts("code").contains("./parley replay FOLDER"));
    assertTrue(page.text().contains("Ignored, not needed"));
    PlanText.settings(run.plan())
        .keySet()
        .forEach(name -> assertTrue(page.texts("th").contains(name), name));
    run.provenance()
        .facts()
        .forEach(
            (name, value) -> {
              assertTrue(page.texts("th").contains(name), name);
              assertTrue(page.texts("td").contains(value), value);
            });
    assertEquals(run.report().html(), run.report().html());
  }

  @Test
  void silentRun() throws Exception {
    WebPage page = read(Aim.DEFAULT.silent().rounds(20).pretrain(1).run(Listener.silent()));
    assertTrue(page.text().contains("Silent, not needed"));
    assertFalse(page.text().contains("from other episodes"));
  }

  @Test
  void verdictsInSentences() throws Exception {
    String used = verdict(audited(true, 2, true));
    assertTrue(used.contains("\nUsed, not needed\nThey talk"), used);
    assertTrue(used.contains("earn 2.00 less than the 9.50 of an episode"), used);
    assertTrue(used.contains("interval of this cost is 2.00 to 2.00"), used);
    assertTrue(used.contains("played 400 episodes"), used);
    assertTrue(used.contains("can be reached without any message"), used);
    assertTrue(verdict(audited(true, 0, true)).contains("\nIgnored, not needed\n"));
    assertTrue(verdict(audited(true, 0, false)).contains("carries 0.000 bit"));
    assertTrue(verdict(audited(false, 0, true)).contains("\nSilent, not needed\n"));
    assertTrue(verdict(Fake.plan().run(Listener.silent())).contains("No verdict"));
  }

  @Test
  void learnerWithoutCodebookOrMessages() throws Exception {
    Fake plan = Fake.plan();
    plan.script().codeUse = Map.of();
    plan.script().speaks = false;
    WebPage page = read(plan.run(Listener.silent()));
    assertEquals(
        List.of(
            "Do they talk?",
            "Diagnosis",
            "Reward",
            "Other curves",
            "Plan",
            "Provenance",
            "How to repeat it"),
        page.texts("h2"));
    assertEquals(
        List.of("reward by round", "defections by round"),
        page.elements("img").stream().map(i -> i.getAttribute("alt")).skip(1).toList());
    assertTrue(page.text().contains("cannot be read back from its file (plan: "));
  }

  @Test
  void stoppedEarly() throws Exception {
    Fake plan = Fake.plan();
    plan.script().playing = round -> Thread.currentThread().interrupt();
    WebPage page = read(plan.run(Listener.silent()));
    assertTrue(page.texts("h1").get(0).endsWith(", stopped early"));
    assertTrue(page.text().contains("in 1 round of 4 episodes"));
    assertTrue(page.text().contains("30 rounds were planned"));
    assertTrue(page.text().contains("has not converged"));
  }

  @Test
  void stoppedBeforeTheFirstRound() throws Exception {
    Thread.currentThread().interrupt();
    WebPage page = read(Fake.plan().run(Listener.silent()));
    assertTrue(page.text().contains("There was no audit: no round is complete."));
    assertFalse(page.texts("h2").contains("Reward"));
    assertFalse(page.text().contains("NaN"));
  }

  @Test
  void oneRoundAndAGameInWhichNothingCanBeGained() throws Exception {
    read(Runs.of(Fake.plan(), Runs.NEEDED, 5));
    read(Runs.of(Fake.plan(), new dev.parley.env.Anchors(5, 5, 5, 5), 5, 5));
  }

  @Test
  void pageIsSavedWithTheRun() throws IOException {
    Run run = Fake.plan().run(Listener.silent());
    run.save(folder);
    assertEquals(run.report().html(), Files.readString(folder.resolve("report.html")));
  }
}
