package dev.parley.cli;

import dev.parley.error.DataException;
import dev.parley.error.OutputException;
import dev.parley.error.ParleyException;
import dev.parley.error.TrainingException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code parley}. */
@Command(
    name = "parley",
    description = "Agents that invent a language, and whether they use it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {RunCommand.class, JShellCommand.class})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code: 0 done, 1 failed, 2 wrong use. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setResourceBundle(new Defaults())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Main::wrongUse)
        .setExecutionExceptionHandler(Main::failed);
  }

  /** Without a subcommand: how to use it. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  private static int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    tell(
        command,
        oneLine(e.getMessage()) + " (" + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof ParleyException)) {
      throw e;
    }
    tell(command, oneLine(e.getMessage()));
    boolean later =
        e instanceof DataException
            || e instanceof OutputException
            || e instanceof TrainingException;
    return later ? ExitCode.SOFTWARE : ExitCode.USAGE;
  }

  private static void tell(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + line);
    err.flush();
  }

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
