package dev.parley.notebook;

import dev.parley.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plain program that has the module on its class path and no kernel.
 *
 * <p>Its argument is the folder of the module's service files.
 */
final class WithoutKernels {

  private static final List<String> KERNELS =
      List.of(
          "io.github.spencerpark.jupyter.kernel.BaseKernel",
          "org.dflib.jjava.jupyter.kernel.BaseKernel",
          "org.rapaio.jupyter.kernel.MainApp");

  private WithoutKernels() {}

  public static void main(String[] arguments) throws IOException {
    for (String kernel : KERNELS) {
      if (type(kernel) != null) {
        throw new IllegalStateException(kernel + " is here, so this shows nothing");
      }
    }
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        Class<?> service = type(file.getFileName().toString());
        if (service != null) {
          load(service);
        }
      }
    }
    System.out.println(Experiment.aim().pretrain(1).rounds(20).seed(1).run());
  }

  private static void load(Class<?> service) {
    for (Object provider : ServiceLoader.load(service)) {
      System.out.println("found " + provider.getClass().getName());
    }
  }

  private static @Nullable Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
