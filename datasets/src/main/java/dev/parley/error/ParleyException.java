package dev.parley.error;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** The JDK, and what the toolkit reads files with. */
  private static final List<String> BELOW =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "com.fasterxml.jackson.");

  private final ArrayList<Problem> problems;

  ParleyException(List<Problem> problems, @Nullable Throwable cause) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
    this.problems = new ArrayList<>(problems);
  }

  /** What went wrong; at least one. */
  public final List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Cuts the toolkit's own frames from the top of the trace, if any other frame is left, and from
   * that of the cause what lies above the same caller, if it is nothing but the toolkit and the
   * JDK: the message tells what went wrong there.
   */
  final void blameCaller() {
    StackTraceElement[] trace = getStackTrace();
    StackTraceElement[] rest =
        Stream.of(trace)
            .dropWhile(frame -> frame.getClassName().startsWith(TOOLKIT))
            .toArray(StackTraceElement[]::new);
    if (rest.length > 0) {
      setStackTrace(rest);
      Throwable cause = getCause();
      if (cause != null) {
        cut(cause, rest);
      }
    }
  }

  private static void cut(Throwable cause, StackTraceElement[] caller) {
    StackTraceElement[] trace = cause.getStackTrace();
    int own = trace.length - caller.length;
    if (own > 0
        && Arrays.equals(caller, Arrays.copyOfRange(trace, own, trace.length))
        && Arrays.stream(trace, 0, own).allMatch(ParleyException::isBelow)) {
      cause.setStackTrace(caller);
    }
  }

  private static boolean isBelow(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith(TOOLKIT) || BELOW.stream().anyMatch(name::startsWith);
  }
}
