package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Of how many episodes messages are kept. */
final class RecordingTest {

  @Test
  void howManyAreKept() {
    assertEquals(160, Recording.LAST_TENTH.of(50, 32));
    assertEquals(32, Recording.LAST_TENTH.of(3, 32));
    assertEquals(7, Recording.latest(7).of(50, 32));
    assertTrue(Recording.latest(0).none());
  }

  @Test
  void text() {
    Fake plan = Fake.plan().recordMessages(500);
    assertEquals("Fake.plan().recordMessages(500)", PlanText.line(plan));
    assertEquals(Fake.plan().setup(), plan.recordLastTenth().setup());
    assertEquals("recordLastTenth()", Recording.LAST_TENTH.call("recordMessages"));
    assertEquals("last 1 episode", Recording.latest(1).words());
    assertEquals("last tenth of the rounds", Recording.LAST_TENTH.words());
  }

  /** A run that was stopped shows as many of its latest episodes as one that was not. */
  @Test
  void ofARun() {
    Fake plan = Fake.plan().rounds(20);
    assertEquals(8, plan.run(new Told()).outcome().messages().size());
    assertEquals(5, plan.recordMessages(5).run(new Told()).outcome().messages().size());
    assertEquals(80, plan.recordMessages(900).run(new Told()).outcome().messages().size());
  }
}
