package dev.parley.cli;

import java.io.PrintWriter;
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
      "Each finished trial is kept in the folder studies: run again, a script goes on where it was,",
      "also after an interrupt from the keyboard, which ends it with code 130."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StudyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scripts of JShell snippets.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    Thread hook = new Thread(this::tellStopped, "parley-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return ScriptFiles.run(files, spec.commandLine().getErr());
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending: the hook has its say.
      }
    }
  }

  private void tellStopped() {
    PrintWriter err = spec.commandLine().getErr();
    err.println(spec.qualifiedName() + ": " + Trials.stop());
    err.flush();
  }
}
