package dev.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables for LaTeX. */
final class Latex {

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9:._+/-]+");

  /** What LaTeX draws as one: two hyphens become a dash. */
  private static final Pattern LIGATURE = Pattern.compile("([-'`,])(?=\\1)|[?!](?=`)");

  private static final String MISSING = "--";

  private Latex() {}

  static String of(Table table, String caption, String label) {
    if (table.columnCount() == 0) {
      throw new IllegalArgumentException("a table without columns is no table in LaTeX");
    }
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "a label has letters, digits and :._+/- only, not \"" + label + "\"");
    }
    List<Column<?>> columns = table.columns();
    List<List<String>> cells = columns.stream().map(Latex::cells).toList();
    List<String> lines = new ArrayList<>();
    lines.add("% needs \\usepackage{booktabs}");
    lines.add("\\begin{table}");
    lines.add("  \\centering");
    lines.add("  \\caption{" + escaped(caption) + "}");
    lines.add("  \\label{" + label + "}");
    lines.add("  \\begin{tabular}{" + alignment(columns) + "}");
    lines.add("    \\toprule");
    lines.add(line(columns.stream().map(c -> escaped(c.name())).toList()));
    lines.add("    \\midrule");
    for (int i = 0; i < table.rowCount(); i++) {
      int row = i;
      lines.add(line(cells.stream().map(column -> column.get(row)).toList()));
    }
    lines.add("    \\bottomrule");
    lines.add("  \\end{tabular}");
    lines.add("\\end{table}");
    return String.join("\n", lines) + "\n";
  }

  private static String alignment(List<Column<?>> columns) {
    return columns.stream()
        .map(c -> c instanceof NumericColumn ? "r" : "l")
        .collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "    " + String.join(" & ", cells) + " \\\\";
  }

  private static List<String> cells(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      return numbers(numbers);
    }
    return IntStream.range(0, column.size())
        .mapToObj(i -> column.isMissing(i) ? MISSING : escaped(column.get(i).toString()))
        .toList();
  }

  private static List<String> numbers(NumericColumn<?> column) {
    double[] values = column.asDoubleArray();
    double[] known =
        IntStream.range(0, values.length)
            .filter(i -> !column.isMissing(i))
            .mapToDouble(i -> values[i])
            .toArray();
    int shared = Digits.decimals(known);
    int decimals = shared >= 0 && Digits.vanishes(shared, known) ? -1 : shared;
    return IntStream.range(0, values.length)
        .mapToObj(i -> column.isMissing(i) ? MISSING : number(values[i], decimals))
        .toList();
  }

  /** A number as a formula: a minus is longer than a hyphen, and 1.2e-7 is a product. */
  private static String number(double value, int decimals) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "$\\infty$" : "$-\\infty$";
    }
    String text = Digits.shown(value, decimals);
    int power = text.indexOf('e');
    if (power < 0) {
      return text.startsWith("-") ? "$" + text + "$" : text;
    }
    return "$" + text.substring(0, power) + " \\times 10^{" + text.substring(power + 1) + "}$";
  }

  /** Brackets and stars too: after the end of a row they would be arguments of it. */
  private static String escaped(String text) {
    String escaped = text.codePoints().mapToObj(Latex::escaped).collect(Collectors.joining());
    return LIGATURE.matcher(escaped).replaceAll("$0{}");
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\symbol{34}";
      case '[', ']', '*' -> "{" + (char) character + "}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + (char) character;
      default -> Character.isISOControl(character) ? " " : Character.toString(character);
    };
  }
}
