package dev.parley.cli;

import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * One line on a terminal that is drawn over and gone at the end; nothing where there is no
 * terminal.
 */
public final class TerminalProgress implements Listener.Provider {

  /** For the service loader. */
  public TerminalProgress() {}

  @Override
  @SuppressWarnings("SystemConsoleNull") // asked below whether it is a terminal
  public Listener listener() {
    Console console = System.console();
    return console != null && isTerminal(console) ? new Line(console.writer()) : Listener.silent();
  }

  /**
   * From JDK 22 on a console may be no terminal and can be asked; before, there is one only on a
   * terminal.
   */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** The line; fits into 80 columns. */
  static final class Line implements Listener {

    private static final int WIDTH = 30;
    private static final String BLOCKS = " ▏▎▍▌▋▊▉█";
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter screen;
    private String phase = "";
    private long phaseBegan;

    Line(PrintWriter screen) {
      this.screen = screen;
    }

    @Override
    public void progress(Progress progress) {
      if (!phase.equals(progress.phase())) {
        phase = progress.phase();
        phaseBegan = System.nanoTime();
      }
      double seconds = (System.nanoTime() - phaseBegan) / 1e9;
      screen.print(CLEAR + text(progress, seconds));
      screen.flush();
    }

    @Override
    public void ended() {
      screen.print(CLEAR);
      screen.flush();
    }

    static String text(Progress progress, double seconds) {
      double part = (double) progress.done() / progress.total();
      String reward =
          Double.isNaN(progress.jointReward())
              ? ""
              : String.format(Locale.ROOT, ", joint reward %.2f", progress.jointReward());
      double left = part > 0 ? seconds * (1 - part) / part : 0;
      return String.format(
          Locale.ROOT,
          "%s %s %,d of %,d%s, %.0f s left",
          progress.phase(),
          bar(part),
          progress.done(),
          progress.total(),
          reward,
          left);
    }

    private static String bar(double part) {
      int eighths = (int) Math.round(part * WIDTH * 8);
      StringBuilder bar = new StringBuilder("▕").append("█".repeat(eighths / 8));
      if (eighths % 8 > 0) {
        bar.append(BLOCKS.charAt(eighths % 8));
      }
      return bar.append(" ".repeat(WIDTH + 1 - bar.length())).append("▏").toString();
    }
  }
}
