package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.rl.Gae;
import dev.parley.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * What one agent saw, chose and earned in a batch of episodes. A moment is a step of an episode:
 * step · batch + episode. All room is there from the start.
 */
final class Track {

  private final Seat seat;
  private final int batch;
  private final float[] seen;
  private final float[][] masks;
  private final int[][] choices;
  private final float[] logs;
  private final boolean[] acted;
  private final double[] values;
  private final double[] earned;
  private final double[] advantages;

  /** The last moment at which the agent acted in each episode; -1 before the first. */
  private final int[] last;

  private final double[] next;
  private final double[] trailRewards;
  private final double[] trailValues;
  private final double[] trailAdvantages;
  private final int[] trail;

  Track(Seat seat, int batch, int horizon) {
    this.seat = seat;
    this.batch = batch;
    int moments = batch * horizon;
    List<Seat.Head> heads = seat.heads();
    seen = new float[moments * seat.inputs()];
    masks = new float[heads.size()][];
    Arrays.setAll(masks, h -> new float[moments * heads.get(h).options()]);
    choices = new int[heads.size()][moments];
    logs = new float[moments];
    acted = new boolean[moments];
    values = new double[moments];
    earned = new double[moments];
    advantages = new double[moments];
    last = new int[batch];
    next = new double[batch];
    trailRewards = new double[horizon];
    trailValues = new double[horizon];
    trailAdvantages = new double[horizon];
    trail = new int[horizon];
  }

  Seat seat() {
    return seat;
  }

  void clear() {
    Arrays.fill(acted, false);
    Arrays.fill(last, -1);
    Arrays.fill(next, 0);
  }

  /** What the agent sees at a moment, whether it acts or not. */
  void saw(int moment, float[] from, int at) {
    System.arraycopy(from, at, seen, moment * seat.inputs(), seat.inputs());
  }

  /** The agent acts. */
  void act(int moment, double value, float log) {
    acted[moment] = true;
    values[moment] = value;
    logs[moment] = log;
    earned[moment] = 0;
    last[moment % batch] = moment;
  }

  void mask(int head, int moment, int option, float mask) {
    masks[head][moment * seat.heads().get(head).options() + option] = mask;
  }

  void choose(int head, int moment, int choice) {
    choices[head][moment] = choice;
  }

  /**
   * What came after the agent's last choice and before its next; what came before its first is not
   * its work.
   */
  void earn(int episode, double reward) {
    if (last[episode] >= 0) {
      earned[last[episode]] += reward;
    }
  }

  /** What could still have been earned after an episode was cut off. */
  void cutOff(int episode, double value) {
    next[episode] = value;
  }

  /** The advantages of all moments at which the agent acted. */
  void judge(Gae gae) {
    for (int e = 0; e < batch; e++) {
      int count = 0;
      for (int m = e; m <= last[e]; m += batch) {
        if (acted[m]) {
          trail[count] = m;
          trailRewards[count] = earned[m];
          trailValues[count] = values[m];
          count++;
        }
      }
      gae.advantages(trailRewards, trailValues, count, next[e], trailAdvantages);
      for (int i = 0; i < count; i++) {
        advantages[trail[i]] = trailAdvantages[i];
      }
    }
  }

  boolean acted(int moment) {
    return acted[moment];
  }

  double advantage(int moment) {
    return advantages[moment];
  }

  /** The λ-return. */
  double target(int moment) {
    return advantages[moment] + values[moment];
  }

  float log(int moment) {
    return logs[moment];
  }

  int choice(int head, int moment) {
    return choices[head][moment];
  }

  /** The last moment at which the agent acted in an episode; -1 if it never did. */
  int last(int episode) {
    return last[episode];
  }

  void showSeen(Tensor into, int row, int moment) {
    into.writeRow(row, seen, moment * seat.inputs());
  }

  void showMask(Tensor into, int head, int row, int moment) {
    into.writeRow(row, masks[head], moment * seat.heads().get(head).options());
  }

  /** Copies what the agent saw at a moment. */
  void copySeen(int moment, float[] into, int at) {
    System.arraycopy(seen, moment * seat.inputs(), into, at, seat.inputs());
  }
}
