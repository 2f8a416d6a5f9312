package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/** A virtual environment with the libraries that {@code peers/requirements.txt} pins. */
final class Python {

  private Python() {}

  /** The interpreter of the environment; made and filled if it is not there or has changed. */
  static Path environment(Path home, Consumer<String> screen) throws IOException {
    Path folder = home.resolve("benchmarks/target/python");
    Path requirements = home.resolve("benchmarks/peers/requirements.txt");
    Path stamp = folder.resolve("requirements.txt");
    Path python = folder.resolve("bin/python");
    if (!Files.exists(stamp) || Files.mismatch(stamp, requirements) >= 0) {
      screen.accept("installing PyTorch and mpe2 into " + folder + " (some gigabytes)");
      Programs.run(new ProcessBuilder(List.of("python3", "-m", "venv", folder.toString())));
      Programs.run(
          new ProcessBuilder(
              List.of(
                  python.toString(),
                  "-m",
                  "pip",
                  "install",
                  "--quiet",
                  "--requirement",
                  requirements.toString())));
      Files.copy(requirements, stamp, StandardCopyOption.REPLACE_EXISTING);
    }
    return python;
  }
}
