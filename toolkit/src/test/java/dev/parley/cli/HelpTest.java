package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.Parley;
import dev.parley.Repository;
import dev.parley.env.ParityDilemma;
import dev.parley.error.SettingException;
import dev.parley.report.Card;
import dev.parley.study.Study;
import dev.parley.train.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Parley.help()}: what it says is so. */
class HelpTest {

  /** What JShell shows of a value before it leaves out its middle. */
  private static final int ECHO = 1000;

  private static final Pattern TOPIC = Pattern.compile("\"(\\w+)\"");
  private static final Pattern NOTE = Pattern.compile(" {2,}");

  @TempDir private Path folder;

  /** The topics that a wrong one is told of. */
  private static List<String> topics() {
    SettingException refused = assertThrows(SettingException.class, () -> Parley.help("rum"));
    String allowed = refused.problems().get(0).value("allowed").orElseThrow();
    return TOPIC.matcher(allowed).results().map(found -> found.group(1)).toList();
  }

  /** What a line of a card begins with: code, or a page of the documentation. */
  private static List<String> beginnings(Card card) {
    return card.text()
        .lines()
        .skip(1)
        .map(
            line ->
                NOTE.matcher(line.strip())
                    .results()
                    .findFirst()
                    .map(found -> line.strip().substring(0, found.start()))
                    .orElse(line.strip()))
        .toList();
  }

  private static boolean isPage(String beginning) {
    return beginning.endsWith(".md");
  }

  @Test
  void everyLineOfCodeRunsAsItStands() throws Exception {
    List<Page.Block> blocks = new ArrayList<>();
    int line = 1;
    for (String topic : topics()) {
      List<String> code =
          beginnings(Parley.help(topic)).stream().filter(text -> !isPage(text)).toList();
      assertTrue(code.size() >= 5, topic);
      blocks.add(new Page.Block(line, true, String.join("\n", code)));
      line += code.size();
    }
    assertEquals(7, blocks.size());
    assertEquals("", new Page("help", blocks).run(folder));
    assertTrue(Files.exists(folder.resolve("runs/first/plan.json")));
  }

  @Test
  void everyPageIsThere() {
    List<String> pages =
        topics().stream()
            .flatMap(topic -> beginnings(Parley.help(topic)).stream())
            .filter(HelpTest::isPage)
            .toList();
    assertTrue(pages.size() >= topics().size(), pages::toString);
    pages.forEach(page -> assertTrue(Files.isRegularFile(Repository.path(page)), page));
  }

  @Test
  void theFirstCardNamesEveryTopic() {
    String text = Parley.help().text();
    List<String> named =
        TOPIC.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    assertEquals(topics().subList(1, topics().size()), named);
    assertEquals("start", topics().get(0));
    assertEquals(text, Parley.help("start").text());
  }

  @Test
  void cardsFitAnEchoAndATerminal() {
    for (String topic : topics()) {
      String text = Parley.help(topic).text();
      assertTrue(text.length() < ECHO, topic);
      text.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }
    assertTrue(Parley.help(Experiment.aim()).text().length() < ECHO);
    assertTrue(Parley.help(Experiment.aim().setup()).text().length() < ECHO);
  }

  @Test
  void valueOrClassLeadsToItsTopic() {
    assertEquals(Parley.help("run").text(), Parley.help(Run.class).text());
    assertEquals(Parley.help("game").text(), Parley.help(ParityDilemma.standard()).text());
    assertEquals(Parley.help("study").text(), Parley.help(Study.of(Experiment.aim())).text());
    assertEquals(Parley.help("plan").text(), Parley.help(Experiment.aim().getClass()).text());
    assertEquals(Parley.help("start").text(), Parley.help(Experiment.class).text());
    assertEquals(Parley.help("run").text(), Parley.help(" Run ").text());
  }

  @Test
  void whatThereIsNoHelpForIsTold() {
    assertTrue(message("rum").contains("help: got rum, allowed: \"start\", \"plan\", "));
    assertTrue(message(42).contains("help: got a value of Integer, allowed: "));
    assertTrue(message(null).contains("help: got null, allowed: "));
  }

  private static String message(@Nullable Object thing) {
    return assertThrows(SettingException.class, () -> Parley.help(thing)).problems().toString();
  }
}
