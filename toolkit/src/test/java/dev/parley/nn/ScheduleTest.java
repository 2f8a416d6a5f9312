package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ScheduleTest {

  /** 0.001 * 0.9995 ** t in Python. */
  @Test
  void golden() {
    Schedule schedule = new Schedule(1e-3, 0.9995);
    assertEquals(1e-3, schedule.at(0));
    assertEquals(0.0009995, schedule.at(1), 1e-18);
    assertEquals(0.000606454822840095, schedule.at(1000), 1e-17);
    assertEquals(6.729527022146668e-06, schedule.at(10_000), 1e-18);
  }

  @Test
  void constant() {
    Schedule schedule = new Schedule(0.1, 1);
    assertEquals(0.1, schedule.at(0));
    assertEquals(0.1, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void zeroStaysZero() {
    assertEquals(0, new Schedule(0, 0.5).at(10));
  }

  @Test
  void farSteps() {
    assertEquals(0, new Schedule(1, 0.5).at(1L << 40));
  }
}
