package dev.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables for a page. */
final class HtmlTable {

  /** Characters up to which a text keeps to one line. */
  private static final int SHORT = 24;

  private static final String MISSING = "\u2013";

  /** Columns from which on a table is set smaller in print. */
  private static final int WIDE = 9;

  private final Table table;
  private final Excerpt excerpt;

  HtmlTable(Table table, Excerpt excerpt) {
    this.table = table;
    this.excerpt = excerpt;
  }

  /** A table that scrolls in a box of its own where it is wider than the page. */
  String html(String caption) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(Html.text(caption))
        .append("\">\n<table class=\"data")
        .append(table.columnCount() >= WIDE ? " wide" : "")
        .append("\">\n<caption>")
        .append(Html.text(caption))
        .append("</caption>\n<thead><tr>");
    for (Column<?> column : table.columns()) {
      html.append("<th scope=\"col\"").append(side(column)).append(">");
      html.append(Html.breaking(column.name())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    rows(html);
    return html.append("</tbody>\n</table>\n</div>\n").toString();
  }

  /**
   * A table that carries its alignment itself, for places that have a style of their own and drop
   * foreign ones.
   */
  String inlined(String caption) {
    return html(caption)
        .replace(" class=\"number\"", " style=\"text-align:right;white-space:nowrap\"")
        .replace(" class=\"short\"", " style=\"text-align:left;white-space:nowrap\"")
        .replace("<td>", "<td style=\"text-align:left\">")
        .replace("<th scope=\"col\">", "<th scope=\"col\" style=\"text-align:left\">")
        .replace("<tr class=\"note\"><td", "<tr><td style=\"text-align:left;font-style:italic\"")
        .replace("<caption>", "<caption style=\"text-align:left\">")
        .replaceFirst("<div class=\"scroll\"", "<div style=\"overflow-x:auto\"");
  }

  private void rows(StringBuilder html) {
    int rows = table.rowCount();
    if (rows == 0) {
      note("no rows", html);
    }
    List<List<String>> cells = new ArrayList<>();
    table.columns().forEach(column -> cells.add(cells(column)));
    for (int row = 0; row < rows; row++) {
      if (excerpt.omits(row, rows)) {
        int left = excerpt.omitted(rows);
        String file = excerpt.file().isEmpty() ? "" : " in " + excerpt.file();
        note(String.format(Locale.ROOT, "%,d more rows%s", left, file), html);
        row += left - 1;
        continue;
      }
      html.append("<tr>");
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i).get(row);
        html.append("<td").append(side(table.column(i), cell)).append(">");
        html.append(cell).append("</td>");
      }
      html.append("</tr>\n");
    }
  }

  private void note(String text, StringBuilder html) {
    html.append("<tr class=\"note\"><td colspan=\"")
        .append(Math.max(1, table.columnCount()))
        .append("\">")
        .append(Html.text(text))
        .append("</td></tr>\n");
  }

  private static String side(Column<?> column) {
    return column instanceof NumericColumn ? " class=\"number\"" : "";
  }

  private static String side(Column<?> column, String cell) {
    boolean brief = !(column instanceof NumericColumn) && cell.length() <= SHORT;
    return brief ? " class=\"short\"" : side(column);
  }

  private static List<String> cells(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers && !isWhole(column)) {
      return reals(numbers);
    }
    return IntStream.range(0, column.size())
        .mapToObj(i -> column.isMissing(i) ? MISSING : Html.text(column.get(i).toString()))
        .toList();
  }

  private static boolean isWhole(Column<?> column) {
    return column instanceof IntColumn
        || column instanceof LongColumn
        || column instanceof ShortColumn;
  }

  /** Numbers with the decimals that they share; one that would be shown as 0 has its own digits. */
  private static List<String> reals(NumericColumn<?> column) {
    double[] values = column.asDoubleArray();
    int shared = Digits.decimals(values);
    return IntStream.range(0, values.length)
        .mapToObj(i -> column.isMissing(i) ? MISSING : real(values[i], shared))
        .toList();
  }

  private static String real(double value, int shared) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "\u221e" : "-\u221e";
    }
    boolean vanishes = shared >= 0 && Digits.vanishes(shared, value);
    return Digits.shown(value, vanishes ? -1 : shared);
  }
}
