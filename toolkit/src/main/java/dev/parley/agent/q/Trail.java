package dev.parley.agent.q;

import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.env.Episodes;
import dev.parley.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in some episodes, as it is learned from: everybody's track, and how each episode
 * ended. All room is there from the start.
 */
final class Trail {

  private final int episodes;
  private final int steps;
  private final List<Track> tracks = new ArrayList<>();

  /** At which moment each episode was over. */
  private final int[] length;

  /** Whether it was cut off then, rather than ended by the rules: 1 or 0. */
  private final int[] cut;

  /**
   * Room for episodes.
   *
   * @param steps of each at most
   */
  Trail(List<Wiring> wirings, int episodes, int steps) {
    this.episodes = episodes;
    this.steps = steps;
    wirings.forEach(wiring -> tracks.add(new Track(wiring, episodes, steps + 1)));
    length = new int[episodes];
    cut = new int[episodes];
  }

  int episodes() {
    return episodes;
  }

  int steps() {
    return steps;
  }

  Track track(int agent) {
    return tracks.get(agent);
  }

  /** At which moment an episode was over. */
  int length(int episode) {
    return length[episode];
  }

  /** Whether it was cut off then. */
  boolean cutOff(int episode) {
    return cut[episode] == 1;
  }

  /** Whether any was. */
  boolean anyCutOff() {
    for (int each : cut) {
      if (each == 1) {
        return true;
      }
    }
    return false;
  }

  /** How many steps the episodes had together. */
  int played() {
    int sum = 0;
    for (int each : length) {
      sum += each;
    }
    return sum;
  }

  /** Forgets everything: new episodes begin. */
  void clear() {
    tracks.forEach(Track::clear);
    for (int e = 0; e < episodes; e++) {
      length[e] = steps + 1;
      cut[e] = 0;
    }
  }

  private boolean isOver(int episode) {
    return length[episode] <= steps;
  }

  /** Takes what everybody sees at a step, and whether the episodes are over. */
  void look(Table table, int step) {
    Episodes played = table.episodes();
    for (int e = 0; e < episodes; e++) {
      if (isOver(e)) {
        continue;
      }
      boolean over = played.over(e);
      if (over || step == steps) {
        length[e] = step;
        cut[e] = !over || played.truncated(e) ? 1 : 0;
      }
      if (!over || cut[e] == 1) {
        for (Track track : tracks) {
          track.look(table, step, e, isOver(e));
        }
      }
    }
  }

  /** Takes what everybody has chosen at a step. */
  void choose(Table table, int step) {
    for (Track track : tracks) {
      track.choose(table, step);
    }
  }

  /** Takes what a step has earned everybody. */
  void earn(Table table, int step) {
    for (int e = 0; e < episodes; e++) {
      if (!isOver(e)) {
        for (Track track : tracks) {
          Seat seat = track.wiring().seat();
          track.earn(step, e, table.episodes().reward(seat.agent(), e));
        }
      }
    }
  }

  /** Copies an episode of another trail, of the same steps, into a place of this. */
  void copy(Trail from, int episode, int to) {
    length[to] = from.length[episode];
    cut[to] = from.cut[episode];
    for (int a = 0; a < tracks.size(); a++) {
      tracks.get(a).copy(from.tracks.get(a), episode, to);
    }
  }

  /** Saves or restores the first {@code count} episodes. */
  void keep(State state, int count) {
    int[] lengths = state.ints("length", length, steps + 2, count);
    int[] cuts = state.ints("cut", cut, 2, count);
    if (state.restoring()) {
      System.arraycopy(lengths, 0, length, 0, count);
      System.arraycopy(cuts, 0, cut, 0, count);
    }
    for (Track track : tracks) {
      track.keep(state.part("of " + track.wiring().seat().name()), count);
    }
  }
}
