package dev.parley.notebook.display;

import dev.parley.train.Listener;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One line in the output of the cell that trains, drawn anew in its place; nothing where no cell
 * runs. A notebook keeps the last state of it.
 */
public final class NotebookProgress implements Listener.Provider {

  /** Of the kernel of this process. */
  private static final AtomicReference<@Nullable Screen> SCREEN = new AtomicReference<>();

  /** For the service loader. */
  public NotebookProgress() {}

  static void show(Screen screen) {
    SCREEN.set(screen);
  }

  /** Before a terminal's where a cell runs, behind all others where none does. */
  @Override
  public int rank() {
    Screen screen = SCREEN.get();
    return screen != null && screen.attached() ? 1 : -1;
  }

  @Override
  public Listener listener() {
    Screen screen = SCREEN.get();
    return screen != null && screen.attached()
        ? new ProgressLine(screen, System::nanoTime)
        : Listener.silent();
  }
}
