package dev.parley.study;

import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.train.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials on threads of this process, each on one thread from start to end. How many there are
 * changes no number.
 */
public final class LocalRunner implements Runner {

  private final int workers;

  private LocalRunner(int workers) {
    this.workers = workers;
  }

  /** One worker a processor. */
  public static LocalRunner all() {
    return new LocalRunner(Runtime.getRuntime().availableProcessors());
  }

  /**
   * So many workers.
   *
   * @param workers 1 or more
   * @throws dev.parley.error.SettingException if they are fewer
   */
  public static LocalRunner workers(int workers) {
    Setting.atLeast("workers", workers, 1, "each runs one trial at a time");
    return new LocalRunner(workers);
  }

  @Override
  public void run(List<Trial> trials, Watcher watcher) {
    Work work = new Work(trials, watcher);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(workers, trials.size()); i++) {
      Thread thread = new Thread(work, "parley-study-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    boolean interrupted = false;
    try {
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      // Also where this thread ends by an error: nobody trains on for nobody.
      work.stop();
      threads.forEach(Thread::interrupt);
      threads.forEach(LocalRunner::await);
    }
    work.rethrow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of a thread that was told to end; it takes a round at most. */
  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "LocalRunner.workers(" + workers + ")";
  }

  /** The trials that are left, taken by whoever is free. */
  private static final class Work implements Runnable {

    private final List<Trial> trials;
    private final Watcher watcher;
    private final AtomicInteger next = new AtomicInteger();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Work(List<Trial> trials, Watcher watcher) {
      this.trials = trials;
      this.watcher = watcher;
    }

    void stop() {
      stopped = true;
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < trials.size(); i = next.getAndIncrement()) {
        if (stopped) {
          return;
        }
        try {
          run(trials.get(i));
        } catch (RuntimeException | Error e) {
          fail(e);
          return;
        }
      }
    }

    private void run(Trial trial) {
      tell(() -> watcher.began(trial));
      long start = System.nanoTime();
      TrialRecord record;
      try {
        Run run = trial.plan().run(Listener.silent());
        if (run.stoppedEarly()) {
          return;
        }
        record = TrialRecord.of(trial, run);
      } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
        record = TrialRecord.failed(trial, e, (System.nanoTime() - start) / 1e9);
      }
      TrialRecord ended = record;
      tell(() -> watcher.ended(ended));
    }

    private void tell(Runnable call) {
      turn.lock();
      try {
        call.run();
      } finally {
        turn.unlock();
      }
    }

    /** A failure of the watcher, such as a disk that is full, ends the study. */
    private void fail(Throwable e) {
      stopped = true;
      failure.compareAndSet(null, e);
    }

    void rethrow() {
      Throwable first = failure.get();
      if (first instanceof RuntimeException e) {
        throw e;
      }
      if (first instanceof Error e) {
        throw e;
      }
    }
  }
}
