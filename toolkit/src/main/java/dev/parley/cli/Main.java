package dev.parley.cli;

import dev.parley.error.ParleyException;
import dev.parley.error.PlanException;
import dev.parley.error.SettingException;
import dev.parley.error.UnexpectedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code parley}. */
@Command(
    name = "parley",
    description = "Agents that invent a language, and whether they use it.",
    footer = {
      "",
      "./parley lab opens a notebook, ./parley kernel installs what it runs on: --help.",
      "./parley bench measures speed beside PyTorch: ./parley bench --help.",
      "./parley classpath prints what a JShell of your own needs; see parley.jsh."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {RunCommand.class, ReplayCommand.class, StudyCommand.class, JShellCommand.class})
public final class Main implements Callable<Integer> {

  private static final String COUNT = "a whole number up to " + Integer.MAX_VALUE;
  private static final String WHOLE = "a whole number up to " + Long.MAX_VALUE;
  private static final String REAL = "a number such as 0.01";

  @Spec private CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code: 0 done, 1 failed, 2 wrong use. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setResourceBundle(new Defaults())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Integer.class, text -> number(text, Integer::valueOf, COUNT))
        .registerConverter(Long.class, text -> number(text, Long::valueOf, WHOLE))
        .registerConverter(Double.class, text -> number(text, Double::valueOf, REAL))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Main::wrongUse)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static <T> T number(String text, Function<String, T> parse, String allowed) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("got '" + text + "', allowed: " + allowed);
    }
  }

  /** Without a subcommand: how to use it. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }

  private static int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    tell(
        command,
        oneLine(e.getMessage())
            + meant(e)
            + " ("
            + command.getCommandSpec().qualifiedName()
            + " --help)");
    return ExitCode.USAGE;
  }

  /** What an unknown option or command may have been meant to be. */
  private static String meant(ParameterException e) {
    List<String> known =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return known.isEmpty() ? "" : "; did you mean " + String.join(" or ", known) + "?";
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof ParleyException)) {
      throw e;
    }
    tell(command, oneLine(e.getMessage()));
    if (e instanceof UnexpectedException) {
      e.printStackTrace(command.getErr());
    }
    boolean wrongUse = e instanceof SettingException || e instanceof PlanException;
    return wrongUse ? ExitCode.USAGE : command.getCommandSpec().exitCodeOnExecutionException();
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
