package dev.parley.notebook;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

  @Option(names = "--port", paramLabel = "N", description = "By default 8888, or one after it.")
  private @Nullable Integer port;

  @Option(
      names = "--allow-root",
      description = "As root, which JupyterLab refuses otherwise; meant for containers.")
  private boolean asRoot;

  @Override
  public Integer call() throws IOException {
    if (!asRoot && "root".equals(System.getProperty("user.name"))) {
      throw new IOException(
          "JupyterLab does not start as root: be another user, or give --allow-root");
    }
    PrintWriter screen = spec.commandLine().getErr();
    Path home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
    Path shown =
        (notebook == null ? first(home.resolve("notebooks")) : notebook)
            .toAbsolutePath()
            .normalize();
    if (!Files.exists(shown)) {
      throw new IOException("there is no " + shown);
    }
    Lab lab = own ? null : Lab.installed();
    if (lab == null) {
      lab = Lab.own(home, screen::println);
    }
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(lab.prefix()));
    kernel.install(System.getProperty("java.class.path"), kernel.options());
    screen.println("opening " + shown + " in JupyterLab; Ctrl-C here ends it");
    int code = Programs.foreground(command(lab, shown, root(home.normalize(), shown)));
    return code == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** What JupyterLab shows: all of the clone, so that tutorials can point to its pages. */
  static Path root(Path home, Path shown) {
    if (shown.startsWith(home)) {
      return home;
    }
    Path folder = shown.getParent();
    return Files.isDirectory(shown) || folder == null ? shown : folder;
  }

  private List<String> command(Lab lab, Path shown, Path root) {
    List<String> command = new ArrayList<>(lab.command());
    command.add("--JupyterApp.answer_yes=True");
    command.add("--log-level=WARN");
    command.add("--LabApp.log_level=WARN");
    command.add("--ServerApp.root_dir=" + root);
    // The address that the server prints leads to the notebook too.
    command.add("--LabApp.default_url=" + address(root.relativize(shown)));
    if (quiet) {
      command.add("--no-browser");
    }
    if (asRoot) {
      command.add("--allow-root");
    }
    if (port != null) {
      command.add("--port=" + port);
      command.add("--ServerApp.port_retries=0");
    }
    return command;
  }

  /** Of a file or folder below the root, or of the root. */
  static String address(Path relative) {
    if (relative.toString().isEmpty()) {
      return "/lab";
    }
    return StreamSupport.stream(relative.spliterator(), false)
        .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8))
        .map(name -> name.replace("+", "%20"))
        .collect(Collectors.joining("/", "/lab/tree/", ""));
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
