package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InterruptibleTest {

  @Test
  void restHasTheResultOfTheWork() {
    assertEquals(7, Interruptible.call(() -> "7", Integer::parseInt));
  }

  @Test
  void interruptThatComesTooLateDoesNotReachTheRest() {
    int code =
        Interruptible.call(
            () -> {
              Thread.currentThread().interrupt();
              return 3;
            },
            three -> Thread.currentThread().isInterrupted() ? -1 : three);
    assertEquals(3, code);
    assertFalse(Thread.interrupted());
  }

  @Test
  void failureOfTheWorkPasses() {
    IllegalStateException failure = new IllegalStateException();
    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                Interruptible.call(
                    () -> {
                      throw failure;
                    },
                    x -> 0)));
  }
}
