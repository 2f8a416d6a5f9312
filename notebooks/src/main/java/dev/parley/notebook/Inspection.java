package dev.parley.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What is said about the name at the cursor: signatures, and Javadoc where its source is found. */
final class Inspection {

  private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^{}]*)}");
  private static final Pattern PARAGRAPH = Pattern.compile("\n?\\s*<p>");

  private Inspection() {}

  static @Nullable DisplayData of(JShell shell, String code, int at) {
    List<Documentation> found = shell.sourceCodeAnalysis().documentation(code, end(code, at), true);
    if (found.isEmpty()) {
      return null;
    }
    return new DisplayData(
        found.stream().map(Inspection::text).distinct().collect(Collectors.joining("\n\n")));
  }

  private static String text(Documentation documentation) {
    String javadoc = documentation.javadoc();
    return javadoc == null
        ? documentation.signature()
        : documentation.signature() + "\n\n" + plain(javadoc);
  }

  /** Without the marks of Javadoc: front ends show the text as it is. */
  private static String plain(String javadoc) {
    String text = INLINE.matcher(javadoc).replaceAll("$1");
    return PARAGRAPH.matcher(text).replaceAll("\n").strip();
  }

  /**
   * The end of the name at the cursor, with the bracket of a call: without it no method is found.
   */
  private static int end(String code, int at) {
    int end = Math.min(at, code.length());
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    int bracket = end;
    while (bracket < code.length() && Character.isWhitespace(code.charAt(bracket))) {
      bracket++;
    }
    return bracket < code.length() && code.charAt(bracket) == '(' ? bracket + 1 : end;
  }
}
