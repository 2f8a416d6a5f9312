package dev.parley.cli;

import java.io.PrintWriter;

/**
 * A place in a text.
 *
 * @param name of the text
 * @param text all of it
 * @param position the character, counted from 0
 */
record Place(String name, String text, int position) {

  /** The place that many characters after this one; this one if the number is negative. */
  Place at(long offset) {
    long sum = position + Math.max(0, offset);
    return new Place(name, text, (int) Math.min(sum, text.length()));
  }

  /** The place in the line of a stack frame, which counts from 1, the line of this place. */
  Place line(StackTraceElement frame) {
    int start = position;
    for (int line = 1; line < frame.getLineNumber(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return new Place(name, text, start);
  }

  /** Says something about this place. */
  void tell(PrintWriter out, String message) {
    long line = 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    out.println(name + ":" + line + ": " + message);
    out.flush();
  }

  /** Says something about this place, shows its line and points at the place. */
  void point(PrintWriter out, String message) {
    int start = text.lastIndexOf('\n', position - 1) + 1;
    int end = text.indexOf('\n', position);
    String line = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    String space = text.substring(start, position).replaceAll("[^\t]", " ");
    tell(out, message + "\n  " + line + "\n  " + space + "^");
  }
}
