package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

final class TablesTest {

  @Test
  void columnsInTheirOrder() {
    Table table =
        Tables.named("runs")
            .wholes("round", new int[] {1, 2})
            .reals("reward", new double[] {0.5, -2})
            .wholes("codes", new double[] {3, 4})
            .texts("message", List.of("0 1", "1 0"))
            .table();
    assertEquals("runs", table.name());
    assertEquals(List.of("round", "reward", "codes", "message"), table.columnNames());
    assertEquals(
        List.of(ColumnType.INTEGER, ColumnType.DOUBLE, ColumnType.INTEGER, ColumnType.STRING),
        table.types());
    assertEquals(-2, table.doubleColumn("reward").getDouble(1));
    assertEquals(4, table.intColumn("codes").getInt(1));
    assertEquals("1 0", table.stringColumn("message").get(1));
  }

  @Test
  void columnsAreCopied() {
    double[] reals = {1, 2};
    int[] wholes = {3, 4};
    Table table = Tables.named("t").reals("r", reals).wholes("w", wholes).table();
    reals[0] = 9;
    wholes[0] = 9;
    assertEquals("r,w\n1.0,3\n2.0,4\n", Tables.csv(table));
    table.doubleColumn("r").set(1, 7.0);
    table.intColumn("w").set(1, 7);
    assertEquals(2, reals[1]);
    assertEquals(4, wholes[1]);
  }

  @Test
  void aChangedTableDoesNotChangeASecondOne() {
    double[] values = {1, 2};
    Table first = Tables.named("t").reals("x", values).table();
    Table second = Tables.named("t").reals("x", values).table();
    first.doubleColumn("x").set(0, 100.0);
    first.removeColumns("x");
    assertEquals("x\n1.0\n2.0\n", Tables.csv(second));
  }

  /** Every digit that tells a double from its neighbours. */
  @Test
  void csvHasAllDigits() {
    double[] values = {1 / 3.0, 1e-7, 1234567.891, Math.PI * 1e20, Double.MIN_VALUE, -0.1};
    String csv = Tables.csv(Tables.named("t").reals("x", values).table());
    List<String> lines = csv.lines().toList();
    assertEquals("x", lines.get(0));
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], Double.parseDouble(lines.get(i + 1)));
    }
  }

  @Test
  void csvEndsLinesWithALineFeed() {
    String csv = Tables.csv(Tables.named("t").wholes("a", new int[] {1, 2}).table());
    assertEquals("a\n1\n2\n", csv);
  }

  @Test
  void csvQuotesCommas() {
    Table table = Tables.named("t").texts("agent", List.of("a,b", "c")).table();
    assertEquals("agent\n\"a,b\"\nc\n", Tables.csv(table));
  }

  @Test
  void csvWithoutRowsIsTheHeader() {
    Table table = Tables.named("t").reals("a", new double[0]).texts("b", List.of()).table();
    assertEquals("a,b\n", Tables.csv(table));
  }

  @Test
  void csvWithoutColumnsIsEmpty() {
    assertEquals("", Tables.csv(Tables.named("t").table()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void textIsTheSameEverywhere(String language) {
    String csv = Tables.csv(numbers());
    String shown = numbers().print();
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals(csv, Tables.csv(numbers()));
      assertEquals(shown, numbers().print());
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static Table numbers() {
    return Tables.named("t")
        .reals("x", new double[] {0.125, -1234567.5})
        .wholes("n", new int[] {1, -2_000_000})
        .table();
  }

  @Test
  void fourDecimalsAreShown() {
    String shown = Tables.named("t").reals("x", new double[] {1 / 3.0, 5}).table().print();
    assertTrue(shown.contains("0.3333 ") && shown.contains(" 5 "), shown);
  }

  /** Tablesaw alone: five of eight such JVMs hung. */
  @RepeatedTest(3)
  void twoThreadsMayBeginAtOnce() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TwoThreads.class.getName())
            .inheritIO()
            .start();
    try {
      assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the threads wait for each other");
      assertEquals(0, child.exitValue());
    } finally {
      child.destroyForcibly();
    }
  }
}
