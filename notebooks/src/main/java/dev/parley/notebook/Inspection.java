package dev.parley.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** What is said about the name at the cursor: signatures, and Javadoc where its source is found. */
final class Inspection {

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
    return javadoc == null ? documentation.signature() : documentation.signature() + "\n" + javadoc;
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
