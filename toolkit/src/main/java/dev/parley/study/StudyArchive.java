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
import java.util.ArrayList;
import java.util.List;

/**
 * A saved study: {@code study.json}, which has the plan of every trial, and a record of each in the
 * folder {@code records}.
 */
final class StudyArchive {

  static final String FILE = "study.json";

  private static final String RECORDS = "records";
  private static final int FORMAT = 1;
  private static final long LARGEST = 64L << 20;

  /** What was planned, and what came of it. */
  record Entry(Trial trial, TrialRecord record) {}

  private StudyArchive() {}

  /** Writes every trial that has ended well. */
  static void write(Path folder, List<Row> rows) {
    Output records = Output.to(folder.resolve(RECORDS));
    ObjectNode file = RecordFile.JSON.createObjectNode();
    file.put("format", FORMAT);
    ArrayNode trials = file.putArray("trials");
    for (Row row : rows) {
      for (TrialRecord record : row.complete()) {
        ObjectNode trial = trials.addObject();
        trial.put("cell", row.cell().name());
        trial.put("record", record.key());
        trial.put("plan", PlanJson.write(row.cell().seeded(record.seed())));
        records.write(record.key() + ".json", RecordFile.write(record));
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
  static List<Entry> read(Path folder) {
    Path file = folder.resolve(FILE);
    JsonNode study = tree(file);
    if (study.path("format").asInt() != FORMAT || !study.path("trials").isArray()) {
      throw damaged(file, "it is no study of format " + FORMAT);
    }
    if (study.path("trials").isEmpty()) {
      throw damaged(file, "it has no trial that ended well, and so nothing to compare");
    }
    List<Entry> entries = new ArrayList<>();
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
      entries.add(new Entry(planned, record));
    }
    return entries;
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
