package dev.parley.cli;

import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
    return Trials.watched(
        console != null && isTerminal(console)
            ? new Line(console.writer(), Line.canDraw(console.charset()))
            : Listener.silent());
  }

  /**
   * From JDK 22 on a console may be no terminal and can be asked; before, there is one only on a
   * terminal.
   */
  private static boolean isTerminal(Console console) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** The line; it fits into 80 columns, so that going back to its start finds all of it. */
  static final class Line implements Listener {

    /** One less than 80: some terminals begin a new line after a full one. */
    private static final int COLUMNS = 79;

    private static final int WIDEST = 30;
    private static final int NARROWEST = 5;
    private static final String BLOCKS = "▕▏ ▏▎▍▌▋▊▉█";
    private static final String ASCII = "[] #";
    private static final String CLEAR = "\r\u001b[K";

    /** A terminal narrower than the line cuts it off, so that it stays one line. */
    private static final String UNWRAPPED = "\u001b[?7l";

    private static final String WRAPPED = "\u001b[?7h";

    private final PrintWriter screen;
    private final String drawing;
    private String phase = "";
    private int firstTold;
    private long firstToldAt;

    /** A line on a terminal that has block characters, or has not. */
    Line(PrintWriter screen, boolean blocks) {
      this.screen = screen;
      this.drawing = blocks ? BLOCKS : ASCII;
    }

    /** Whether a character set has the block characters. */
    static boolean canDraw(Charset charset) {
      return charset.canEncode() && charset.newEncoder().canEncode(BLOCKS);
    }

    @Override
    public void progress(Progress progress) {
      long now = System.nanoTime();
      if (!phase.equals(progress.phase())) {
        phase = progress.phase();
        firstTold = progress.done();
        firstToldAt = now;
      }
      double stepsPerSecond = 1e9 * (progress.done() - firstTold) / (now - firstToldAt);
      screen.print(
          CLEAR
              + UNWRAPPED
              + text(progress, (progress.total() - progress.done()) / stepsPerSecond)
              + WRAPPED);
      screen.flush();
    }

    @Override
    public void ended() {
      screen.print(CLEAR);
      screen.flush();
    }

    /** The line; how many seconds are left may be NaN or infinite, which is not shown. */
    String text(Progress progress, double secondsLeft) {
      double part = progress.total() > 0 ? (double) progress.done() / progress.total() : 1;
      String numbers =
          String.format(Locale.ROOT, " %,d of %,d", progress.done(), progress.total())
              + reward(progress.jointReward())
              + (Double.isFinite(secondsLeft) ? ", " + duration(secondsLeft) + " left" : "");
      int room = COLUMNS - progress.phase().length() - numbers.length() - 3;
      String bar = room < NARROWEST ? "" : " " + bar(part, Math.min(room, WIDEST));
      String line = progress.phase() + bar + numbers;
      return line.substring(0, Math.min(line.length(), COLUMNS));
    }

    private static String reward(double reward) {
      String format = Math.abs(reward) < 1e5 ? "%.2f" : "%.2e";
      return Double.isNaN(reward)
          ? ""
          : ", joint reward " + String.format(Locale.ROOT, format, reward);
    }

    private static String duration(double seconds) {
      if (seconds < 120) {
        return String.format(Locale.ROOT, "%.0f s", seconds);
      }
      double minutes = seconds / 60;
      return minutes < 120
          ? String.format(Locale.ROOT, "%.0f min", minutes)
          : String.format(Locale.ROOT, "%.1f h", minutes / 60);
    }

    private String bar(double part, int width) {
      String levels = drawing.substring(2);
      int steps = levels.length() - 1;
      int filled = (int) Math.round(part * width * steps);
      StringBuilder bar = new StringBuilder().append(drawing.charAt(0));
      for (int i = 0; i < width; i++) {
        bar.append(levels.charAt(Math.max(0, Math.min(steps, filled - i * steps))));
      }
      return bar.append(drawing.charAt(1)).toString();
    }
  }
}
