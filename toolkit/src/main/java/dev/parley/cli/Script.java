package dev.parley.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** JShell snippets from a text, run one by one in this JVM until one fails. */
final class Script implements AutoCloseable {

  private final JShell shell;
  private final PrintWriter errors;

  /** A script that tells its errors to {@code errors}. */
  Script(PrintWriter errors) {
    this.errors = errors;
    this.shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /**
   * Runs all snippets of a text.
   *
   * @return whether none failed
   */
  boolean run(String name, String text) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = text;
    while (!rest.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      if (next.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
        return true;
      }
      String source = next.source() == null ? rest : next.source();
      int line = lineOf(text, text.length() - rest.length());
      for (SnippetEvent event : shell.eval(source)) {
        if (failed(event, name, line)) {
          return false;
        }
      }
      rest = next.source() == null ? "" : next.remaining();
    }
    return true;
  }

  private boolean failed(SnippetEvent event, String name, int line) {
    JShellException thrown = event.exception();
    if (event.status() == Status.REJECTED) {
      List<Diag> found = shell.diagnostics(event.snippet()).toList();
      for (Diag diag : found) {
        tell(name, line, diag.getMessage(Locale.ROOT));
      }
      tell(name, line, event.snippet().source().strip());
      return true;
    }
    if (thrown != null) {
      String type =
          thrown instanceof EvalException e ? e.getExceptionClassName() : "unresolved reference";
      tell(name, line, type + ": " + thrown.getMessage());
      return true;
    }
    return false;
  }

  private void tell(String name, int line, String message) {
    errors.println(name + ":" + line + ": " + message);
    errors.flush();
  }

  private static int lineOf(String text, int position) {
    int start = position;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() {
    shell.close();
  }
}
