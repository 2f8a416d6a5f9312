package dev.parley.bench;

import java.util.List;
import java.util.Map;

/** Results that were never measured. */
final class Example {

  static final Row MISSED =
      Row.against(
          "P1",
          "reference",
          Side.ours("ms", List.of(0.2, 0.25, 0.21)),
          Side.peer("ms", List.of(3.76, 3.7, 3.8)),
          20,
          "a note");
  static final Row SLOWER =
      Row.against(
          "P2",
          "batch 32",
          Side.ours("ms", List.of(2.0)),
          Side.peer("ms", List.of(1.0)),
          3,
          "another note");
  static final Row MET =
      Row.alone("P7", "cold start", Side.ours("s", List.of(3.104)), Goal.atMost(5), "");
  static final Row UNKNOWN =
      Row.alone("P8", "growth", Side.ours("MB", List.of(Double.NaN)), Goal.atMost(5), "");

  private Example() {}

  static Result of(String id, Row... rows) {
    return new Result(
        id,
        "2026-01-02",
        "./parley bench " + id,
        Map.of("processor", "a slow one"),
        List.of(rows),
        id.equals("P7") ? Map.of("start of ND4J", 0.5) : Map.of());
  }
}
