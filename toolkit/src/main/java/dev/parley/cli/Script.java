package dev.parley.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** JShell snippets from texts, run one by one in this JVM until one fails. */
final class Script implements AutoCloseable {

  private final JShell shell;
  private final PrintWriter errors;
  private final Map<String, Place> places = new HashMap<>();

  /** A script that tells its errors to {@code errors}. */
  Script(PrintWriter errors) {
    this(errors, builder -> builder.executionEngine("local"));
  }

  /** A script whose snippets an engine of the caller's runs. */
  Script(PrintWriter errors, UnaryOperator<JShell.Builder> engine) {
    this.errors = errors;
    this.shell = engine.apply(JShell.builder()).build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /**
   * Whether a text has no commands of JShell's prompt; the first of them is told. What comes after
   * an error of syntax cannot be known, and is not looked at.
   */
  boolean isJava(String name, String text) {
    Snippets snippets = new Snippets(shell.sourceCodeAnalysis(), text);
    Optional<Snippets.Piece> piece = snippets.next();
    while (piece.isPresent() && piece.get().complete() && !piece.get().isCommand()) {
      piece = snippets.next();
    }
    Optional<Snippets.Piece> command = piece.filter(Snippets.Piece::isCommand);
    command.ifPresent(
        found ->
            new Place(name, text, found.start())
                .tell(
                    errors,
                    found.source().strip()
                        + ": a command of JShell's prompt; a script has Java alone"));
    return command.isEmpty();
  }

  /**
   * Runs all snippets of a text, or none if one is a command of JShell's prompt. What they declare
   * stays for the next text.
   *
   * @param name of the text, for errors
   * @return whether none failed, and all that was declared is complete
   */
  boolean run(String name, String text) {
    if (!isJava(name, text)) {
      return false;
    }
    Snippets snippets = new Snippets(shell.sourceCodeAnalysis(), text);
    Optional<Snippets.Piece> piece = snippets.next();
    while (piece.isPresent()) {
      if (!run(new Place(name, text, piece.get().start()), piece.get().source())) {
        return false;
      }
      piece = snippets.next();
    }
    return isComplete();
  }

  private boolean run(Place place, String source) {
    List<SnippetEvent> events = shell.eval(source);
    for (SnippetEvent event : events) {
      places.putIfAbsent(event.snippet().id(), place);
    }
    return events.stream().noneMatch(event -> failed(event, place));
  }

  private boolean failed(SnippetEvent event, Place place) {
    if (event.status() == Status.REJECTED) {
      errors(event.snippet()).forEach(d -> place.at(d.getPosition()).point(errors, message(d)));
      return true;
    }
    JShellException thrown = event.exception();
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      tellMissing(unresolved.getSnippet());
    } else if (thrown instanceof EvalException e) {
      throwing(e).orElse(place).tell(errors, text(e));
    }
    return thrown != null;
  }

  /** Methods and classes may use what is declared after them, but not what never is. */
  private boolean isComplete() {
    List<DeclarationSnippet> incomplete =
        shell
            .snippets()
            .filter(s -> isUnresolved(shell.status(s)))
            .map(DeclarationSnippet.class::cast)
            .toList();
    incomplete.forEach(this::tellMissing);
    return incomplete.isEmpty();
  }

  private static boolean isUnresolved(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  /**
   * Says what a snippet lacks. JShell names what a later snippet could declare, but not what a
   * class or package lacks: there only the compiler knows.
   */
  private void tellMissing(DeclarationSnippet snippet) {
    Place place = placeOf(snippet.id()).orElseThrow();
    String missing = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      errors(snippet).forEach(d -> place.at(d.getPosition()).point(errors, message(d)));
    } else {
      place.tell(errors, snippet.name() + " uses what is not declared: " + missing);
    }
  }

  private Stream<Diag> errors(Snippet snippet) {
    return shell.diagnostics(snippet).filter(Diag::isError);
  }

  /** The compiler's message, without the name that JShell gives to the class around a snippet. */
  private static String message(Diag diag) {
    return diag.getMessage(Locale.ROOT).replaceAll("\\R\\s*location: class\\s*(?=\\R|$)", "");
  }

  private static String text(EvalException thrown) {
    StringBuilder text = new StringBuilder(line(thrown));
    for (Throwable t = thrown.getCause(); t instanceof EvalException e; t = e.getCause()) {
      text.append("\n  caused by ").append(line(e));
    }
    return text.toString();
  }

  private static String line(EvalException thrown) {
    String message = thrown.getMessage();
    return thrown.getExceptionClassName() + (message == null ? "" : ": " + message);
  }

  /** The line of a snippet that threw; its frames have the snippet's id as the name of the file. */
  private Optional<Place> throwing(EvalException thrown) {
    return Stream.of(thrown.getStackTrace())
        .flatMap(frame -> placeOf(frame.getFileName()).map(p -> p.line(frame)).stream())
        .findFirst();
  }

  private Optional<Place> placeOf(@Nullable String id) {
    return Optional.ofNullable(id == null ? null : places.get(id.replace("#", "")));
  }

  @Override
  public void close() {
    shell.close();
  }
}
