package dev.parley.train;

import dev.parley.report.Card;
import dev.parley.report.Count;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A saved run that was run again, and whether the same numbers came out. Immutable; the table is
 * made anew on each call.
 *
 * <p>Equal numbers are promised for the same toolkit, data, backend, number of threads and
 * platform. Elsewhere they may differ, and the text says what else does.
 */
public final class Replay {

  private final ArchivedRun archived;
  private final Run run;
  private final int columns;
  private final int rounds;
  private final List<Comparison.Difference> differences;

  private Replay(ArchivedRun archived, Run run, Comparison comparison) {
    this.archived = archived;
    this.run = run;
    this.columns = comparison.columns();
    this.rounds = comparison.rounds();
    this.differences = comparison.differences();
  }

  /**
   * Runs again what {@link Run#save(Path)} has saved in a folder, showing progress where there is
   * somebody to see it.
   *
   * @throws dev.parley.error.DataException if the archive is damaged, foreign or not there, or
   *     cannot be read back, or if the data cannot be had; nothing has started
   * @throws dev.parley.error.SettingException if a setting of the archive has a value that it
   *     cannot have; nothing has started
   * @see Plan#run() for what else may happen
   */
  public static Replay of(Path folder) {
    return of(folder, Listener.standard());
  }

  /** The same, reporting to {@code listener}. */
  public static Replay of(Path folder, Listener listener) {
    ArchivedRun archived = ArchivedRun.in(folder);
    RoundsFile file = RoundsFile.ofRounds(folder, archived.completed());
    Optional<RoundsFile> evaluations = evaluations(folder, archived);
    tellOtherData(archived);
    Run run = archived.plan().run(new Until(archived.completed(), listener));
    return new Replay(archived, run, new Comparison(archived, file, evaluations, run));
  }

  /** What was evaluated, if anything was. */
  private static Optional<RoundsFile> evaluations(Path folder, ArchivedRun archived) {
    Evaluation plan = archived.plan().setup().evaluateEvery();
    return plan.equals(Evaluation.NONE)
        ? Optional.empty()
        : Optional.of(RoundsFile.ofEvaluations(folder, archived.completed() / plan.rounds() + 1));
  }

  /** Before the training: it may take long, and its numbers will be others. */
  private static void tellOtherData(ArchivedRun archived) {
    String before = archived.facts().getOrDefault(Provenance.DATA, "none");
    String now;
    try {
      now = archived.plan().setup().dataset().load().sha256();
    } catch (RuntimeException | OutOfMemoryError e) {
      return; // The run will fail of it too, and tell it as runs do.
    }
    if (!before.equals(now)) {
      System.getLogger("dev.parley.train")
          .log(
              System.Logger.Level.WARNING,
              "other data than the archived run had: {0}, then {1}, now {2}",
              archived.plan().setup().dataset(),
              before,
              now);
    }
  }

  /**
   * Ends a run after some rounds, as the archived one was. The plan stays as it is: with fewer
   * rounds it would be another one.
   */
  private record Until(int rounds, Listener listener) implements Listener {

    @Override
    public void progress(Progress progress) {
      listener.progress(progress);
      if (progress.phase().equals(Training.TRAINING)
          && progress.done() >= rounds
          && progress.done() < progress.total()) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void ended() {
      listener.ended();
    }

    @Override
    public Callbacks callbacks() {
      return listener.callbacks();
    }
  }

  /**
   * Whether every column has the same number in every archived round, and in every evaluation, to
   * the last bit. What else differs, such as the JDK, has no say.
   */
  public boolean same() {
    return differing().isEmpty();
  }

  /**
   * What differs, one row each: {@code kind} (numbers, provenance, archive); {@code name} of the
   * column or fact; {@code first_round} that differs; the {@code archived} and the {@code replayed}
   * value there; the {@code largest_difference} of all rounds. Empty if nothing does.
   */
  public Table differences() {
    return Comparison.table(differences);
  }

  /** The new run. It has more rounds than the archived one if that was stopped early. */
  public Run run() {
    return run;
  }

  private List<Comparison.Difference> differing() {
    return of(Comparison.NUMBERS);
  }

  private List<Comparison.Difference> of(String kind) {
    return differences.stream().filter(d -> d.kind().equals(kind)).toList();
  }

  private Card card() {
    Card card = new Card("Replay of run " + archived.id() + ": " + verdict());
    List<Comparison.Difference> facts = of(Comparison.PROVENANCE);
    if (!facts.isEmpty()) {
      String names =
          facts.stream().map(Comparison.Difference::name).collect(Collectors.joining(", "));
      card.line(
          "provenance",
          "other "
              + names
              + "; equal numbers are promised only for the same toolkit, data, backend, threads"
              + " and platform");
    }
    if (archived.edited()) {
      card.line("archive", "plan.json is not what its id was made from: it was changed later");
    }
    return card;
  }

  private String verdict() {
    if (same()) {
      return String.format(
          Locale.ROOT,
          "same, %s of %s, to the last bit",
          Count.of(columns, "column"),
          Count.of(rounds, "round"));
    }
    if (rounds < archived.completed()) {
      return String.format(
          Locale.ROOT, "stopped after %,d of %,d rounds", rounds, archived.completed());
    }
    List<Comparison.Difference> found = differing();
    Comparison.Difference first =
        found.stream().min((a, b) -> Integer.compare(a.round(), b.round())).orElseThrow();
    return String.format(
        Locale.ROOT,
        "different in %d of %d columns; first %s%s: archived %s, replayed %s",
        found.size(),
        columns,
        first.name(),
        first.round() > 0 ? String.format(Locale.ROOT, " in round %,d", first.round()) : "",
        first.archived(),
        first.replayed());
  }

  /** The text, and below it the table of what differs, if anything does. */
  public String report() {
    return differences.isEmpty() ? toString() : this + "\n\n" + differences().printAll();
  }

  /** The replay as an HTML card, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /** The replay as one line, and one more each for other provenance and an altered archive. */
  @Override
  public String toString() {
    return card().text();
  }
}
