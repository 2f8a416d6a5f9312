package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.parley.language.MessageLog;
import dev.parley.report.Tables;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  /** What the learner does to its array afterwards does not reach the run. */
  @Test
  void codeUseIsCopied() {
    long[] codeUse = {4, 5};
    Outcome outcome =
        new Outcome(() -> Tables.named("none"), Map.of("a", codeUse), MessageLog.none());
    codeUse[0] = 99;
    assertArrayEquals(new long[] {4, 5}, outcome.codeUse().getOrDefault("a", new long[0]));
  }
}
