package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.error.DataException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.state.StateFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a checkpoint says of itself: the archive of its plan, with {@code checkpoint}, the version
 * of the form, how far it was ({@code prepared}, {@code round}), and the {@code seconds} it took.
 */
final class CheckpointHeader {

  private static final int VERSION = 1;
  private static final int SHOWN = 200;

  /** The one setting that may differ: a checkpoint can go on for more rounds, or fewer. */
  private static final String ROUNDS = "rounds";

  private final StateFile file;
  private final JsonNode content;

  /**
   * Reads the header of a file.
   *
   * @throws DataException if it is none
   */
  CheckpointHeader(StateFile file) {
    this.file = file;
    String text = file.header();
    try {
      content = Json.read(text);
    } catch (DataException e) {
      throw file.failure("has a header that is no JSON: " + e.problems().get(0));
    }
    JsonNode version = content.path("checkpoint");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw file.failure("has the form " + shown(version) + ", and this Parley reads " + VERSION);
    }
  }

  /** The text of a header. */
  static String text(Archive archive, int prepared, int round, double seconds) {
    return archive.json(
        Map.of(
            "checkpoint", VERSION,
            "id", archive.id(),
            "prepared", prepared,
            "round", round,
            "seconds", seconds));
  }

  /** All that it says. */
  JsonNode content() {
    return content;
  }

  /** Steps of preparation that are done. */
  int prepared() {
    return count("prepared");
  }

  /** Rounds that are complete. */
  int round() {
    return count("round");
  }

  /** How long that took. */
  double seconds() {
    JsonNode seconds = content.path("seconds");
    if (!seconds.isNumber() || !(seconds.doubleValue() >= 0 && seconds.doubleValue() < 1e9)) {
      throw file.failure("has seconds of " + shown(seconds));
    }
    return seconds.doubleValue();
  }

  private int count(String name) {
    JsonNode count = content.path(name);
    if (!count.isInt() || count.intValue() < 0) {
      throw file.failure("has a number of " + name + " of " + shown(count));
    }
    return count.intValue();
  }

  /**
   * Checks that a plan can go on from here.
   *
   * @throws PlanException if the plan is another; the problem names the first setting that differs
   * @throws DataException if it was made by another version, on other data or another machine
   */
  void requireSame(Plan<?> plan, Provenance provenance) {
    JsonNode mine = Json.read(new Archive(plan, provenance).json());
    if (!mine.path("plan").equals(content.path("plan"))) {
      throw another(plan, "plan", mine.path("plan"), content.path("plan"));
    }
    for (String name : names(mine.path("settings"), content.path("settings"))) {
      JsonNode own = mine.path("settings").path(name);
      JsonNode other = content.path("settings").path(name);
      if (!name.equals(ROUNDS) && !own.equals(other)) {
        throw another(plan, name, own, other);
      }
    }
    for (String name : names(mine.path("provenance"), content.path("provenance"))) {
      requireSameFact(
          name, mine.path("provenance").path(name), content.path("provenance").path(name));
    }
    requireSameFact("format", mine.path("format"), content.path("format"));
    if (plan.setup().rounds() < round()) {
      throw new PlanException(
          List.of(
              Problem.with(ROUNDS)
                  .got(plan.setup().rounds())
                  .allowed(round() + " or more, as the checkpoint has")
                  .fact("plan", PlanText.line(plan))));
    }
  }

  private static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = new TreeSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void requireSameFact(String name, JsonNode own, JsonNode other) {
    if (!own.equals(other)) {
      throw new DataException(
          file.failure("its numbers cannot go on here to the last bit: run the plan anew")
              .problems()
              .get(0)
              .fact(printable(name) + " of the checkpoint", shown(other))
              .fact(printable(name) + " here", shown(own)));
    }
  }

  private PlanException another(Plan<?> plan, String name, JsonNode own, JsonNode other) {
    return new PlanException(
        List.of(
            Problem.with(printable(name))
                .got(shown(own))
                .allowed(shown(other) + ", as in the checkpoint")
                .hint("only rounds may differ from the plan that the checkpoint is of")
                .fact("plan", PlanText.line(plan))
                .fact("checkpoint of", shown(content.path("line")))));
  }

  private static String shown(JsonNode node) {
    String text = node.isTextual() ? node.textValue() : node.toString();
    return node.isMissingNode() ? "nothing" : printable(text);
  }

  /** A foreign text, as far as it is safe and short enough to be shown. */
  private static String printable(String text) {
    return Json.shortened(text, SHOWN);
  }
}
