package dev.parley.notebook;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the kernel when the process that started it has died, so that none is left behind. */
final class ParentWatch {

  /** How Jupyter tells a kernel who started it. On Windows it is a handle, not a process id. */
  private static final String PARENT = "JPY_PARENT_PID";

  private static final int SECONDS_TO_END = 5;

  private ParentWatch() {}

  static void start() {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return;
    }
    String parent = System.getenv(PARENT);
    ProcessHandle process = parent == null ? null : find(parent);
    if (process != null) {
      Thread watch = new Thread(() -> await(process), "parley-parent");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private static @Nullable ProcessHandle find(String id) {
    try {
      return ProcessHandle.of(Long.parseLong(id.strip())).orElse(null);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static void await(ProcessHandle process) {
    process.onExit().join();
    end();
  }

  /** In good order, or else at once: a cell that trains must not keep it. */
  private static void end() {
    CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    System.exit(1);
  }
}
