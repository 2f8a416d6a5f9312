package dev.parley.train;

import dev.parley.report.Tables;
import java.util.function.Supplier;

/** What a learner leaves behind beside its log: any of these may be empty. */
public final class Outcome {

  private final Supplier<Tables> preparation;
  private final long[] codeUse;
  private final MessageLog messages;

  /**
   * Keeps a copy of the code use, and the others themselves.
   *
   * @param preparation makes a table of the preparation anew, one row a step
   * @param codeUse how many evaluation samples each code of the codebook quantises
   * @param messages what was said in the last rounds
   */
  public Outcome(Supplier<Tables> preparation, long[] codeUse, MessageLog messages) {
    this.preparation = preparation;
    this.codeUse = codeUse.clone();
    this.messages = messages;
  }

  Tables preparation() {
    return preparation.get();
  }

  long[] codeUse() {
    return codeUse;
  }

  MessageLog messages() {
    return messages;
  }
}
