package dev.parley.train;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a {@code rounds.csv} or {@code evaluations.csv}, row by row: no file is too large
 * for the memory.
 */
final class RoundsFile {

  /** Is given one row after the other. */
  interface Rows {

    /**
     * One more row.
     *
     * @param row counted from 0
     * @param values one for each column, finite; NaN where a file with gaps has none
     */
    void row(int row, double[] values);
  }

  /** Characters; a column has 24 at most. */
  private static final int LONGEST_LINE = 1 << 16;

  private final Path file;
  private final String name;
  private final boolean gaps;
  private final int rounds;
  private final List<String> columns;

  private RoundsFile(Path folder, String name, boolean gaps, int rounds) {
    this.file = folder.resolve(name);
    this.name = name;
    this.gaps = gaps;
    this.rounds = rounds;
    this.columns = header();
    forEach((row, values) -> {});
  }

  /**
   * The rounds in a run's folder, read through once.
   *
   * @throws DataException if it is not there, or anything but a header and so many rows of numbers
   */
  static RoundsFile ofRounds(Path folder, int rounds) {
    return new RoundsFile(folder, "rounds.csv", false, rounds);
  }

  /** The evaluations in a run's folder, where numbers may be missing; otherwise the same. */
  static RoundsFile ofEvaluations(Path folder, int rows) {
    return new RoundsFile(folder, "evaluations.csv", true, rows);
  }

  /** The names of the columns. */
  List<String> columns() {
    return columns;
  }

  private List<String> header() {
    try (BufferedReader in = open()) {
      String line = line(in, 1);
      List<String> names = line == null ? List.of() : List.of(line.split(",", -1));
      if (names.isEmpty()
          || names.contains("")
          || !names.stream().allMatch(name -> name.equals(Json.line(name)))
          || new HashSet<>(names).size() < names.size()) {
        throw bad(1, "no header", "names of columns, each once");
      }
      return names;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Gives all rows.
   *
   * @throws DataException if the file is not what it was when it was first read
   */
  void forEach(Rows rows) {
    double[] values = new double[columns.size()];
    try (BufferedReader in = open()) {
      line(in, 1);
      int row = 0;
      for (String line = line(in, 2); line != null; line = line(in, row + 2)) {
        if (row == rounds) {
          throw bad(row + 2, "one more row", rounds + " rows");
        }
        parse(line, row + 2, values);
        rows.row(row++, values);
      }
      if (row < rounds) {
        throw bad(row + 2, "the end", rounds + " rows");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private BufferedReader open() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new DataException(Problem.with(name).got("no such file").fact("file", file.toString()));
    }
    return Files.newBufferedReader(file);
  }

  private void parse(String line, int number, double[] into) {
    String[] cells = line.split(",", -1);
    if (cells.length != into.length) {
      throw bad(number, cells.length + " cells", into.length + ", one a column");
    }
    for (int i = 0; i < into.length; i++) {
      into[i] = number(cells[i]);
      if (!Double.isFinite(into[i]) && !(gaps && cells[i].isEmpty())) {
        throw bad(number, Json.shortened(cells[i]), "a finite number, for " + columns.get(i));
      }
    }
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The next line, null at the end; one without an end does not fill the memory. */
  private @Nullable String line(BufferedReader in, int number) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() == LONGEST_LINE) {
        throw bad(number, "a line of more than " + LONGEST_LINE + " characters", "a shorter one");
      }
      if (c != '\r') {
        line.append((char) c);
      }
      c = in.read();
    }
    return line.toString();
  }

  private DataException bad(int line, String got, String allowed) {
    return new DataException(
        Problem.with(name)
            .got(got)
            .allowed(allowed)
            .fact("line", Integer.toString(line))
            .fact("file", file.toString()));
  }

  private DataException unreadable(IOException e) {
    return new DataException(
        Problem.with(name).got("not readable: " + e).fact("file", file.toString()), e);
  }
}
