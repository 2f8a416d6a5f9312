package dev.parley.study;

import dev.parley.report.Card;
import dev.parley.report.Count;
import dev.parley.report.Tables;
import dev.parley.study.StudyArchive.Entry;
import dev.parley.study.StudyArchive.Saved;
import dev.parley.train.Listener;
import dev.parley.train.Progress;
import dev.parley.train.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A saved study whose trials were all run again, and whether the same numbers came out, to the last
 * bit. Promised for the same toolkit, data, backend and platform.
 */
public final class StudyReplay {

  /** One number that came out otherwise, or a trial that did not end. */
  private record Difference(String line, String what, String archived, String replayed) {}

  private final Saved saved;
  private final List<Difference> differences;
  private final Set<String> otherFacts;

  private StudyReplay(Saved saved, Map<String, TrialRecord> replayed) {
    this.saved = saved;
    this.differences = new ArrayList<>();
    this.otherFacts = new TreeSet<>();
    for (Entry entry : saved.entries()) {
      TrialRecord now = replayed.get(entry.trial().key());
      compare(entry.record(), now, differences);
      if (now != null && !now.failed()) {
        otherFacts(entry.record().facts(), now.facts(), otherFacts);
      }
    }
  }

  /** Whether a folder is that of a saved study. */
  public static boolean isStudy(Path folder) {
    return Files.exists(folder.resolve(StudyArchive.FILE));
  }

  /**
   * Runs all trials of a study that {@link StudyResult#save} has written, on all processors.
   *
   * @throws dev.parley.error.DataException if it is damaged, foreign or not there; nothing has
   *     started
   * @throws dev.parley.error.SettingException if a plan has a value that it cannot have; nothing
   *     has started
   */
  public static StudyReplay of(Path folder) {
    return of(folder, LocalRunner.all(), Listener.standard());
  }

  static StudyReplay of(Path folder, Runner runner, Listener listener) {
    Setting.given("folder", folder);
    Saved saved = StudyArchive.read(folder);
    List<Entry> entries = saved.entries();
    Map<String, TrialRecord> replayed = new LinkedHashMap<>();
    Listener follower = listener.unfailing();
    try {
      runner.run(
          entries.stream().map(Entry::trial).toList(),
          new Runner.Watcher() {
            @Override
            public void began(Trial trial) {}

            @Override
            public void ended(TrialRecord record) {
              replayed.put(record.key(), record);
              int done = replayed.size();
              follower.progress(new Progress("trials", done, entries.size(), Double.NaN));
            }
          });
    } finally {
      follower.ended();
    }
    return new StudyReplay(saved, replayed);
  }

  private static void otherFacts(
      Map<String, String> archived, Map<String, String> replayed, Set<String> into) {
    Set<String> names = new TreeSet<>(archived.keySet());
    names.addAll(replayed.keySet());
    names.removeIf(name -> Objects.equals(archived.get(name), replayed.get(name)));
    into.addAll(names);
  }

  private static void compare(
      TrialRecord archived, @Nullable TrialRecord replayed, List<Difference> into) {
    String line = archived.line();
    if (replayed == null || replayed.failed()) {
      into.add(
          new Difference(
              line, "trial", "complete", replayed == null ? "not run" : replayed.failure()));
      return;
    }
    archived
        .measures()
        .forEach((name, value) -> differ(into, line, name, value, replayed.measures().get(name)));
    differ(into, line, "verdict", archived.verdict(), replayed.verdict());
    for (int round = 0; round < archived.rewards().size(); round++) {
      Double now = round < replayed.rewards().size() ? replayed.rewards().get(round) : null;
      if (differ(
          into, line, "joint_reward of round " + (round + 1), archived.rewards().get(round), now)) {
        return;
      }
    }
  }

  private static boolean differ(
      List<Difference> into, String line, String what, Object archived, @Nullable Object replayed) {
    if (archived.equals(replayed)) {
      return false;
    }
    into.add(new Difference(line, what, archived.toString(), Objects.toString(replayed, "none")));
    return true;
  }

  /**
   * Whether every number of every trial that was archived is the same, to the last bit. What else
   * differs, such as the JDK, has no say.
   */
  public boolean same() {
    return differences.isEmpty();
  }

  /**
   * One row a number that differs: the plan, what it is, the archived and the new value; of the
   * joint reward the first round of each trial. Empty if all are the same.
   */
  public Table differences() {
    return Tables.named("differences")
        .texts("plan", differences.stream().map(Difference::line).toList())
        .texts("what", differences.stream().map(Difference::what).toList())
        .texts("archived", differences.stream().map(Difference::archived).toList())
        .texts("replayed", differences.stream().map(Difference::replayed).toList())
        .table();
  }

  /** The comparison in a line, and the table if anything differs. */
  public String report() {
    return same() ? toString() : this + "\n" + differences().printAll();
  }

  /** The comparison as an HTML card, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /**
   * The comparison as one line, and one more each for trials that the archive does not have and
   * other provenance.
   */
  @Override
  public String toString() {
    return card().text();
  }

  private Card card() {
    Card card = new Card(verdict());
    if (saved.missing() > 0) {
      card.line(
          "missing",
          String.format(
              Locale.ROOT,
              "%,d of %,d trials, which had failed or were not run; study.json says why",
              saved.missing(),
              saved.planned()));
    }
    if (!otherFacts.isEmpty()) {
      card.line(
          "provenance",
          "other "
              + String.join(", ", otherFacts)
              + "; equal numbers are promised only for the same toolkit, data, backend, threads"
              + " and platform");
    }
    return card;
  }

  private String verdict() {
    int trials = saved.entries().size();
    long plans = differences.stream().map(Difference::line).distinct().count();
    return same()
        ? "same, " + Count.of(trials, "trial") + ", to the last bit"
        : String.format(Locale.ROOT, "different, %,d of %s", plans, Count.of(trials, "trial"));
  }
}
