package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  /** What the learner does to its arrays afterwards does not reach the run. */
  @Test
  void everythingIsCopied() {
    double[] loss = {3, 2, 1};
    long[] codeUse = {4, 5};
    Map<String, double[]> preparation = new LinkedHashMap<>();
    preparation.put("epoch", new double[] {1, 2, 3});
    preparation.put("loss", loss);
    Outcome outcome = new Outcome(preparation, codeUse, MessageLog.none());
    loss[0] = 99;
    codeUse[0] = 99;
    preparation.clear();
    assertEquals(List.of("epoch", "loss"), List.copyOf(outcome.preparation().keySet()));
    assertArrayEquals(
        new double[] {3, 2, 1}, outcome.preparation().getOrDefault("loss", new double[0]));
    assertArrayEquals(new long[] {4, 5}, outcome.codeUse());
  }
}
