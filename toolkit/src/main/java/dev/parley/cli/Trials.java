package dev.parley.cli;

import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far the study that runs is, for the word that is said when the JVM is asked to end. No number
 * depends on it.
 */
final class Trials {

  private static final AtomicReference<@Nullable Watched> CURRENT = new AtomicReference<>();

  private Trials() {}

  /** The same listener, heard here too. */
  static Listener watched(Listener listener) {
    return new Watched(listener);
  }

  /** What to say of the study that runs, if one does; its listener is told no more. */
  static String stop() {
    Watched current = CURRENT.get();
    Optional<Progress> progress = current == null ? Optional.empty() : current.stop();
    String done =
        progress
            .map(p -> p.done() + " of the " + p.total() + " trials that were to run have ended")
            .orElse("no trial was running");
    return "stopped: " + done + "; what has ended is kept, and the same command goes on from there";
  }

  private static final class Watched implements Listener {

    private final Listener listener;
    private Optional<Progress> last = Optional.empty();
    private boolean stopped;

    Watched(Listener listener) {
      this.listener = listener;
    }

    @Override
    public synchronized void progress(Progress progress) {
      if (!stopped) {
        if (progress.phase().startsWith("trials")) {
          last = Optional.of(progress);
          CURRENT.set(this);
        }
        listener.progress(progress);
      }
    }

    @Override
    public synchronized void ended() {
      if (!stopped) {
        last = Optional.empty();
        listener.ended();
      }
    }

    @Override
    public String toString() {
      return "progress on the terminal";
    }

    synchronized Optional<Progress> stop() {
      Optional<Progress> progress = last;
      ended();
      stopped = true;
      return progress;
    }
  }
}
