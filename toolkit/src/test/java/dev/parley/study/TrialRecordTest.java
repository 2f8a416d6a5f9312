package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.study.StudyResult.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrialRecordTest {

  private static Optional<TrialRecord> converged(double round) {
    Map<String, Double> measures = Map.of("rounds", 1000.0, "converged_round", round);
    return Optional.of(new TrialRecord("0-1", "", 1, measures, "", List.of(), Map.of(), 0, ""));
  }

  private static Optional<TrialRecord> on(String jdk, String data) {
    Map<String, String> facts = Map.of("jdk", jdk, "data sha256", data, "os", "Linux");
    return Optional.of(new TrialRecord("0-1", "", 1, Map.of(), "", List.of(), facts, 0, ""));
  }

  /** Records of one store may come from two machines; data may be what is varied. */
  @Test
  void whatTrialsDoNotHaveInCommonIsTold() {
    Cell cell = new Cell("x", Map.of(), Small.PLAN, false);
    Row same = new Row(cell, List.of(on("17", "a"), on("17", "b"), Optional.empty()));
    Row other = new Row(cell, List.of(on("25", "a")));
    assertEquals(Set.of(), StudyResult.mixed(List.of(same)));
    assertEquals(Set.of("jdk"), StudyResult.mixed(List.of(same, other)));
  }

  /** One of two that is early, and one that never is, are no early cell. */
  @Test
  void aRunThatDidNotConvergeIsAsLateAsItCanBe() {
    Cell cell = new Cell("x", Map.of(), Small.PLAN, false);
    Row row = new Row(cell, List.of(converged(50), converged(Double.NaN)));
    assertEquals(525, row.mean("converged_round"));
    assertEquals(Double.NaN, row.measure("converged_round")[1]);
    assertEquals(Double.NaN, row.mean("score"));
  }
}
