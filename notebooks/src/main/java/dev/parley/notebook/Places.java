package dev.parley.notebook;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in the notebook each snippet of JShell stands: number of the cell and line in it. */
final class Places {

  private record Place(int cell, int line) {}

  private static final Pattern SEMICOLON = Pattern.compile(";$");

  private final Map<String, Place> places = new HashMap<>();
  private String code = "";
  private int cell;
  private int from;

  void begin(int number, String text) {
    cell = number;
    code = text;
    from = 0;
  }

  /**
   * A snippet of the current cell; snippets come in the order of the cell. Where the cell leaves
   * out the last semicolon, the snippet may have one.
   */
  void add(String snippet, String text) {
    String source = code.contains(text) ? text : SEMICOLON.matcher(text).replaceFirst("");
    int start = code.indexOf(source, from);
    if (start < 0) {
      start = code.indexOf(source);
    }
    if (start >= 0) {
      from = start + source.length();
      places.put(snippet, new Place(cell, 1 + lines(start)));
    }
  }

  private int lines(int end) {
    return (int) code.chars().limit(end).filter(c -> c == '\n').count();
  }

  /**
   * A line of a snippet as the reader of the notebook finds it; null if it is not known.
   *
   * @param line from 1
   */
  @Nullable String of(@Nullable String snippet, int line) {
    Place place = snippet == null ? null : places.get(snippet);
    if (place == null) {
      return null;
    }
    return "cell " + place.cell() + ", line " + (place.line() + Math.max(line, 1) - 1);
  }
}
