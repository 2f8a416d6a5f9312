package dev.parley.agent.play;

import dev.parley.env.Episodes;
import java.util.Arrays;

/** A batch of an intervention: writes down what is said, or puts something else in its place. */
final class Exchange implements Witness {

  /** Where nobody spoke. */
  static final int NONE = -1;

  private final Intervention whole;
  private final Episodes episodes;
  private final int from;
  private final int[][] spoken;
  private final int[][] instead;
  private final double[] joint;
  private final boolean[] live;

  /**
   * A batch.
   *
   * @param from its first episode among all
   * @param spoken written, if there is nothing to put in its place
   * @param instead what goes into the game; no rows to leave what is said
   * @param joint where joint returns go
   */
  Exchange(
      Intervention whole,
      Episodes episodes,
      int from,
      int[][] spoken,
      int[][] instead,
      double[] joint) {
    this.whole = whole;
    this.episodes = episodes;
    this.from = from;
    this.spoken = spoken;
    this.instead = instead;
    this.joint = joint;
    this.live = new boolean[episodes.batch()];
    if (instead.length == 0) {
      for (int e = 0; e < live.length; e++) {
        Arrays.fill(spoken[from + e], NONE);
      }
    }
  }

  @Override
  public void chose(int step) {
    for (int e = 0; e < live.length; e++) {
      live[e] = !episodes.over(e);
    }
    int count = whole.slots().size();
    for (int s = 0; s < count; s++) {
      Intervention.Slot slot = whole.slots().get(s);
      int[] words = whole.table().actions().choice(slot.seat().agent(), slot.head().which());
      for (int e = 0; e < live.length; e++) {
        if (!whole.table().speaks(slot.seat(), slot.head(), e)) {
          continue;
        }
        if (instead.length == 0) {
          spoken[from + e][step * count + s] = words[e];
        } else {
          words[e] = nearest(instead[from + e], step, s, count, words[e]);
        }
      }
    }
  }

  /** What a message has for a step, or before it, or after it; its own word if it has nothing. */
  private static int nearest(int[] message, int step, int slot, int count, int own) {
    for (int at = step * count + slot; at >= 0; at -= count) {
      if (message[at] != NONE) {
        return message[at];
      }
    }
    for (int at = (step + 1) * count + slot; at < message.length; at += count) {
      if (message[at] != NONE) {
        return message[at];
      }
    }
    return own;
  }

  @Override
  public void did(int step) {
    for (int e = 0; e < live.length; e++) {
      for (int agent = 0; live[e] && agent < whole.table().seats().size(); agent++) {
        joint[from + e] += episodes.reward(agent, e);
      }
    }
  }
}
