package dev.parley.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Messages that a listener reads in place of those that were said. */
public final class Substitutes {

  private Substitutes() {}

  /**
   * In every episode the message that was said most often; of equals, the one that was said first.
   */
  public static Messages constant(Messages said) {
    return usual(said, new int[said.size()]);
  }

  /** Symbols drawn uniformly from the vocabulary; every message keeps its length. */
  public static Messages noise(Messages said, RandomGenerator random) {
    int[][] drawn = new int[said.size()][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = new int[said.length(i)];
      for (int l = 0; l < drawn[i].length; l++) {
        drawn[i][l] = random.nextInt(said.vocabulary());
      }
    }
    return Messages.of(drawn, said.vocabulary());
  }

  /**
   * In every episode the message that was said most often in episodes of the same topic; of equals,
   * the one that was said first.
   *
   * @param topics one an episode
   * @throws IllegalArgumentException if they are not as many as messages
   */
  public static Messages usual(Messages said, int[] topics) {
    if (topics.length != said.size()) {
      throw new IllegalArgumentException(
          "topics: got " + topics.length + ", allowed: " + said.size() + ", one a message");
    }
    int[] types = said.types();
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    Map<Integer, Integer> firstOfType = new HashMap<>();
    for (int i = 0; i < types.length; i++) {
      counts.computeIfAbsent(topics[i], t -> new HashMap<>()).merge(types[i], 1, Integer::sum);
      firstOfType.putIfAbsent(types[i], i);
    }
    Map<Integer, Integer> rows = new HashMap<>();
    counts.forEach((topic, ofTypes) -> rows.put(topic, firstOfType.get(mostFrequent(ofTypes))));
    return said.rows(Arrays.stream(topics).map(rows::get).toArray());
  }

  /** Types are numbered in the order in which they were said first. */
  private static int mostFrequent(Map<Integer, Integer> counts) {
    int best = Integer.MAX_VALUE;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      int count = entry.getValue();
      if (count > most || (count == most && entry.getKey() < best)) {
        best = entry.getKey();
        most = count;
      }
    }
    return best;
  }
}
