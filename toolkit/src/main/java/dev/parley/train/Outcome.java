package dev.parley.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a learner leaves behind beside its log: any of these may be empty. */
public final class Outcome {

  private final Map<String, double[]> preparation;
  private final long[] codeUse;
  private final MessageLog messages;

  /**
   * Keeps copies of the numbers, and the messages themselves.
   *
   * @param preparation columns of equal length, one row a step of preparation
   * @param codeUse how many evaluation samples each code of the codebook quantises
   * @param messages what was said in the last rounds
   */
  public Outcome(Map<String, double[]> preparation, long[] codeUse, MessageLog messages) {
    this.preparation = new LinkedHashMap<>();
    preparation.forEach((name, values) -> this.preparation.put(name, values.clone()));
    this.codeUse = codeUse.clone();
    this.messages = messages;
  }

  Map<String, double[]> preparation() {
    return preparation;
  }

  long[] codeUse() {
    return codeUse;
  }

  MessageLog messages() {
    return messages;
  }
}
