package dev.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley study}: scripts of studies, which go on where they were. */
@Command(
    name = "study",
    description = {
      "Runs scripts of studies, with the toolkit and its imports ready; an error ends it with code 1.",
      "Each finished trial is kept in the folder studies: run again, a script goes on where it was."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StudyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scripts of JShell snippets.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    return ScriptFiles.run(files, spec.commandLine().getErr());
  }
}
