package dev.parley.datasets;

import java.util.HexFormat;

/** Values as Java source writes them (Java Language Specification, 3.10). */
final class JavaLiteral {

  private JavaLiteral() {}

  static String of(long value) {
    return value == (int) value ? Long.toString(value) : value + "L";
  }

  static String of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      literal.append(escaped(text.charAt(i)));
    }
    return literal.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? "\\u" + HexFormat.of().toHexDigits(c) : "" + c;
    };
  }
}
