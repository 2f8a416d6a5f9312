package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A plan as JSON and back: {@code read(write(plan))} equals the plan.
 *
 * <p>The text has every setting, keys sorted; equal plans have equal texts. Nothing but numbers and
 * strings is read, into types that a {@link Catalogue} has; no class is loaded for what a text
 * says. A text of more than 1 MiB, or of trees deeper than 32, is refused.
 */
public final class PlanJson {

  private PlanJson() {}

  /**
   * The text of a plan; if it cannot be read back, marked with the reason under the key {@code
   * not_replayable}.
   */
  public static String write(Plan<?> plan) {
    return Json.write(Archive.content(plan));
  }

  /** Why the plan cannot be read back; empty if it can. */
  public static Optional<String> obstacle(Plan<?> plan) {
    return Obstacles.of(plan);
  }

  /**
   * The plan of a text that {@link #write} has made, or of a run's {@code plan.json}.
   *
   * @throws SettingException if a setting has a value that it cannot have
   * @throws DataException if the text is damaged or foreign: no JSON, another format, a key that is
   *     unknown or missing, a type that is unknown; or if the plan cannot be read back
   */
  public static Plan<?> read(String json) {
    return plan(Json.read(json));
  }

  /**
   * The plan of a file such as a run's {@code plan.json}.
   *
   * @throws SettingException if a setting has a value that it cannot have
   * @throws DataException if the file is damaged, foreign or not there, as {@link #read(String)}
   */
  public static Plan<?> read(Path file) {
    return naming(file, () -> read(Json.text(file)));
  }

  static Plan<?> plan(JsonNode archive) {
    return new PlanReader(Types.standard()).plan(archive);
  }

  /** Reads something of a file; what is wrong is told with the file's name. */
  static <T> T naming(Path file, Supplier<T> read) {
    try {
      return read.get();
    } catch (SettingException e) {
      throw new SettingException(named(e.problems().get(0), file));
    } catch (DataException e) {
      throw new DataException(named(e.problems().get(0), file), e);
    }
  }

  private static Problem named(Problem problem, Path file) {
    return problem.fact("file", file.toString());
  }
}
