package dev.parley.study;

import dev.parley.study.StudyResult.Row;
import dev.parley.tensor.Engine;
import dev.parley.train.DataHashes;
import dev.parley.train.Listener;
import dev.parley.train.PlanId;
import dev.parley.train.PlanJson;
import dev.parley.train.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A study from its cells to its result. */
final class Execution {

  private final Conduct conduct;

  /** Of each cell, one a seed. */
  private final Map<Cell, List<Trial>> trials = new LinkedHashMap<>();

  Execution(List<Cell> cells, Conduct conduct) {
    this.conduct = conduct;
    String backend = Engine.backend();
    for (Cell cell : cells) {
      trials.put(cell, trials(cell, conduct.seeds(), backend));
    }
  }

  /**
   * Trials whose names tell the engine: a record of the CPU is none of the GPU. Of a plan that its
   * text does not tell, records are taken from this execution alone.
   */
  private static List<Trial> trials(Cell cell, List<Long> seeds, String backend) {
    Map<String, String> more = new HashMap<>();
    more.put("backend", backend);
    if (PlanJson.obstacle(cell.plan()).isPresent()) {
      more.put("holder", UUID.randomUUID().toString());
    }
    return seeds.stream()
        .map(cell::seeded)
        .<Trial>map(plan -> new Trial(PlanId.of(plan, more), plan))
        .toList();
  }

  /** Runs what has no record. */
  StudyResult run(Listener listener) {
    Store store = new Store(conduct.folder());
    Map<String, TrialRecord> records = new HashMap<>();
    Map<String, Trial> left = new LinkedHashMap<>();
    DataHashes data = new DataHashes();
    // By key: a cell that equals another has its trials in common with it.
    for (Trial trial : trials.values().stream().flatMap(List::stream).toList()) {
      if (!records.containsKey(trial.key()) && !left.containsKey(trial.key())) {
        store
            .find(trial)
            .filter(record -> !data.changed(trial.plan(), record.facts()))
            .ifPresentOrElse(
                record -> records.put(trial.key(), record), () -> left.put(trial.key(), trial));
      }
    }
    Listener follower = listener.unfailing();
    try {
      conduct
          .runner()
          .run(List.copyOf(left.values()), new Telling(store, records, follower, left.size()));
    } catch (ThreadDeath stop) {
      // How JShell interrupts a snippet before JDK 20: what there is so far is kept.
    } finally {
      follower.ended();
    }
    List<Row> rows = new ArrayList<>();
    trials.forEach((cell, own) -> rows.add(row(cell, own, records)));
    return new StudyResult(this, rows);
  }

  private static Row row(Cell cell, List<Trial> own, Map<String, TrialRecord> records) {
    return new Row(
        cell, own.stream().map(trial -> Optional.ofNullable(records.get(trial.key()))).toList());
  }

  /**
   * Keeps records, and tells how far it is: when a trial begins, so that as many are told to run as
   * do for most of the time, and at the end, when none begins any more.
   */
  private static final class Telling implements Runner.Watcher {

    private final Store store;
    private final Map<String, TrialRecord> records;
    private final Listener listener;
    private final int total;
    private int running;
    private int failed;
    private int done;

    Telling(Store store, Map<String, TrialRecord> records, Listener listener, int total) {
      this.store = store;
      this.records = records;
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
          "trials"
              + (running > 0 ? ", " + running + " running" : "")
              + (failed > 0 ? ", " + failed + " failed" : "");
      listener.progress(new Progress(phase, done, total, Double.NaN));
    }
  }
}
