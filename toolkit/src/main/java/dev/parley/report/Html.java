package dev.parley.report;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of any origin as parts of a page. */
final class Html {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int LAST_OF_PLANE = 0xFFFE;
  private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

  private Html() {}

  /**
   * The text as content of an element or of an attribute in quotes: nothing of it becomes part of
   * the page. Characters that HTML does not have are replaced.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString();
  }

  private static void append(int character, StringBuilder to) {
    switch (character) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      case '\'' -> to.append("&#39;");
      case '\n', '\t' -> to.append((char) character);
      default -> to.appendCodePoint(allowed(character));
    }
  }

  private static int allowed(int character) {
    if (Character.isISOControl(character)) {
      return ' ';
    }
    boolean none =
        (character & LAST_OF_PLANE) == LAST_OF_PLANE
            || (character >= 0xFDD0 && character <= 0xFDEF)
            || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    return none ? REPLACEMENT : character;
  }

  /** The text, which may break after an underscore. */
  static String breaking(String text) {
    return text(text).replace("_", "_<wbr/>");
  }

  /** A heading as the name of an anchor: Latin letters, digits and hyphens. */
  static String anchor(String heading) {
    String plain = Normalizer.normalize(heading, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String words = NOT_WORD.matcher(plain.replaceAll("\\p{M}", "")).replaceAll("-");
    String name = words.replaceAll("^-|-$", "");
    return name.isEmpty() ? "section" : name;
  }
}
