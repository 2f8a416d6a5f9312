package dev.parley.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Everything that one agent said, each use once and in order, so that equal records are equal.
 *
 * @param agent its name
 * @param all at least one
 */
record Uses(String agent, List<Use> all) {

  /** Puts uses in order and adds up those that differ in their count alone. */
  static Uses of(String agent, Collection<Use> uses) {
    List<Use> sorted = new ArrayList<>(uses);
    sorted.sort(Use.ORDER);
    List<Use> merged = new ArrayList<>(sorted.size());
    for (Use use : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && Use.ORDER.compare(merged.get(last), use) == 0) {
        merged.set(last, use.times(Math.addExact(merged.get(last).count(), use.count())));
      } else {
        merged.add(use);
      }
    }
    return new Uses(agent, List.copyOf(merged));
  }

  /** Those that pass; empty if none does. */
  Uses where(Predicate<Use> wanted) {
    return new Uses(agent, all.stream().filter(wanted).toList());
  }

  /** The uses of each message, in the order in which the messages were first said. */
  Map<String, List<Use>> byMessage() {
    Map<String, List<Use>> found = new LinkedHashMap<>();
    all.forEach(use -> found.computeIfAbsent(use.message(), m -> new ArrayList<>()).add(use));
    return found;
  }

  /** How often the agent spoke. */
  int total() {
    return all.stream().mapToInt(Use::count).reduce(0, Math::addExact);
  }

  int firstRound() {
    return all.get(0).round();
  }

  int lastRound() {
    return all.get(all.size() - 1).round();
  }
}
