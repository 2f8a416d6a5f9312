package dev.parley.bench.measure;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What rounds at batch 1 leave behind in memory. */
final class Memory {

  private static final int WARM = 20_000;
  private static final int COUNTED = 10_000;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double KIBI = 1024;

  private Memory() {}

  /**
   * Plays rounds: some to warm up, some during which allocation is counted, then as many as are
   * asked for between two looks at the resident size.
   */
  static Map<String, Object> rounds(int rounds) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Map<String, Object> facts = new LinkedHashMap<>();
    // As many rounds as are planned are played: what is kept of them has its room from the start.
    try (AimGame game = new AimGame(AimGame.plan(1).rounds(WARM + COUNTED + rounds))) {
      play(game, Math.min(WARM, rounds));
      long own = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      own = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - own;
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      play(game, COUNTED);
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      facts.put("bytes_per_round", Math.max(0, after - before - own) / (double) COUNTED);
      facts.put("resident_start_mb", residentMegabytes());
      play(game, rounds);
      facts.put("resident_end_mb", residentMegabytes());
    }
    facts.put("rounds", rounds);
    return facts;
  }

  private static void play(AimGame game, int rounds) {
    for (int round = 0; round < rounds; round++) {
      game.round();
    }
  }

  /** VmRSS; NaN where the system does not tell it so. */
  private static double residentMegabytes() {
    if (!Files.isReadable(STATUS)) {
      return Double.NaN;
    }
    try {
      return megabytes(Files.readString(STATUS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double megabytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBI)
        .findFirst()
        .orElse(Double.NaN);
  }
}
