package dev.parley.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a language says: for every message that was sent, how often, and with which label and action
 * it goes.
 */
public final class Lexicon {

  /**
   * One message of one agent.
   *
   * @param message its symbols, separated by spaces
   * @param count how often the agent sent it
   * @param share of all messages of the agent, in (0, 1]
   * @param label the label it goes with most; of equals, the lowest
   * @param labelShare how often it goes with that label, in (0, 1]
   * @param action the action of the sender that it goes with most; of equals, the lowest
   * @param actionShare how often it goes with that action, in (0, 1]
   */
  public record Entry(
      String message,
      int count,
      double share,
      int label,
      double labelShare,
      int action,
      double actionShare) {}

  private Lexicon() {}

  /**
   * The entries of one agent, the most frequent first, equals in the order of their text.
   *
   * @param messages one a row
   * @param labels of the same episodes
   * @param actions of the sender in the same episodes
   */
  public static List<Entry> of(List<String> messages, int[] labels, int[] actions) {
    Map<String, List<Integer>> uses = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      uses.computeIfAbsent(messages.get(i), m -> new ArrayList<>()).add(i);
    }
    List<Entry> entries = new ArrayList<>();
    uses.forEach(
        (message, where) -> entries.add(entry(message, where, messages.size(), labels, actions)));
    entries.sort(Comparator.comparingInt(Entry::count).reversed().thenComparing(Entry::message));
    return entries;
  }

  private static Entry entry(
      String message, List<Integer> where, int total, int[] labels, int[] actions) {
    int[] label = mode(where, labels);
    int[] action = mode(where, actions);
    double n = where.size();
    return new Entry(
        message, where.size(), n / total, label[0], label[1] / n, action[0], action[1] / n);
  }

  /** The most frequent value, the lowest of equals, and its count. */
  private static int[] mode(List<Integer> where, int[] values) {
    Map<Integer, Integer> counts = new TreeMap<>();
    where.forEach(i -> counts.merge(values[i], 1, Integer::sum));
    int[] best = {0, 0};
    counts.forEach(
        (value, count) -> {
          if (count > best[1]) {
            best[0] = value;
            best[1] = count;
          }
        });
    return best;
  }
}
