package dev.parley.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The snippets of a text, taken off it one by one. A snippet ends where JShell's prompt would end
 * it, at the first line that completes it, with or without a semicolon; but it goes on if the next
 * line of code cannot begin one, as in a chain of calls with a line each.
 */
final class Snippets {

  /**
   * A snippet.
   *
   * @param source its Java
   * @param start its place in the text
   * @param complete whether it is a whole one, as far as can be told without compiling it
   */
  record Piece(String source, int start, boolean complete) {

    /** Whether it is no Java, but a command such as {@code /exit}. */
    boolean isCommand() {
      return source.startsWith("/") && !source.startsWith("/*");
    }
  }

  /** How a line begins that goes on with the one before: an operator, a dot, another branch. */
  private static final Pattern CONTINUES =
      Pattern.compile(
          "(\\s|//.*\\R|/\\*(?s:.*?)\\*/)*"
              + "([.?:&|^%*=>]|<\\W|\\+[^+]|-[^-]|/\\s|(else|catch|finally|instanceof)\\b)");

  /** An annotation without what it is on, which JShell takes for complete. */
  private static final Pattern ANNOTATION =
      Pattern.compile("(@(?!interface)[\\w.]+\\s*(\\([^)]*\\))?\\s*)+");

  private final SourceCodeAnalysis analysis;
  private final String text;
  private int position;

  Snippets(SourceCodeAnalysis analysis, String text) {
    this.analysis = analysis;
    this.text = text;
  }

  /** The next snippet; one that never ends is the rest of the text. */
  Optional<Piece> next() {
    int end = skipBlank();
    while (end < text.length()) {
      int newline = text.indexOf('\n', end);
      end = newline < 0 ? text.length() : newline + 1;
      String lines = text.substring(position, end);
      CompletionInfo info = analysis.analyzeCompletion(lines);
      switch (info.completeness()) {
        case EMPTY -> {
          position = end;
          end = skipBlank();
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> {
          if (!info.remaining().isBlank()) {
            return piece(info.source(), end - info.remaining().length(), true);
          }
          if (!goesOn(lines, end)) {
            return piece(info.source(), end, true);
          }
        }
        case UNKNOWN -> {
          return piece(lines, end, false);
        }
        default -> {
          // Goes on in the next line.
        }
      }
    }
    return position == end ? Optional.empty() : piece(text.substring(position), end, false);
  }

  private boolean goesOn(String lines, int end) {
    return ANNOTATION.matcher(lines).matches()
        || CONTINUES.matcher(text).region(end, text.length()).lookingAt();
  }

  private Optional<Piece> piece(String source, int end, boolean complete) {
    Piece piece = new Piece(source, position, complete);
    position = end;
    return Optional.of(piece);
  }

  private int skipBlank() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }
}
