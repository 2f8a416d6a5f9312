package dev.parley.cli;

import dev.parley.study.StudyReplay;
import dev.parley.train.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley replay}: runs a saved run or study again and compares the numbers. */
@Command(
    name = "replay",
    description = {
      "Runs a saved run or study again and tells whether the same numbers come out.",
      "Ends with code 0 if they do, 1 if they do not, 2 if that cannot be told.",
      "The same as Experiment.replay(Path.of(\"DIR\")) or replayStudy in Java."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnExecutionException = ExitCode.USAGE)
final class ReplayCommand implements Callable<Integer> {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of a run, such as runs/ID, or of a study.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    return StudyReplay.isStudy(folder)
        ? Interruptible.call(() -> StudyReplay.of(folder), this::tell)
        : Interruptible.call(() -> Replay.of(folder), this::tell);
  }

  private int tell(StudyReplay replay) {
    return tell(replay.report(), replay.same());
  }

  private int tell(Replay replay) {
    return tell(replay.report(), replay.same());
  }

  private int tell(String report, boolean same) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(report);
    screen.flush();
    return same ? SAME : DIFFERENT;
  }
}
