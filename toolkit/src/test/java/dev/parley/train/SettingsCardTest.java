package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.ActionMap;
import dev.parley.agent.aim.Aim;
import dev.parley.agent.aim.Symbols;
import dev.parley.report.Card;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a card of settings says of a setting is what its plan holds and checks. */
class SettingsCardTest {

  private static String line(Card card, String name) {
    List<String> lines =
        card.text().lines().filter(line -> line.startsWith("  " + name + " ")).toList();
    assertEquals(1, lines.size(), card::text);
    return lines.get(0).substring(name.length() + 3).strip();
  }

  private static void hasALineForEach(Class<?> type, Card card) {
    Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("setup"))
        .forEach(name -> assertTrue(line(card, name).endsWith(")"), name));
  }

  @Test
  void everySettingIsThere() {
    hasALineForEach(Aim.class, SettingsCard.own(Aim.DEFAULT));
    hasALineForEach(Setup.class, SettingsCard.shared(Setup.DEFAULT));
  }

  @Test
  void rangesAreThoseOfTheChecks() {
    Card own = SettingsCard.own(Aim.DEFAULT);
    assertEquals("50 (≥ 2)", line(own, "codebook"));
    assertEquals("0.0 (≥ 0)", line(own, "intent"));
    assertEquals("0.1, 0.1 (≥ 0)", line(own, "reflection"));
    assertEquals("0.01 (start: ≥ 0; decay: above 0, at most 1)", line(own, "entropy"));
    assertEquals("0.0 (weight: ≥ 0; …)", line(own, "positiveSignalling"));
    Card shared = SettingsCard.shared(Setup.DEFAULT);
    assertEquals("0.2 (0.0 to 0.9)", line(shared, "holdout"));
    assertEquals("1 (a whole number)", line(shared, "seed"));
    assertEquals("true (or false)", line(shared, "audit"));
  }

  @Test
  void wordsAndKindsAreThoseThatThereAre() {
    Card own = SettingsCard.own(Aim.DEFAULT);
    assertEquals("Symbols.CODEBOOK (or OWN_TABLE)", line(own, "symbols"));
    assertEquals("Channel.OPEN (or silent())", line(own, "channel"));
    assertEquals("ActionMap.halves() (or ActionMap.head())", line(own, "actions"));
    assertEquals("Quantiser.ema() (Quantiser.gradient())", line(own, "quantiser"));
    assertEquals(
        "Digits.embedded() (Digits, Mnist, Signals)",
        line(SettingsCard.shared(Setup.DEFAULT), "dataset"));
  }

  @Test
  void whatDiffersHasItsDefault() {
    Aim plan = Aim.DEFAULT.codebook(16).symbols(Symbols.OWN_TABLE).actions(ActionMap.head());
    Card own = SettingsCard.own(plan);
    assertEquals("16 (default 50; ≥ 2)", line(own, "codebook"));
    assertEquals("Symbols.OWN_TABLE (default CODEBOOK)", line(own, "symbols"));
    assertEquals("ActionMap.head() (default ActionMap.halves())", line(own, "actions"));
    Card shared = SettingsCard.shared(Setup.DEFAULT.rounds(7));
    assertEquals("7 (default 1000; ≥ 1)", line(shared, "rounds"));
  }
}
