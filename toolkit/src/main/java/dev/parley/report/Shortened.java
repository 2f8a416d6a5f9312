package dev.parley.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables of any size in a notebook: both ends of what is long or wide. */
final class Shortened {

  private static final int ROWS = 10;
  private static final int COLUMNS = 8;

  /** Columns of a table that is shown whole; a notebook scrolls sideways. */
  private static final int MOST = 24;

  /** Names of columns left out that are told; of more, the number alone. */
  private static final int NAMES = 30;

  private Shortened() {}

  static String html(Table table) {
    int columns = table.columnCount();
    boolean wide = columns > MOST;
    Table shown = wide ? table.selectColumns(ends(columns)) : table;
    String html =
        new HtmlTable(shown, Excerpt.ends(ROWS, ""))
            .inlined(
                String.format(
                    Locale.ROOT,
                    "%s%s, %s",
                    table.name() == null ? "" : table.name() + ": ",
                    Count.of(table.rowCount(), "row"),
                    Count.of(columns, "column")));
    return wide ? html + leftOut(table.columns().subList(COLUMNS, columns - COLUMNS)) : html;
  }

  private static int[] ends(int columns) {
    return IntStream.range(0, columns).filter(i -> i < COLUMNS || i >= columns - COLUMNS).toArray();
  }

  private static String leftOut(List<Column<?>> columns) {
    String names =
        columns.size() <= NAMES
            ? ": " + String.join(", ", columns.stream().map(Column::name).toList())
            : "";
    return "<p><i>"
        + Html.text(Count.of(columns.size(), "column") + " in the middle not shown" + names)
        + "</i></p>\n";
  }
}
