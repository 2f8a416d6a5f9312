package dev.parley.report;

import java.io.StringWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tablesaw tables, each made anew from arrays, so that whoever gets one may change it. */
public final class Tables {

  /** How a real number is shown; files get all its digits. */
  private static final String REAL = "0.####";

  private static final String WHOLE = "0";

  static {
    // Tablesaw's types refer to each other as they are initialised: two threads that begin with
    // different ones would wait for each other for ever. Here one thread begins with all.
    ColumnType.values();
  }

  private final Table table;

  private Tables(String name) {
    this.table = Table.create(name);
  }

  /** An empty table of that name. */
  public static Tables named(String name) {
    return new Tables(name);
  }

  /** One more column of real numbers; copied. */
  public Tables reals(String name, double[] values) {
    DoubleColumn column = DoubleColumn.create(name, values.clone());
    column.setPrintFormatter(shown(REAL), "");
    table.addColumns(column);
    return this;
  }

  /** One more column of whole numbers. */
  public Tables wholes(String name, int[] values) {
    IntColumn column = IntColumn.create(name, values.clone());
    column.setPrintFormatter(shown(WHOLE), "");
    table.addColumns(column);
    return this;
  }

  /** One more column of whole numbers that were kept as doubles. */
  public Tables wholes(String name, double[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
    }
    return wholes(name, ints);
  }

  /** One more column of texts. */
  public Tables texts(String name, List<String> values) {
    table.addColumns(StringColumn.create(name, values));
    return this;
  }

  /** The table. */
  public Table table() {
    return table;
  }

  /** A format of its own for each column: it keeps state, and two threads may show two tables. */
  private static NumberFormat shown(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /**
   * A table as comma-separated values with a header and line feeds; empty for one without columns.
   */
  public static String csv(Table table) {
    if (table.columnCount() == 0) {
      return "";
    }
    StringWriter text = new StringWriter();
    table.write().csv(text);
    return text.toString().replace("\r\n", "\n");
  }

  /**
   * A table as a JSON array with an object for each row. Numbers stay numbers with all their
   * digits, what is missing is null; an infinite number, which JSON does not have, is a text. A
   * text that is empty is missing: Tablesaw does not tell the two apart.
   */
  public static String json(Table table) {
    return Json.of(table);
  }

  /**
   * A table for LaTeX with the package booktabs: texts left, numbers right, as many decimals in a
   * column as its numbers need and three significant digits have, -- for what is missing. Special
   * characters are escaped in caption and cells; letters beyond ASCII stay as they are.
   *
   * @param label what the text refers to it by, as {@code tab:shares}
   */
  public static String latex(Table table, String caption, String label) {
    return Latex.of(table, caption, label);
  }

  /**
   * A table for a notebook: no scripts, no style that it does not carry itself, colours of the page
   * around it. Numbers are right, with the digits that a column shares; a long table is shown with
   * its first and last 10 rows, a wide one with its first and last 8 columns, and says what is left
   * out.
   */
  public static String html(Table table) {
    return Shortened.html(table);
  }

  /** A number with three significant digits, or all those before its point if these are more. */
  public static String number(double value) {
    return Digits.text(value);
  }
}
