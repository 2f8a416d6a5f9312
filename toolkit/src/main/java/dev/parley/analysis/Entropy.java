package dev.parley.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Entropy of observed frequencies, in bits. */
public final class Entropy {

  private Entropy() {}

  /**
   * The plug-in entropy -Σ p log₂ p of what occurs; 0 for nothing. It is too low for few
   * observations.
   */
  public static double bits(Collection<?> observed) {
    Map<Object, Integer> counts = new HashMap<>();
    observed.forEach(o -> counts.merge(o, 1, Integer::sum));
    double n = observed.size();
    double sum = 0;
    for (int count : counts.values()) {
      sum -= count / n * Math.log(count / n);
    }
    return sum / Math.log(2);
  }
}
