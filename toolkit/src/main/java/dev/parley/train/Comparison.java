package dev.parley.train;

import dev.parley.report.Tables;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.IntColumnType;

/** What differs between an archived run and its replay. */
final class Comparison {

  static final String NUMBERS = "numbers";
  static final String PROVENANCE = "provenance";

  private static final String NONE = "none";
  private static final String LARGEST = "largest_difference";

  /**
   * One difference.
   *
   * @param kind what it is about: the numbers, the provenance, or the file itself
   * @param name of the column or fact
   * @param round the first that differs, from 1; 0 if it is not about rounds
   * @param archived what the archive has
   * @param replayed what the replay has
   * @param largest absolute difference of all rounds; NaN if it is not about rounds
   */
  record Difference(
      String kind, String name, int round, String archived, String replayed, double largest) {}

  /** A column of both, and where it differs first. */
  private static final class Pair {

    private final int place;
    private final String name;
    private final int every;
    private final NumericColumn<?> replayed;
    private double largest = Double.NaN;
    private @Nullable Difference first;

    Pair(int place, String name, int every, NumericColumn<?> replayed) {
      this.place = place;
      this.name = name;
      this.every = every;
      this.replayed = replayed;
    }

    void compare(int row, double old) {
      double now = replayed.getDouble(row);
      if (Double.doubleToLongBits(old) != Double.doubleToLongBits(now)) {
        if (first == null) {
          first = fact(NUMBERS, name, text(old), text(now), every > 0 ? row * every : row + 1);
          largest = 0;
        }
        largest = Math.max(largest, Math.abs(old - now));
      }
    }

    private String text(double value) {
      boolean whole = replayed.type() == IntColumnType.instance() && value == Math.rint(value);
      return whole ? Long.toString((long) value) : Double.toString(value);
    }
  }

  /** What stands before the name of a column of an evaluation. */
  private static final String EVALUATION = "evaluation ";

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final int compared;

  /** Compares the rounds that both have. */
  Comparison(ArchivedRun archived, RoundsFile file, Optional<RoundsFile> evaluations, Run run) {
    compared = Math.min(archived.completed(), run.completed());
    if (run.completed() < archived.completed()) {
      String replayed = Integer.toString(run.completed());
      String before = Integer.toString(archived.completed());
      differences.add(fact(NUMBERS, "completed rounds", before, replayed, 0));
    }
    compare(file, run.rounds(), "", compared, 0);
    int every = archived.plan().setup().evaluateEvery().rounds();
    evaluations.ifPresent(
        kept -> compare(kept, run.evaluations(), EVALUATION, compared / every + 1, every));
    for (Pair pair : pairs) {
      if (pair.first != null) {
        Difference d = pair.first;
        differences.add(
            new Difference(d.kind, d.name, d.round, d.archived, d.replayed, pair.largest));
      }
    }
    facts(archived.facts(), run.provenance().facts());
    if (archived.edited()) {
      differences.add(fact("archive", "id", archived.id(), "that of another archive", 0));
    }
  }

  /**
   * Compares a file with a table.
   *
   * @param prefix of the names of its columns
   * @param rows to compare at most
   * @param every rounds from one row to the next, the first at round 0; 0 if a row is a round
   */
  private void compare(RoundsFile file, Table table, String prefix, int rows, int every) {
    List<String> names = table.columnNames();
    List<Pair> own = new ArrayList<>();
    for (String name : file.columns()) {
      if (names.contains(name)) {
        int place = file.columns().indexOf(name);
        own.add(new Pair(place, prefix + name, every, table.numberColumn(name)));
      } else {
        differences.add(fact(NUMBERS, prefix + name, "a column", NONE, 0));
      }
    }
    for (String name : names) {
      if (!file.columns().contains(name)) {
        differences.add(fact(NUMBERS, prefix + name, NONE, "a column", 0));
      }
    }
    file.forEach(
        (row, values) -> {
          if (row < rows) {
            own.forEach(pair -> pair.compare(row, values[pair.place]));
          }
        });
    pairs.addAll(own);
  }

  private void facts(Map<String, String> archived, Map<String, String> replayed) {
    TreeSet<String> names = new TreeSet<>(archived.keySet());
    names.addAll(replayed.keySet());
    for (String name : names) {
      String before = archived.getOrDefault(name, NONE);
      String now = replayed.getOrDefault(name, NONE);
      if (!before.equals(now)) {
        differences.add(fact(PROVENANCE, name, before, now, 0));
      }
    }
  }

  private static Difference fact(String kind, String name, String old, String now, int round) {
    return new Difference(kind, name, round, old, now, Double.NaN);
  }

  /** All differences: numbers, then provenance, then the archive itself. */
  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** How many columns both have. */
  int columns() {
    return pairs.size();
  }

  /** How many rounds were compared. */
  int rounds() {
    return compared;
  }

  /** The differences as a table; the smallest number is shown, and not as 0. */
  static Table table(List<Difference> differences) {
    double[] largest = differences.stream().mapToDouble(Difference::largest).toArray();
    Table table =
        Tables.named("differences")
            .texts("kind", differences.stream().map(Difference::kind).toList())
            .texts("name", differences.stream().map(Difference::name).toList())
            .wholes("first_round", differences.stream().mapToInt(Comparison::round).toArray())
            .texts("archived", differences.stream().map(Difference::archived).toList())
            .texts("replayed", differences.stream().map(Difference::replayed).toList())
            .reals(LARGEST, largest)
            .table();
    DecimalFormat shown =
        new DecimalFormat("0.0##E0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    table.doubleColumn(LARGEST).setPrintFormatter(shown, "");
    return table;
  }

  private static int round(Difference difference) {
    return difference.round > 0 ? difference.round : IntColumnType.missingValueIndicator();
  }
}
