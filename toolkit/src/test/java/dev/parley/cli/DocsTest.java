package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of README.md and docs compiles and runs; {@link Page} says how. */
class DocsTest {

  @TempDir private Path folder;

  static Stream<Page> pages() {
    return Repository.pages().stream().map(DocsTest::read).filter(page -> !page.blocks().isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyBlockCompiles(Page page) throws IOException {
    assertEquals("", page.compile());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void pageRuns(Page page) throws Exception {
    assertEquals("", page.run(folder));
  }

  /** Scripts beside the pages take minutes to run. */
  @Test
  void everyScriptCompiles() throws IOException {
    List<Path> scripts = Repository.scripts();
    assertTrue(scripts.size() >= 2, scripts::toString);
    for (Path script : scripts) {
      String text = Files.readString(script);
      Page.Block all = new Page.Block(1, false, text);
      assertEquals("", new Page(Repository.name(script), List.of(all)).compile());
    }
  }

  /** The numbers of the example are one machine's; its lines are what a run prints. */
  @Test
  void exampleOfARunHasTheLinesOfARun() throws IOException {
    Said said = Said.by("run", "--rounds=1", "--out=" + folder.resolve("run"));
    String readme = Files.readString(Repository.path("README.md"));
    String example =
        readme.substring(readme.indexOf("    Run "), readme.indexOf("The agents reach"));
    assertEquals(names(said.out()), names(example.indent(-4)));
  }

  /** What a line of a card begins with, up to two spaces or an id. */
  private static List<String> names(String card) {
    return card.strip()
        .lines()
        .map(line -> line.strip().replaceAll("( {2,}| [0-9a-f]{12}).*", ""))
        .toList();
  }

  @Test
  void theFirstPageHasCodeThatRuns() {
    List<Page> pages = pages().toList();
    assertEquals("README.md", pages.get(0).name());
    assertTrue(pages.get(0).blocks().stream().anyMatch(Page.Block::runs));
  }

  @Test
  void blockThatDoesNotCompileIsNamedAndTheNextIsStillSeen() throws IOException {
    Page page =
        page(
            """
            # Title
            ```java
            int a = 1;
            int b = c;
            ```
            text
            ```java no-run
            a
            d
            ```
            """);
    assertEquals(
        """
        docs/x.md:4: cannot find symbol
          symbol:   variable c
          int b = c;
                  ^
        docs/x.md:9: cannot find symbol
          symbol:   variable d
          d
          ^
        """,
        page.compile());
  }

  @Test
  void blockThatFailsIsNamed() throws Exception {
    Page page =
        page(
            """
            ```java
            int zero = 0;
            ```
            ```java
            1 / zero
            ```
            """);
    assertEquals("", page.compile());
    assertTrue(page.run(folder).contains("docs/x.md:5: java.lang.ArithmeticException: / by zero"));
  }

  @Test
  void laterBlocksUseEarlierOnesAndFilesGoToTheFolder() throws Exception {
    Page page =
        page(
            """
            ```java
            Path made = Files.createDirectory(Path.of("made"));
            ```
            ```java no-run
            throw new IllegalStateException("not to be run");
            ```
            ```sh
            ```
            ```java
            Files.writeString(made.resolve("file"), "text")
            ```
            """);
    assertEquals("", page.compile());
    assertEquals("", page.run(folder));
    assertEquals("text", Files.readString(folder.resolve("made/file")));
  }

  @Test
  void otherBlocksAreNoCode() {
    Page page = page("```\n```java\n```\n```javascript\nx\n```\n```text\n```java\n```\n");
    assertEquals(List.of(), page.blocks());
  }

  @Test
  void unknownMarkAndMissingEnd() {
    AssertionError mark = assertThrows(AssertionError.class, () -> page("a\n```java norun\n```"));
    assertEquals("docs/x.md:2: unknown kind of block: ```java norun", mark.getMessage());
    AssertionError end = assertThrows(AssertionError.class, () -> page("```java\n1\n"));
    assertEquals("docs/x.md:1: a block without an end", end.getMessage());
  }

  private static Page page(String text) {
    return Page.parse("docs/x.md", text.lines().toList());
  }

  private static Page read(Path file) {
    try {
      return Page.parse(Repository.name(file), Files.readAllLines(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
