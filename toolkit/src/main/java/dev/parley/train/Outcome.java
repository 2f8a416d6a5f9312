package dev.parley.train;

import dev.parley.language.MessageLog;
import dev.parley.report.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a learner leaves behind beside its log: any of these may be empty. */
public final class Outcome {

  private final Supplier<Tables> preparation;
  private final Map<String, long[]> codeUse = new LinkedHashMap<>();
  private final MessageLog messages;
  private final List<Perceived> perceived;

  /** The outcome of a learner that has no codebook. */
  public Outcome(Supplier<Tables> preparation, Map<String, long[]> codeUse, MessageLog messages) {
    this(preparation, codeUse, messages, List.of());
  }

  /**
   * Keeps copies of the code uses, and the others themselves.
   *
   * @param preparation makes a table of the preparation anew, one row a step
   * @param codeUse for each codebook, named after the agents whose it is, how many evaluation
   *     samples each code quantises
   * @param messages what was said
   * @param perceived what each codebook makes of some evaluation samples
   */
  public Outcome(
      Supplier<Tables> preparation,
      Map<String, long[]> codeUse,
      MessageLog messages,
      List<Perceived> perceived) {
    this.preparation = preparation;
    codeUse.forEach((agents, counts) -> this.codeUse.put(agents, counts.clone()));
    this.messages = messages;
    this.perceived = List.copyOf(perceived);
  }

  Tables preparation() {
    return preparation.get();
  }

  Map<String, long[]> codeUse() {
    return codeUse;
  }

  MessageLog messages() {
    return messages;
  }

  List<Perceived> perceived() {
    return perceived;
  }
}
