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

  static final Row FASTER =
      Row.against(
          "P11",
          "reference, batch 32",
          Side.ours("steps/s", List.of(900_000.0)),
          Side.peer("steps/s", List.of(10_000.0)),
          20,
          "a rate");
  static final Curves CURVES =
      new Curves(List.of(1_000, 20_000), Map.of("the peer", List.of(-15.125, -7.5)));

  private Example() {}

  private static Map<String, Double> details(String id) {
    return switch (id) {
      case "P7" -> Map.of("start of ND4J", 0.5);
      case "P12" -> Map.of("Parley: worlds", 0.0015);
      default -> Map.of();
    };
  }

  static Result of(String id, Row... rows) {
    return new Result(
        id,
        "2026-01-02",
        "./parley bench " + id,
        Map.of("processor", "a slow one"),
        List.of(rows),
        details(id),
        id.equals("P13") ? CURVES : Curves.NONE);
  }
}
