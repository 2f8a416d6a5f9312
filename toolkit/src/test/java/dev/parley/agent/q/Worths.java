package dev.parley.agent.q;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What choices and words of all policies turned out to be worth, as it was told. */
final class Worths {

  private final Trail trail;
  private final Map<List<Integer>, Double> targets = new HashMap<>();
  private final Map<List<Integer>, Double> came = new HashMap<>();

  Worths(Trail trail) {
    this.trail = trail;
  }

  /** Listens for one policy. */
  Worth of(Group group) {
    return new Worth() {
      @Override
      public void learn(int step, int choice, int row, double target, boolean counts) {
        if (counts) {
          targets.put(List.of(group.place(), step, choice, row), target);
        }
      }

      @Override
      public void came(int step, int row, double worth) {
        came.put(List.of(group.place(), step, row), worth);
      }
    };
  }

  double target(int place, int step, int choice, int row) {
    return targets.getOrDefault(List.of(place, step, choice, row), 0.0);
  }

  double weight(int place, int step, int choice, int row) {
    return targets.containsKey(List.of(place, step, choice, row)) ? 1 : 0;
  }

  boolean speaks(Group group, int step, int word, int row) {
    int batch = trail.episodes();
    Track track = trail.track(group.wirings().get(row / batch).seat().agent());
    return track.acts(step, row % batch)
        && track.openings(group.wiring().words().get(word), step, row % batch) > 1;
  }

  private double came(Group group, int step, int row) {
    return came.getOrDefault(List.of(group.place(), step, row), Double.NaN);
  }

  /** What came of a word less the mean of what came of those of other episodes. */
  double advantage(Group group, int step, int word, int row) {
    if (!speaks(group, step, word, row)) {
      return 0;
    }
    double sum = 0;
    int others = 0;
    for (int other = 0; other < group.sharers() * trail.episodes(); other++) {
      if (other % trail.episodes() != row % trail.episodes() && speaks(group, step, word, other)) {
        sum += came(group, step, other);
        others++;
      }
    }
    return came(group, step, row) - (others == 0 ? 0 : sum / others);
  }
}
