package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the archive of a saved run tells.
 *
 * @param plan what was run
 * @param facts what the numbers depended on
 * @param id its name
 * @param edited whether the archive is not what the id was made from
 * @param completed rounds, 1 or more
 */
record ArchivedRun(
    Plan<?> plan, Map<String, String> facts, String id, boolean edited, int completed) {

  /** What {@link RunFiles} adds, and the id does not depend on. */
  private static final Set<String> ADDED = Set.of("id", "started", "seconds", "completed_rounds");

  /**
   * Reads the archive in a run's folder.
   *
   * @throws DataException if it is damaged, foreign or not there
   * @throws dev.parley.error.SettingException if a setting has a value that it cannot have
   */
  static ArchivedRun in(Path folder) {
    Setting.given("folder", folder);
    Path file = folder.resolve("plan.json");
    if (Files.notExists(file) && Files.exists(folder.resolve("study.json"))) {
      throw new DataException(
          Problem.with("archive")
              .got("no such file")
              .fact("file", file.toString())
              .hint("this is the folder of a study: Experiment.replayStudy(folder) runs it again"));
    }
    return PlanJson.naming(file, () -> of(Json.read(Json.text(file))));
  }

  /** What an archive tells, as {@link #in}. */
  static ArchivedRun of(JsonNode archive) {
    Plan<?> plan = PlanJson.plan(archive);
    String id = text(archive, "id", "id");
    JsonNode provenance = PlanReader.required(archive, "provenance", "provenance");
    Map<String, String> facts = new TreeMap<>();
    PlanReader.object(provenance, "provenance")
        .properties()
        .forEach(
            fact -> {
              String name = fact.getKey();
              facts.put(
                  Json.line(name), text(provenance, name, "provenance." + Json.shortened(name)));
            });
    return new ArchivedRun(
        plan, facts, id, !id.equals(hash(archive)), completed(archive, plan.setup().rounds()));
  }

  private static String hash(JsonNode archive) {
    ObjectNode hashed = archive.deepCopy();
    hashed.remove(ADDED);
    Map<String, JsonNode> content = new TreeMap<>();
    hashed.properties().forEach(field -> content.put(field.getKey(), field.getValue()));
    return Archive.id(content);
  }

  private static int completed(JsonNode archive, int rounds) {
    JsonNode node = PlanReader.required(archive, "completed_rounds", "completed_rounds");
    if (!node.isInt() || node.intValue() < 1 || node.intValue() > rounds) {
      throw new DataException(
          Problem.with("completed_rounds")
              .got(Json.shown(node))
              .allowed("1 to " + rounds + ", the rounds of the plan")
              .hint("a run that was stopped before its first round has nothing to compare"));
    }
    return node.intValue();
  }

  private static String text(JsonNode node, String name, String key) {
    JsonNode value = PlanReader.required(node, name, key);
    if (!value.isTextual()) {
      throw new DataException(Problem.with(key).got(Json.shown(value)).allowed("a text"));
    }
    return Json.line(value.textValue());
  }
}
