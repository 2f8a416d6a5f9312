package dev.parley.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.state.Output;
import dev.parley.study.StudyResult.Row;
import dev.parley.train.PlanJson;
import dev.parley.train.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A saved study: {@code study.json}, which has the plan of every trial that ended well and what
 * became of the others, and a record of each in the folder {@code records}.
 */
final class StudyArchive {

  static final String FILE = "study.json";

  private static final String RECORDS = "records";
  private static final int FORMAT = 1;
  private static final long LARGEST = 64L << 20;

  private static final String NOT_REPLAYABLE = "not_replayable";
  private static final String PLANNED = "planned";
  private static final String MISSING = "missing";

  /** What was planned, and what came of it. */
  record Entry(Trial trial, TrialRecord record) {}

  /**
   * What an archive tells.
   *
   * @param entries the trials that ended well, each once
   * @param planned how many there were to be
   * @param missing how many of them failed or were not run
   */
  record Saved(List<Entry> entries, int planned, int missing) {}

  private StudyArchive() {}

  /** Why a study cannot be replayed; empty if it can. */
  static Optional<String> obstacle(List<Row> rows) {
    return rows.stream().flatMap(row -> PlanJson.obstacle(row.cell().plan()).stream()).findFirst();
  }

  /** Writes every trial that has ended well, and tells what became of the others. */
  static void write(Path folder, List<Row> rows) {
    Output records = Output.to(folder.resolve(RECORDS));
    ObjectNode file = RecordFile.JSON.createObjectNode();
    file.put("format", FORMAT);
    obstacle(rows).ifPresent(why -> file.put(NOT_REPLAYABLE, why));
    file.put(PLANNED, rows.stream().mapToInt(row -> row.trials().size()).sum());
    ArrayNode missing = file.putArray(MISSING);
    ArrayNode trials = file.putArray("trials");
    Set<String> written = new HashSet<>();
    for (Row row : rows) {
      String cell = row.cell().name();
      for (TrialRecord record : row.complete()) {
        ObjectNode trial = trials.addObject();
        trial.put("cell", cell);
        trial.put("record", record.key());
        trial.put("plan", PlanJson.write(row.cell().seeded(record.seed())));
        if (written.add(record.key())) {
          records.write(record.key() + ".json", RecordFile.write(record));
        }
      }
      for (Optional<TrialRecord> trial : row.trials()) {
        if (trial.map(TrialRecord::failed).orElse(true)) {
          String why = trial.map(r -> "seed " + r.seed() + ": " + r.failure()).orElse("not run");
          missing.addObject().put("cell", cell).put("reason", why);
        }
      }
    }
    Output.to(folder).write(FILE, file + "\n");
  }

  /**
   * The trials of a saved study.
   *
   * @throws DataException if it is damaged, foreign or not there, or a plan cannot be read back
   * @throws dev.parley.error.SettingException if a setting has a value that it cannot have
   */
  static Saved read(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file) && Files.exists(folder.resolve("plan.json"))) {
      throw new DataException(
          problem(file, "no such file")
              .hint("this is the folder of a run: Experiment.replay(folder) runs it again"));
    }
    JsonNode study = tree(file);
    if (study.path("format").asInt() != FORMAT || !study.path("trials").isArray()) {
      throw damaged(file, "it is no study of format " + FORMAT);
    }
    if (study.path("trials").isEmpty()) {
      throw damaged(file, "it has no trial that ended well, and so nothing to compare");
    }
    if (study.has(NOT_REPLAYABLE)) {
      throw damaged(file, "it cannot be replayed: " + line(study.path(NOT_REPLAYABLE)));
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode trial : study.path("trials")) {
      String key = trial.path("record").asText();
      if (!key.matches("[0-9a-f]+--?[0-9]+")) {
        throw damaged(file, "a trial has no record");
      }
      Path path = folder.resolve(RECORDS).resolve(key + ".json");
      TrialRecord record = RecordFile.read(path.toString(), text(path));
      Trial planned = new Trial(key, PlanJson.read(trial.path("plan").asText()));
      if (!record.line().equals(PlanText.line(planned.plan()))) {
        throw damaged(path, "it is the record of another plan: " + record.line());
      }
      entries.put(key, new Entry(planned, record));
    }
    int missing = study.path(MISSING).size();
    int planned = study.path("trials").size() + missing;
    if (study.path(PLANNED).asInt(planned) != planned) {
      throw damaged(file, "it does not have the trials that were planned");
    }
    return new Saved(List.copyOf(entries.values()), planned, missing);
  }

  /** A text as one line, without control characters, which a terminal would obey. */
  private static String line(JsonNode text) {
    return text.asText().replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }

  private static JsonNode tree(Path file) {
    try {
      return RecordFile.JSON.readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new DataException(problem(file, "it is not JSON as it was written"), e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw damaged(file, "it has more than " + LARGEST + " bytes");
      }
      return Files.readString(file);
    } catch (IOException e) {
      String reason =
          Files.notExists(file) ? "no such file" : e.getClass().getSimpleName() + ", not readable";
      throw new DataException(problem(file, reason), e);
    }
  }

  private static DataException damaged(Path file, String reason) {
    return new DataException(problem(file, reason));
  }

  private static Problem problem(Path file, String reason) {
    return Problem.with("study")
        .got(file)
        .allowed("a study saved by StudyResult.save")
        .fact("reason", reason);
  }
}
