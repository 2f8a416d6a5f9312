package dev.parley.train;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Entropy;
import dev.parley.analysis.Gini;
import dev.parley.analysis.Messages;
import dev.parley.language.Audit;
import dev.parley.language.MessageLog;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What one run comes to, in numbers with names. */
final class Measures {

  private static final int TOP = 5;

  private Measures() {}

  static Map<String, Double> of(Run run) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("rounds", (double) run.completed());
    measures.put(
        "converged_round",
        run.convergedRound().isPresent() ? run.convergedRound().getAsInt() : Double.NaN);
    measures.put("plateau", run.plateau());
    measures.put("score", run.score());
    double[] evaluated = run.log().evaluations().means();
    if (evaluated.length > 0) {
      double last = evaluated[evaluated.length - 1];
      measures.put("evaluated_reward", last);
      measures.put("evaluated_score", run.anchors().score(last));
    }
    run.outcome().codeUse().values().stream()
        .min(Comparator.comparingInt(Run::used))
        .ifPresent(
            counts -> {
              measures.put("codes_used", (double) Run.used(counts));
              measures.put("code_gini", Gini.of(counts));
              measures.put("code_perplexity", Math.pow(2, Entropy.bits(counts)));
            });
    MessageLog log = run.outcome().messages();
    if (log.agents() > 0 && log.size() > 0) {
      measures.put("symbols_used", meanOverAgents(log, agent -> log.symbolsUsed(agent)));
      measures.put("message_entropy", meanOverAgents(log, agent -> entropy(log, agent)));
      measures.put("top_symbols_kept", meanOverAgents(log, agent -> topKept(log, agent)));
    }
    if (run.audit().done()) {
      put(measures, run.audit());
    }
    return measures;
  }

  private static void put(Map<String, Double> measures, Audit audit) {
    measures.put("cost_of_permuting", audit.cost(Condition.PERMUTED).estimate());
    measures.put("cost_of_silence", audit.cost(Condition.SILENCED).estimate());
    measures.put("influence", audit.influence().estimate());
    measures.put("listening", audit.listening().estimate());
  }

  private interface OfAgent {
    double of(int agent);
  }

  private static double meanOverAgents(MessageLog log, OfAgent measure) {
    return IntStream.range(0, log.agents()).mapToDouble(measure::of).average().orElse(Double.NaN);
  }

  /** Entropy of whole messages, in bits. */
  private static double entropy(MessageLog log, int agent) {
    return Entropy.bits(log.messages(agent).texts());
  }

  /** Which share of the five most frequent symbols of the first half stay so in the second. */
  private static double topKept(MessageLog log, int agent) {
    Messages messages = log.messages(agent);
    int half = messages.size() / 2;
    Set<Integer> before = top(messages.range(0, half));
    Set<Integer> after = top(messages.range(half, messages.size()));
    if (before.isEmpty()) {
      return Double.NaN;
    }
    Set<Integer> kept = new LinkedHashSet<>(before);
    kept.retainAll(after);
    return (double) kept.size() / Math.max(before.size(), after.size());
  }

  /** The five most frequent symbols, of equals the lowest. */
  private static Set<Integer> top(Messages messages) {
    long[] counts = messages.symbolCounts();
    List<Integer> symbols =
        IntStream.range(0, counts.length)
            .filter(s -> counts[s] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer s) -> counts[s]).reversed())
            .limit(TOP)
            .toList();
    return new LinkedHashSet<>(symbols);
  }
}
