package dev.parley.report;

import java.util.HexFormat;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables as JSON (RFC 8259). */
final class Json {

  private static final HexFormat HEX = HexFormat.of();

  private Json() {}

  static String of(Table table) {
    StringBuilder text = new StringBuilder("[");
    for (int row = 0; row < table.rowCount(); row++) {
      text.append(row == 0 ? "\n" : ",\n").append("  {");
      String separator = "";
      for (Column<?> column : table.columns()) {
        text.append(separator).append(quoted(column.name())).append(": ");
        text.append(column.isMissing(row) ? "null" : value(column.get(row)));
        separator = ", ";
      }
      text.append("}");
    }
    return text.append(table.rowCount() == 0 ? "]\n" : "\n]\n").toString();
  }

  private static String value(Object value) {
    boolean number = value instanceof Number n && Double.isFinite(n.doubleValue());
    return number || value instanceof Boolean ? value.toString() : quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          // Line separators would end a line of JavaScript; half of a pair is no UTF-8.
          if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
            quoted.append("\\u").append(HEX.toHexDigits(c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
