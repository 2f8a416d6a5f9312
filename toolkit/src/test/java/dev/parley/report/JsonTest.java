package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What is written, read back by another library. */
final class JsonTest {

  private static JsonNode read(Table table) throws JsonProcessingException {
    return new ObjectMapper().readTree(Tables.json(table));
  }

  @Test
  void anObjectForEachRow() {
    Table table =
        Tables.named("t")
            .texts("agent", List.of("a", "b"))
            .wholes("round", new int[] {1, -2})
            .reals("reward", new double[] {0.5, Double.NaN})
            .table();
    assertEquals(
        """
        [
          {"agent": "a", "round": 1, "reward": 0.5},
          {"agent": "b", "round": -2, "reward": null}
        ]
        """,
        Tables.json(table));
  }

  @Test
  void numbersKeepAllDigits() throws JsonProcessingException {
    double[] values = {1 / 3.0, 1e-7, Math.PI * 1e20, Double.MIN_VALUE, -0.0, Double.MAX_VALUE};
    JsonNode rows = read(Tables.named("t").reals("x", values).table());
    for (int i = 0; i < values.length; i++) {
      assertTrue(rows.get(i).get("x").isNumber());
      assertEquals(values[i], rows.get(i).get("x").doubleValue());
    }
  }

  @Test
  void whatJsonDoesNotHave() throws JsonProcessingException {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    JsonNode rows = read(Tables.named("t").reals("x", values).table());
    assertTrue(rows.get(0).get("x").isNull());
    assertEquals("Infinity", rows.get(1).get("x").textValue());
    assertEquals("-Infinity", rows.get(2).get("x").textValue());
  }

  @Test
  void missingIsNull() throws JsonProcessingException {
    IntColumn wholes = IntColumn.create("n", 2);
    BooleanColumn flags = BooleanColumn.create("flag", new Boolean[] {true, null});
    Table table = Table.create("t", wholes, flags).addColumns();
    table.intColumn("n").set(0, 7);
    JsonNode rows = read(table);
    assertEquals(7, rows.get(0).get("n").intValue());
    assertTrue(rows.get(0).get("flag").isBoolean());
    assertTrue(rows.get(1).get("n").isNull());
    assertTrue(rows.get(1).get("flag").isNull());
  }

  @Test
  void emptyTextIsMissing() throws JsonProcessingException {
    JsonNode rows = read(Tables.named("t").texts("a", List.of("", " ")).table());
    assertTrue(rows.get(0).get("a").isNull());
    assertEquals(" ", rows.get(1).get("a").textValue());
  }

  @Test
  void textsComeBackAsTheyWere() throws JsonProcessingException {
    List<String> nasty =
        List.of("\"", "\\", "\\\"", "a\nb\r\tc", "\0\1\37", "é 消息 \uD83D\uDE00", "\u2028", "</b>");
    Table table = Tables.named("t").texts("\"a\\", nasty).table();
    JsonNode rows = read(table);
    for (int i = 0; i < nasty.size(); i++) {
      assertEquals(nasty.get(i), rows.get(i).get("\"a\\").textValue());
    }
    assertTrue(Tables.json(table).lines().count() == nasty.size() + 2, "no line feed in a text");
  }

  @Test
  void nothing() throws JsonProcessingException {
    assertEquals("[]\n", Tables.json(Tables.named("t").table()));
    assertEquals("[]\n", Tables.json(Tables.named("t").reals("x", new double[0]).table()));
    assertEquals(0, read(Tables.named("t").table()).size());
  }
}
