package dev.parley.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.train.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private record Shown(String place, MimeBundle result, boolean again) {

    String text() {
      return result.data().getOrDefault(MimeBundle.PLAIN, "");
    }

    String html() {
      return result.data().getOrDefault(MimeBundle.HTML, "");
    }
  }

  private final List<Shown> shown = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressLine line =
      new ProgressLine(
          new Screen() {
            @Override
            public boolean attached() {
              return true;
            }

            @Override
            public void show(String place, MimeBundle result, boolean again) {
              shown.add(new Shown(place, result, again));
            }
          },
          clock::get);

  private void tell(long milliseconds, Progress progress) {
    clock.set(milliseconds * 1_000_000);
    line.progress(progress);
  }

  @Test
  void oneLineInOnePlaceAtMostFiveTimesASecond() {
    for (int i = 0; i < 100; i++) {
      tell(10L * i, new Progress("training", i, 100, 5 + i / 100.0));
    }
    assertEquals(5, shown.size());
    assertEquals(1, shown.stream().map(Shown::place).distinct().count());
    assertFalse(shown.get(0).again());
    assertTrue(shown.stream().skip(1).allMatch(Shown::again));
    assertEquals("training: 80 of 100, joint reward 5.80, 0 s left", shown.get(4).text());
    assertTrue(shown.get(4).html().contains("<polyline"), shown.get(4).html());
  }

  @Test
  void lastStateTellsHowLongItTook() {
    tell(0, new Progress("training", 0, 100, Double.NaN));
    tell(100, new Progress("training", 100, 100, 9));
    clock.set(2_500_000_000L);
    line.ended();
    assertEquals("training: 100 of 100, joint reward 9.00, 2.5 s", shown.get(1).text());
  }

  @Test
  void lastStateOfAStoppedRunIsDrawnOverItsOwnRounds() {
    for (int i = 0; i < 100; i++) {
      tell(10L * i, new Progress("training", i, 1_000_000, i));
    }
    line.ended();
    String last = shown.get(shown.size() - 1).html();
    assertTrue(last.contains(" 358.0,2.0\""), last);
  }

  @Test
  void lastStateOfAStudyHasNoTrialsThatRun() {
    tell(0, new Progress("trials, 2 running", 4, 4, Double.NaN));
    line.ended();
    assertEquals("4 of 4 trials, 0.0 s", shown.get(1).text());
  }

  @Test
  void nothingToldNothingShown() {
    line.ended();
    assertEquals(List.of(), shown);
  }

  @Test
  void aStudyFillsItsGrid() {
    tell(0, new Progress("trials, 1 running", 0, 4, Double.NaN));
    tell(1_000, new Progress("trials, 2 running", 2, 4, Double.NaN));
    String html = shown.get(1).html();
    assertEquals(2, count(html, "fill=\"#1f83c4\""));
    assertEquals(2, count(html, "fill=\"none\""));
    tell(2_000, new Progress("trials, 1 running, 1 failed", 3, 4, Double.NaN));
    tell(2_500, new Progress("trials, 1 failed", 4, 4, Double.NaN));
    line.ended();
    assertEquals(
        List.of(
            "0 of 4 trials, 1 running",
            "2 of 4 trials, 2 running, 1 s left",
            "3 of 4 trials, 1 running, 1 failed, 1 s left",
            "4 of 4 trials, 1 failed, 0 s left",
            "4 of 4 trials, 1 failed, 2.5 s"),
        shown.stream().map(Shown::text).toList());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
