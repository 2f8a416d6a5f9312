package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfailingTest {

  private static final Progress PROGRESS = new Progress("training", 1, 2, Double.NaN);

  private final List<Progress> told = new ArrayList<>();

  /** How often a listener is told that fails whenever it is. */
  private int timesTold(Runnable failure) {
    Listener failing =
        progress -> {
          told.add(progress);
          failure.run();
        };
    Listener listener = failing.unfailing();
    listener.progress(PROGRESS);
    listener.progress(PROGRESS);
    listener.ended();
    return told.size();
  }

  @Test
  void aFailureIsTheLastThatItIsTold() {
    assertEquals(
        1,
        timesTold(
            () -> {
              throw new IllegalStateException("no screen");
            }));
  }

  @Test
  void oneThatDoesNotFitWhatItCallsEndsNothing() {
    assertEquals(
        1,
        timesTold(
            () -> {
              throw new NoSuchMethodError("of another version");
            }));
  }

  @Test
  void otherErrorsAreNotHidden() {
    assertThrows(
        AssertionError.class,
        () ->
            timesTold(
                () -> {
                  throw new AssertionError("a defect");
                }));
  }
}
