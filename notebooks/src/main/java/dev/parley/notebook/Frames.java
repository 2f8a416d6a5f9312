package dev.parley.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import jdk.jshell.EvalException;

/** An exception with its whole chain of causes, in lines that name cells instead of snippets. */
final class Frames {

  private static final int SHOWN = 30;

  private Frames() {}

  static List<String> of(Throwable thrown, Places places) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    String prefix = "";
    for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
      title(each).lines().map(Fault::red).forEach(lines::add);
      if (!prefix.isEmpty()) {
        lines.set(lines.size() - (int) title(each).lines().count(), firstRed(prefix, each));
      }
      frames(each, places, lines);
      prefix = "Caused by: ";
    }
    return lines;
  }

  private static String firstRed(String prefix, Throwable thrown) {
    return Fault.red(prefix + title(thrown).lines().findFirst().orElse(""));
  }

  /** Class and message. */
  static String title(Throwable thrown) {
    String name =
        thrown instanceof EvalException e ? e.getExceptionClassName() : thrown.getClass().getName();
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }

  private static void frames(Throwable thrown, Places places, List<String> lines) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int shown = Math.min(trace.length, SHOWN);
    for (int i = 0; i < shown; i++) {
      lines.add("    at " + frame(trace[i], places));
    }
    if (shown < trace.length) {
      lines.add("    ... " + (trace.length - shown) + " more");
    }
  }

  private static String frame(StackTraceElement frame, Places places) {
    String file = frame.getFileName();
    if (file == null || !file.startsWith("#")) {
      return frame.toString();
    }
    String place = places.of(file.substring(1), frame.getLineNumber());
    if (place == null) {
      return frame.toString();
    }
    String type = frame.getClassName();
    String method = type.isEmpty() ? frame.getMethodName() : type + "." + frame.getMethodName();
    return method.isEmpty() ? place : method + " (" + place + ")";
  }
}
