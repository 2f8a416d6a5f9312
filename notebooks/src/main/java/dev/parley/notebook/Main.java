package dev.parley.notebook;

import dev.parley.error.ParleyException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the launcher does about notebooks: {@code ./parley kernel} and {@code ./parley lab}. */
@Command(
    name = "parley",
    description = "Parley in Jupyter.",
    mixinStandardHelpOptions = true,
    subcommands = {KernelCommand.class, LabCommand.class})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code: 0 done, 1 failed, 2 wrong use. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::failed);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof IOException || e instanceof ParleyException) {
      command.getErr().println("parley: " + e.getMessage());
      return ExitCode.SOFTWARE;
    }
    throw e;
  }
}
