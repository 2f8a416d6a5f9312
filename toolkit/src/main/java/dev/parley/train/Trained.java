package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.state.State;
import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** What a checkpoint has of its learner, for another run that makes use of it. */
public final class Trained implements AutoCloseable {

  private static final String LEARNER = "learner/";

  private final StateFile file;
  private final JsonNode content;

  private Trained(StateFile file, JsonNode content) {
    this.file = file;
    this.content = content;
  }

  /** The file of a checkpoint: the path itself, or in the folder that it is. */
  public static Path file(Path path) {
    return Files.isDirectory(path) ? path.resolve(Checkpoints.FILE) : path;
  }

  /**
   * The hash of a checkpoint, as 64 digits.
   *
   * @param path a checkpoint, or a folder that has one
   * @throws DataException if it cannot be read
   */
  public static String sha256(Path path) {
    Path file = file(path);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.with("checkpoint")
              .got("no such file")
              .fact("file", file.toString())
              .hint("checkpointEvery leaves one; a saved run has none"));
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (IOException e) {
      throw new DataException(
          Problem.with("checkpoint").got("not readable: " + e).fact("file", file.toString()), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Opens a checkpoint.
   *
   * @param path a checkpoint, or a folder that has one
   * @throws DataException if it cannot be read, or is none
   */
  public static Trained open(Path path) {
    StateFile file = StateFile.open(file(path));
    try {
      return new Trained(file, new CheckpointHeader(file).content());
    } catch (DataException e) {
      file.close();
      throw e;
    }
  }

  /** The kind of plan that it is of, such as {@code Aim}. */
  public String algorithm() {
    return Json.shortened(content.path("plan").asText());
  }

  /**
   * A setting of that plan.
   *
   * @throws DataException if there is none of that name
   * @throws dev.parley.error.SettingException if it has a value that it cannot have
   */
  public <T> T setting(String name, Class<T> type) {
    String key = "settings." + name;
    JsonNode node = PlanReader.required(content.path("settings"), name, key);
    return type.cast(new PlanReader(Types.standard()).value(type, node, name, key));
  }

  /** The names of the learner's parts that have parameters and begin so, without that beginning. */
  public List<String> parts(String beginning) {
    String before = LEARNER + beginning;
    String after = "/parameters.npy";
    return file.names().stream()
        .filter(name -> name.startsWith(before) && name.endsWith(after))
        .map(name -> name.substring(before.length(), name.length() - after.length()))
        .sorted()
        .toList();
  }

  /**
   * Gives back some of the learner's numbers.
   *
   * @throws DataException if one that is asked for is not there, or of another shape
   */
  public void learner(Consumer<State> content) {
    file.restoreSome(state -> content.accept(state.part("learner")));
  }

  @Override
  public void close() {
    file.close();
  }
}
