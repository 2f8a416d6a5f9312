package dev.parley.study;

import dev.parley.error.DataException;
import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import dev.parley.state.Output;
import dev.parley.train.PlanText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The records of finished trials, one file each, named by the trial's key. Studies may share one
 * folder: a trial that two of them have is run once.
 */
final class Store {

  private static final System.Logger LOG = System.getLogger("dev.parley.study");

  private final Path folder;
  private final Output output;

  /**
   * A store in a folder, which is made if need be.
   *
   * @throws OutputException if it cannot be made
   */
  Store(Path folder) {
    this.folder = folder;
    this.output = Output.to(folder);
  }

  void keep(TrialRecord record) {
    output.write(name(record.key()), RecordFile.write(record));
  }

  /**
   * The record of a trial, if there is one. A damaged file is set aside under another name, and
   * said so.
   */
  Optional<TrialRecord> find(Trial trial) {
    Path file = folder.resolve(name(trial.key()));
    try {
      TrialRecord record = RecordFile.read(file.toString(), Files.readString(file));
      boolean own =
          record.key().equals(trial.key()) && record.line().equals(PlanText.line(trial.plan()));
      if (!own) {
        throw new DataException(Problem.with("record").got(file).allowed("the record of " + trial));
      }
      return Optional.of(record);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (MalformedInputException | DataException e) {
      setAside(file, e);
      return Optional.empty();
    } catch (IOException e) {
      throw new OutputException(
          Problem.with("study")
              .got(file)
              .allowed("a file that can be read")
              .fact("reason", e.getClass().getSimpleName() + ": " + e.getMessage()),
          e);
    }
  }

  private void setAside(Path file, Exception reason) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} is damaged: it is kept as {1}, and its trial runs again",
        file,
        aside.getFileName());
  }

  private static String name(String key) {
    return key + ".json";
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
