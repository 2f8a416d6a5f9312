package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.study.StudyResult.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrialRecordTest {

  private static Optional<TrialRecord> converged(double round) {
    Map<String, Double> measures = Map.of("rounds", 1000.0, "converged_round", round);
    return Optional.of(new TrialRecord("0-1", "", 1, measures, "", List.of(), Map.of(), 0, ""));
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
