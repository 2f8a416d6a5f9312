package dev.parley.notebook.display;

import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a run or a study is: a line of text and, under it, the rewards so far or the grid. */
final class ProgressLine implements Listener {

  /** Nanoseconds between two drawings: five a second at most. */
  private static final long PAUSE = 200_000_000;

  private static final String TRIALS = "trials";

  /** What a study says of trials that are under way; in the end none is. */
  private static final Pattern RUNNING = Pattern.compile(", \\d+ running");

  private final String place = UUID.randomUUID().toString();
  private final Screen screen;
  private final LongSupplier clock;
  private final long start;
  private final RewardTrace rewards = new RewardTrace();
  private @Nullable Progress last;
  private String phase = "";
  private int firstTold;
  private long firstToldAt;
  private long shownAt;
  private boolean shown;

  /** A line whose time is told by a clock in nanoseconds. */
  ProgressLine(Screen screen, LongSupplier clock) {
    this.screen = screen;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public void progress(Progress progress) {
    long now = clock.getAsLong();
    if (!phase.equals(kind(progress))) {
      phase = kind(progress);
      firstTold = progress.done();
      firstToldAt = now;
    }
    rewards.add(progress.done(), progress.jointReward());
    last = progress;
    if (!shown || now - shownAt >= PAUSE) {
      show(progress, progress.phase(), progress.total(), left(progress, now));
      shownAt = now;
    }
  }

  @Override
  public void ended() {
    if (last != null) {
      String time = String.format(Locale.ROOT, ", %.1f s", (clock.getAsLong() - start) / 1e9);
      show(last, RUNNING.matcher(last.phase()).replaceAll(""), last.done(), time);
    }
  }

  /**
   * @param rounds those that the drawing is as wide as
   */
  private void show(Progress progress, String name, int rounds, String time) {
    String text = text(progress, name) + reward(progress.jointReward()) + time;
    String drawing = isStudy(progress) ? Grid.svg(progress) : rewards.svg(rounds);
    screen.show(place, MimeBundle.html("<div>" + text + "</div>" + drawing, text), shown);
    shown = true;
  }

  /** A study's phase goes on with what runs and what failed. */
  private static String text(Progress progress, String name) {
    String count = String.format(Locale.ROOT, "%,d of %,d", progress.done(), progress.total());
    return isStudy(progress) ? count + " " + name : name + ": " + count;
  }

  /** A study's phase tells how many trials run, which does not make it another phase. */
  private static String kind(Progress progress) {
    return isStudy(progress) ? TRIALS : progress.phase();
  }

  private static boolean isStudy(Progress progress) {
    return progress.phase().startsWith(TRIALS);
  }

  private static String reward(double reward) {
    String format = Math.abs(reward) < 1e5 ? "%.2f" : "%.2e";
    return Double.isNaN(reward)
        ? ""
        : ", joint reward " + String.format(Locale.ROOT, format, reward);
  }

  private String left(Progress progress, long now) {
    int steps = progress.done() - firstTold;
    if (steps <= 0) {
      return "";
    }
    double perStep = (now - firstToldAt) / 1e9 / steps;
    double seconds = perStep * (progress.total() - progress.done());
    return seconds < 120
        ? String.format(Locale.ROOT, ", %.0f s left", seconds)
        : String.format(Locale.ROOT, ", %.0f min left", seconds / 60);
  }
}
