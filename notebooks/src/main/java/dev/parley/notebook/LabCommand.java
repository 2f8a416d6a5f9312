package dev.parley.notebook;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley lab}: an open notebook, with whatever that takes. */
@Command(
    name = "lab",
    description = {
      "Opens a notebook in JupyterLab, by default the first tutorial.",
      "Without JupyterLab: installs it below notebooks/target first, which needs Python 3."
    },
    mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NOTEBOOK", arity = "0..1", description = "A file or folder.")
  private @Nullable Path notebook;

  @Option(names = "--own", description = "A JupyterLab of its own even if there is one.")
  private boolean own;

  @Option(names = "--no-browser", description = "Only starts the server.")
  private boolean quiet;

  @Option(names = "--allow-root", description = "As root, which JupyterLab refuses otherwise.")
  private boolean root;

  @Override
  public Integer call() throws IOException {
    PrintWriter screen = spec.commandLine().getErr();
    Path home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
    Lab lab = own ? null : Lab.installed();
    if (lab == null) {
      lab = Lab.own(home, screen::println);
    }
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(lab.prefix()));
    kernel.install(System.getProperty("java.class.path"), kernel.options());
    List<String> command = new ArrayList<>(lab.command());
    command.add("--JupyterApp.answer_yes=True");
    if (quiet) {
      command.add("--no-browser");
    }
    if (root) {
      command.add("--allow-root");
    }
    command.add((notebook == null ? first(home.resolve("notebooks")) : notebook).toString());
    int code = Programs.foreground(command);
    return code == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static Path first(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .sorted()
          .findFirst()
          .orElse(folder);
    }
  }
}
