package dev.parley.language;

import dev.parley.analysis.Entropy;
import dev.parley.language.Lexicon.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The entries of a lexicon, counted. */
final class Entries {

  private Entries() {}

  /** The entries of one agent, the most frequent first, equals in the order of their text. */
  static List<Entry> of(Uses uses, Map<String, String> humanLabels) {
    double total = uses.total();
    List<Entry> entries = new ArrayList<>();
    uses.byMessage()
        .forEach(
            (message, own) ->
                entries.add(
                    entry(uses.agent(), own, total, humanLabels.getOrDefault(message, ""))));
    entries.sort(Comparator.comparingInt(Entry::count).reversed().thenComparing(Entry::message));
    return entries;
  }

  private static Entry entry(String agent, List<Use> uses, double total, String humanLabel) {
    Counted<Integer> labels = count(uses, Use::label);
    Counted<String> actions = count(uses, Use::action);
    return new Entry(
        agent,
        uses.get(0).message(),
        (int) labels.total(),
        labels.total() / total,
        labels.mode(),
        labels.share(),
        labels.entropy(),
        actions.mode(),
        actions.share(),
        actions.entropy(),
        uses.get(0).round(),
        uses.get(uses.size() - 1).round(),
        humanLabel);
  }

  private record Counted<T>(T mode, long most, long total, double entropy) {

    double share() {
      return (double) most / total;
    }
  }

  /** Of equally frequent values, the first is the mode. */
  private static <T extends Comparable<T>> Counted<T> count(
      List<Use> uses, Function<Use, T> value) {
    Map<T, Long> counts = new TreeMap<>();
    uses.forEach(use -> counts.merge(value.apply(use), (long) use.count(), Long::sum));
    T mode = value.apply(uses.get(0));
    long most = 0;
    for (Map.Entry<T, Long> one : counts.entrySet()) {
      if (one.getValue() > most) {
        mode = one.getKey();
        most = one.getValue();
      }
    }
    long[] all = counts.values().stream().mapToLong(Long::longValue).toArray();
    long total = uses.stream().mapToLong(Use::count).sum();
    return new Counted<>(mode, most, total, Entropy.bits(all));
  }
}
