package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrialsTest {

  private static final String KEPT =
      "; what has ended is kept, and the same command goes on from there";

  private final List<Progress> told = new ArrayList<>();
  private final Listener watched = Trials.watched(told::add);

  private static Progress trials(int done) {
    return new Progress("trials, 2 running", done, 12, Double.NaN);
  }

  @Test
  void anInterruptIsToldHowManyTrialsHaveEnded() {
    watched.progress(trials(2));
    watched.progress(trials(3));
    assertEquals("stopped: 3 of the 12 trials that were to run have ended" + KEPT, Trials.stop());
    watched.progress(trials(4));
    assertEquals(2, told.size());
  }

  @Test
  void afterTheLastTrial() {
    watched.progress(trials(12));
    watched.ended();
    assertEquals("stopped: no trial was running" + KEPT, Trials.stop());
  }

  @Test
  void aRunIsNoStudy() {
    watched.progress(new Progress("training", 3, 9, 1.5));
    assertTrue(Trials.stop().startsWith("stopped: no trial"));
    assertEquals(1, told.size());
  }
}
