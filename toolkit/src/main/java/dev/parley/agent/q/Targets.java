package dev.parley.agent.q;

import java.util.Arrays;

/**
 * What choices turned out to be worth, moment by moment, from the values of the target network:
 *
 * <pre>
 * y = r + γ V(next moment at which the agent acts)
 * </pre>
 *
 * <p>r is all that was earned until then; V is 0 beyond an end by the rules. For each choice of an
 * action V is the highest value that is open, by the target network, or the target's value of what
 * is highest by the net itself (double Q-learning, van Hasselt, 2010). A choice without an
 * alternative is no choice: it has no value and is not learned, unless the action has no other;
 * then what is done, or all if nothing is, stands for it. Its V is then the mean of those that
 * count.
 */
final class Targets {

  private final QLearning plan;
  private final Unrolled target;
  private final Unrolled online;
  private final double[] values;
  private final boolean[] counts;
  private final double[] next;

  /** Targets of policies with at most so many choices. */
  Targets(QLearning plan, Unrolled target, Unrolled online, int most) {
    this.plan = plan;
    this.target = target;
    this.online = online;
    values = new double[most];
    counts = new boolean[most];
    next = new double[most];
  }

  /** Judges all moments of one agent, from the last to the first. */
  void judge(Group group, int sharer, Trail trail, Worth worth) {
    Track track = trail.track(group.wirings().get(sharer).seat().agent());
    for (int e = 0; e < trail.episodes(); e++) {
      int end = trail.length(e);
      int row = sharer * trail.episodes() + e;
      Arrays.fill(next, 0);
      double come = 0;
      if (trail.cutOff(e)) {
        value(group, track, row, end, e);
        System.arraycopy(values, 0, next, 0, values.length);
        come = mean(track.wiring().choices().size());
      }
      double earned = 0;
      for (int step = end - 1; step >= 0; step--) {
        earned += track.reward(step, e);
        if (track.acts(step, e)) {
          come = earned + plan.discount() * come;
          value(group, track, row, step, e);
          for (int c = 0; c < track.wiring().choices().size(); c++) {
            worth.learn(step, c, row, earned + plan.discount() * next[c], counts[c]);
          }
          worth.came(step, row, come);
          System.arraycopy(values, 0, next, 0, values.length);
          earned = 0;
        }
      }
    }
  }

  /** The value of a moment for each choice, and which of them count. */
  private void value(Group group, Track track, int row, int step, int episode) {
    int choices = track.wiring().choices().size();
    count(track, step, episode);
    int from = 0;
    for (int c = 0; c < choices; c++) {
      int head = track.wiring().choices().get(c);
      Cell judge = target.cell(step, group);
      Cell chooser = plan.doubleQ() ? online.cell(step, group) : judge;
      int best = Best.open(chooser, row, from, track, head, step, episode);
      values[c] = judge.value(row, from + best);
      from += track.wiring().choice(c).options();
    }
    double mean = mean(choices);
    for (int c = 0; c < choices; c++) {
      if (plan.averageHeads() || !counts[c]) {
        values[c] = mean;
      }
    }
  }

  private void count(Track track, int step, int episode) {
    Wiring wiring = track.wiring();
    int choices = wiring.choices().size();
    boolean any = false;
    boolean done = false;
    for (int c = 0; c < choices; c++) {
      counts[c] = track.openings(wiring.choices().get(c), step, episode) > 1;
      any |= counts[c];
      done |= !wiring.choice(c).isSaid();
    }
    for (int c = 0; !any && c < choices; c++) {
      counts[c] = !done || !wiring.choice(c).isSaid();
    }
  }

  /** The mean of the values that count. */
  private double mean(int choices) {
    double sum = 0;
    int count = 0;
    for (int c = 0; c < choices; c++) {
      if (counts[c]) {
        sum += values[c];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
