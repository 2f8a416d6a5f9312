package dev.parley.error;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The root of the family. One exception tells one or several {@link Problem}s; its message is their
 * text.
 *
 * <p>The stack trace of the members that blame the caller begins at the caller's own line: the
 * toolkit's frames above it are cut.
 */
public abstract sealed class ParleyException extends RuntimeException
    permits SettingException,
        PlanException,
        DataException,
        OutputException,
        TrainingException,
        ShapeException,
        UnexpectedException {

  private static final long serialVersionUID = 1;
  private static final String TOOLKIT = "dev.parley.";

  private final ArrayList<Problem> problems;

  ParleyException(List<Problem> problems, @Nullable Throwable cause) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
    this.problems = new ArrayList<>(problems);
  }

  /** What went wrong; at least one. */
  public final List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Cuts the toolkit's own frames from the top of the trace, if any other frame is left. */
  final void blameCaller() {
    StackTraceElement[] trace = getStackTrace();
    StackTraceElement[] rest =
        Stream.of(trace)
            .dropWhile(frame -> frame.getClassName().startsWith(TOOLKIT))
            .toArray(StackTraceElement[]::new);
    if (rest.length > 0) {
      setStackTrace(rest);
    }
  }
}
