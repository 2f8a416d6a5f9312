package dev.parley.study;

import dev.parley.train.Listener;
import dev.parley.train.PlanId;
import dev.parley.train.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study from its cells to its result. */
final class Execution {

  private static final System.Logger LOG = System.getLogger("dev.parley.study");

  private final List<Cell> cells;
  private final Conduct conduct;
  private final boolean oneAtATime;

  /** By key; a cell that equals another has its trials in common with it. */
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  private final Map<String, TrialRecord> records = new LinkedHashMap<>();

  Execution(List<Cell> cells, Conduct conduct, boolean oneAtATime) {
    this.cells = cells;
    this.conduct = conduct;
    this.oneAtATime = oneAtATime;
    for (Cell cell : cells) {
      for (long seed : conduct.seeds()) {
        Trial trial = trial(cell, seed);
        trials.putIfAbsent(trial.key(), trial);
      }
    }
  }

  private static Trial trial(Cell cell, long seed) {
    var plan = cell.seeded(seed);
    return new Trial(PlanId.of(plan), plan);
  }

  List<Cell> cells() {
    return cells;
  }

  List<Long> seeds() {
    return conduct.seeds();
  }

  boolean oneAtATime() {
    return oneAtATime;
  }

  /** The record of a trial; empty if it has not been run to its end. */
  Optional<TrialRecord> record(Cell cell, long seed) {
    return Optional.ofNullable(records.get(trial(cell, seed).key()));
  }

  /** Runs what has no record, or one of a failure. */
  StudyResult run(Listener listener) {
    Store store = new Store(conduct.folder());
    for (Trial trial : trials.values()) {
      store.find(trial).ifPresent(record -> records.put(trial.key(), record));
    }
    List<Trial> left = new ArrayList<>();
    for (Trial trial : trials.values()) {
      TrialRecord record = records.get(trial.key());
      if (record == null || record.failed()) {
        records.remove(trial.key());
        left.add(trial);
      }
    }
    Telling telling = new Telling(store, listener, left.size());
    try {
      conduct.runner().run(left, telling);
    } catch (ThreadDeath stop) {
      // How JShell interrupts a snippet before JDK 20: what there is so far is kept.
    } finally {
      listener.ended();
    }
    return new StudyResult(this);
  }

  /**
   * Keeps records, and tells how far it is: when a trial begins, so that as many are told to run as
   * do for most of the time, and at the end, when none begins any more.
   */
  private final class Telling implements Runner.Watcher {

    private final Store store;
    private Listener listener;
    private final int total;
    private int running;
    private int failed;
    private int done;

    Telling(Store store, Listener listener, int total) {
      this.store = store;
      this.listener = listener;
      this.total = total;
    }

    @Override
    public void began(Trial trial) {
      running++;
      tell();
    }

    @Override
    public void ended(TrialRecord record) {
      if (record.failed()) {
        failed++;
      } else {
        store.keep(record);
      }
      records.put(record.key(), record);
      running--;
      done++;
      if (done + running == total) {
        tell();
      }
    }

    private void tell() {
      String phase =
          "trials, " + running + " running" + (failed > 0 ? ", " + failed + " failed" : "");
      try {
        listener.progress(new Progress(phase, done, total, Double.NaN));
      } catch (RuntimeException e) {
        // Who cannot follow a study must not end it.
        listener = Listener.silent();
        LOG.log(System.Logger.Level.WARNING, "a listener failed and is told no more", e);
      }
    }
  }
}
