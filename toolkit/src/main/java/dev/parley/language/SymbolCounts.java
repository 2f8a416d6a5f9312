package dev.parley.language;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How often an agent said each symbol. */
final class SymbolCounts {

  private static final Pattern SYMBOL = Pattern.compile("\\d+");

  private SymbolCounts() {}

  /** The counts of the symbols that were said at all, in the order of the symbols. */
  static long[] of(Uses uses) {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, List<Use>> message : uses.byMessage().entrySet()) {
      long times = message.getValue().stream().mapToLong(Use::count).sum();
      SYMBOL
          .matcher(message.getKey())
          .results()
          .forEach(symbol -> counts.merge(symbol.group(), times, Long::sum));
    }
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }
}
