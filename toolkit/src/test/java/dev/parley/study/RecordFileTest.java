package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.random.RandomStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordFileTest {

  private static final TrialRecord RECORD =
      new TrialRecord(
          "abc-7",
          "Experiment.aim().seed(7)",
          Long.MIN_VALUE,
          Map.of("score", 0.1 + 0.2, "converged_round", Double.NaN),
          "used",
          List.of(-0.0, Double.MIN_VALUE, 1e300, Double.NEGATIVE_INFINITY),
          Map.of("jdk", "\"quoted\"\n\u00e4"),
          1.5,
          "");

  @Test
  void everyNumberComesBack() {
    assertEquals(RECORD, RecordFile.read("file", RecordFile.write(RECORD)));
  }

  /** What is left may differ in how it is written, such as 1.50 for 1.5. */
  @Test
  void aChangeOfTheContentIsKnownAsOne() {
    String text = RecordFile.write(RECORD);
    RandomStream random = new RandomStream(1);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      String changed = changed(text, random);
      try {
        assertEquals(RECORD, RecordFile.read("file", changed), changed);
      } catch (DataException e) {
        refused++;
      }
    }
    assertTrue(refused > 2_900, refused + " of 3,000 refused");
  }

  private static String changed(String text, RandomStream random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + (char) (33 + random.nextInt(90)) + text.substring(at);
      default ->
          text.substring(0, at)
              + (char) (text.charAt(at) ^ (1 << random.nextInt(7)))
              + text.substring(at + 1);
    };
  }

  @Test
  void otherJson() {
    for (String text :
        List.of("", "[]", "1", "null", "{}", "{\"format\":1}", "{\"format\":2,\"record\":{}}")) {
      assertThrows(DataException.class, () -> RecordFile.read("file", text), text);
    }
  }
}
