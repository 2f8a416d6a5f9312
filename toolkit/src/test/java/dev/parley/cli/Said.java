package dev.parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command did: it runs in this JVM, with writers in place of the terminal.
 *
 * @param code the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Said(int code, String out, String err) {

  /** Runs {@code parley} with these arguments. */
  static Said by(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }

  /** Runs {@code parley} with these arguments. */
  static Said by(List<String> arguments) {
    return by(arguments.toArray(String[]::new));
  }

  /** What a subcommand is made of. */
  static CommandSpec command(CommandLine main, String name) {
    return Objects.requireNonNull(main.getSubcommands().get(name)).getCommandSpec();
  }

  /** The lines of standard error. */
  List<String> errors() {
    return err.lines().toList();
  }
}
