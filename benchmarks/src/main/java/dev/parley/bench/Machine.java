package dev.parley.bench;

import dev.parley.tensor.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the numbers depend on beside the code. */
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final double GIBI = 1024.0 * 1024 * 1024;

  private Machine() {}

  static Map<String, String> describe(Path home) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("commit", commit(home));
    facts.put(
        "processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    facts.put("memory", memory());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("Java", System.getProperty("java.vm.version"));
    Engine.describe().forEach((name, value) -> facts.put("ND4J " + name, value));
    return facts;
  }

  /** The one that is checked out; changes that are not committed do not show in it. */
  private static String commit(Path home) {
    try {
      String line = "git rev-parse --short HEAD";
      return Programs.run(new ProcessBuilder(line.split(" ", -1)).directory(home.toFile())).strip();
    } catch (IOException e) {
      return "not told";
    }
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    return Files.readString(PROCESSORS)
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      return Side.digits(system.getTotalMemorySize() / GIBI) + " GiB";
    }
    return "not told";
  }
}
