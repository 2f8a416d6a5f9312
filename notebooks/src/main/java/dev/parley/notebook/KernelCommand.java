package dev.parley.notebook;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley kernel}: Jupyter learns of the kernel, or forgets it. */
@Command(
    name = "kernel",
    description = "The kernel that Jupyter starts for notebooks: install, list or remove it.",
    mixinStandardHelpOptions = true)
final class KernelCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "install",
      description = "Installs it for the user, or into an environment.",
      mixinStandardHelpOptions = true)
  int install(
      @Option(names = "--prefix", paramLabel = "DIR", description = "A virtual environment.")
          @Nullable Path prefix,
      @Parameters(paramLabel = "OPTION", arity = "0..*", description = "Of the JVM, after --.")
          @Nullable List<String> options) {
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(prefix));
    List<String> own = options == null ? new ArrayList<>() : options;
    kernel.install(System.getProperty("java.class.path"), own);
    out().println("installed: " + kernel.folder());
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      description = "Says where it is installed and whether it can start.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--prefix", paramLabel = "DIR", description = "A virtual environment.")
          @Nullable Path prefix) {
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(prefix));
    if (!kernel.present()) {
      out().println("not installed: " + kernel.folder());
      return ExitCode.SOFTWARE;
    }
    List<String> missing = kernel.missing();
    out().println(kernel.folder());
    out().println("  starts " + String.join(" ", kernel.command()));
    missing.forEach(file -> out().println("  missing: " + file));
    if (!missing.isEmpty()) {
      out().println("  ./parley kernel install repairs it");
    }
    return missing.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  @Command(name = "remove", description = "Removes it.", mixinStandardHelpOptions = true)
  int remove(
      @Option(names = "--prefix", paramLabel = "DIR", description = "A virtual environment.")
          @Nullable Path prefix)
      throws IOException {
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(prefix));
    if (!kernel.present()) {
      out().println("not installed: " + kernel.folder());
      return ExitCode.SOFTWARE;
    }
    kernel.remove();
    out().println("removed: " + kernel.folder());
    return ExitCode.OK;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
