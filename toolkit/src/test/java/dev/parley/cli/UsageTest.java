package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the commands say about themselves. */
class UsageTest {

  @Test
  void noCommandIsWrongUseAndShowsHow() {
    Said said = Said.by();
    assertEquals(2, said.code());
    assertEquals("", said.out());
    assertEquals(Said.by("--help").out(), said.err());
  }

  @Test
  void helpNamesEveryCommand() {
    Said said = Said.by("--help");
    assertEquals(0, said.code());
    assertEquals("", said.err());
    Main.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertTrue(
                    said.out().contains("  " + name + " "), () -> name + " in " + said.out()));
    assertEquals(4, Main.commandLine().getSubcommands().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "replay", "study", "jshell"})
  void helpOfACommandNamesEveryOption(String name) {
    Said said = Said.by(name, "--help");
    assertEquals(0, said.code());
    CommandSpec command = Said.command(Main.commandLine(), name);
    assertTrue(command.options().size() >= 2);
    for (OptionSpec option : command.options()) {
      assertTrue(said.out().contains(option.longestName()), option.longestName());
    }
    assertEquals("", said.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "replay", "study", "jshell"})
  void helpIsPlainTextOf80Columns(String name) {
    Said said = name.isEmpty() ? Said.by("--help") : Said.by(name, "--help");
    assertTrue(said.out().lines().count() > 5);
    said.out().lines().forEach(line -> assertTrue(line.matches("[ -~]{0,80}"), line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "replay", "study", "jshell"})
  void versionIsToldByEveryCommand(String name) {
    Said said = name.isEmpty() ? Said.by("--version") : Said.by(name, "--version");
    assertEquals(0, said.code());
    assertTrue(
        said.out().strip().matches("parley \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?, ND4J \\d+\\.\\S+"),
        said.out());
  }

  @Test
  void unknownCommandIsWrongUse() {
    Said said = Said.by("rum");
    assertEquals(2, said.code());
    assertEquals(1, said.errors().size(), said.err());
    assertTrue(said.err().contains("'rum'"), said.err());
  }
}
