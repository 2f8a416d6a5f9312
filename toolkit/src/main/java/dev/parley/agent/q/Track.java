package dev.parley.agent.q;

import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.env.Episodes;
import dev.parley.state.State;
import java.util.Arrays;

/**
 * One agent's way through episodes. A moment is a step of an episode; numbers of one episode stand
 * together, step by step.
 */
final class Track {

  private static final int NOBODY = -1;

  private final Wiring wiring;
  private final int episodes;
  private final int moments;

  /** Columns of {@link #seen}. */
  private final int width;

  /** Options of all heads together: columns of {@link #open}. */
  private final int options;

  private final float[] seen;

  /** Whose words are heard, and which: the agent or the symbol, and 1; 0 for nobody. */
  private final int[] speakers;

  private final int[] heard;
  private final int[] acts;

  /** 1 for an option that is open at a moment at which the agent acts. */
  private final int[] open;

  private final int[] choices;
  private final double[] rewards;

  /** The signal of each episode. */
  private final float[] pixels;

  private final int[] firstOption;

  Track(Wiring wiring, int episodes, int moments) {
    this.wiring = wiring;
    this.episodes = episodes;
    this.moments = moments;
    int heads = wiring.seat().heads().size();
    width = wiring.plain().size();
    firstOption = new int[heads + 1];
    for (int h = 0; h < heads; h++) {
      firstOption[h + 1] = firstOption[h] + wiring.seat().heads().get(h).options();
    }
    options = firstOption[heads];
    int all = episodes * moments;
    seen = new float[all * width];
    speakers = new int[all];
    heard = new int[all * wiring.ears().size()];
    acts = new int[all];
    open = new int[all * options];
    choices = new int[all * heads];
    rewards = new double[all];
    pixels = new float[episodes * wiring.seat().pixels()];
  }

  /** The room that an episode takes, in bytes. */
  static long bytes(Wiring wiring, long moments) {
    Seat seat = wiring.seat();
    long options = seat.heads().stream().mapToLong(Seat.Head::options).sum();
    long whole = 2 + wiring.ears().size() + options + seat.heads().size();
    long moment = Float.BYTES * (long) wiring.plain().size() + Integer.BYTES * whole + Double.BYTES;
    return moments * moment + Float.BYTES * (long) seat.pixels();
  }

  Wiring wiring() {
    return wiring;
  }

  private int at(int step, int episode) {
    return episode * moments + step;
  }

  void clear() {
    Arrays.fill(seen, 0);
    Arrays.fill(speakers, 0);
    Arrays.fill(heard, 0);
    Arrays.fill(acts, 0);
    Arrays.fill(open, 0);
    Arrays.fill(choices, 0);
    Arrays.fill(rewards, 0);
  }

  /**
   * What the agent sees and may choose.
   *
   * @param isLast whether the episode has been cut off: nothing will be chosen
   */
  void look(Table table, int step, int episode, boolean isLast) {
    Seat seat = wiring.seat();
    Episodes played = table.episodes();
    int moment = at(step, episode);
    float[] all = table.seen(seat.agent());
    int from = episode * seat.inputs();
    for (int c = 0; c < width; c++) {
      seen[moment * width + c] = all[from + wiring.plain().get(c)];
    }
    speakers[moment] = played.speaker(seat.agent(), episode) + 1;
    for (int i = 0; i < wiring.ears().size(); i++) {
      Wiring.Ear ear = wiring.ears().get(i);
      heard[moment * wiring.ears().size() + i] = symbol(all, from + ear.from(), ear.symbols()) + 1;
    }
    if (step == 0) {
      int size = seat.pixels();
      System.arraycopy(all, from + seat.features(), pixels, episode * size, size);
    }
    boolean turn = !isLast && played.acts(seat.agent(), episode);
    acts[moment] = turn ? 1 : 0;
    if (turn || isLast) {
      look(played, moment, episode, isLast);
    }
  }

  /**
   * At the end of an episode that was cut off everything is open that the game knows nothing of.
   */
  private void look(Episodes played, int moment, int episode, boolean isLast) {
    Seat seat = wiring.seat();
    for (int h = 0; h < seat.heads().size(); h++) {
      Seat.Head head = seat.heads().get(h);
      int from = moment * options + firstOption[h];
      int count = 0;
      for (int o = 0; o < head.options(); o++) {
        open[from + o] = played.open(seat.agent(), head.which(), o, episode) ? 1 : 0;
        count += open[from + o];
      }
      if (isLast && count == 0) {
        Arrays.fill(open, from, from + head.options(), 1);
      }
    }
  }

  private static int symbol(float[] all, int from, int symbols) {
    int most = NOBODY;
    for (int i = 0; i < symbols; i++) {
      if (all[from + i] > 0 && (most == NOBODY || all[from + i] > all[from + most])) {
        most = i;
      }
    }
    return most;
  }

  void choose(Table table, int step) {
    Seat seat = wiring.seat();
    int heads = seat.heads().size();
    for (int h = 0; h < heads; h++) {
      int[] chosen = table.actions().choice(seat.agent(), seat.heads().get(h).which());
      for (int e = 0; e < episodes; e++) {
        if (acts(step, e)) {
          choices[at(step, e) * heads + h] = chosen[e];
        }
      }
    }
  }

  void earn(int step, int episode, double reward) {
    rewards[at(step, episode)] = reward;
  }

  /** Copies what it sees at a moment to a place; zeros after the end. */
  void copySeen(int step, int episode, float[] into, int to) {
    System.arraycopy(seen, at(step, episode) * width, into, to, width);
  }

  /** Whose words it hears; -1 for nobody. */
  int speaker(int step, int episode) {
    return speakers[at(step, episode)] - 1;
  }

  /** Which symbol it hears; -1 for none. */
  int heard(int ear, int step, int episode) {
    return heard[at(step, episode) * wiring.ears().size() + ear] - 1;
  }

  boolean acts(int step, int episode) {
    return acts[at(step, episode)] == 1;
  }

  boolean open(int head, int option, int step, int episode) {
    return open[at(step, episode) * options + firstOption[head] + option] == 1;
  }

  /** How many options of a head are open. */
  int openings(int head, int step, int episode) {
    int from = at(step, episode) * options;
    int count = 0;
    for (int o = from + firstOption[head]; o < from + firstOption[head + 1]; o++) {
      count += open[o];
    }
    return count;
  }

  /** The first option of a head that is open. */
  int firstOpen(int head, int step, int episode) {
    int from = at(step, episode) * options + firstOption[head];
    int o = 0;
    while (o < firstOption[head + 1] - firstOption[head] - 1 && open[from + o] == 0) {
      o++;
    }
    return o;
  }

  /** What it has chosen, if it acted. */
  int choice(int head, int step, int episode) {
    return choices[at(step, episode) * wiring.seat().heads().size() + head];
  }

  double reward(int step, int episode) {
    return rewards[at(step, episode)];
  }

  /** Copies the signal that it sees in an episode to a place. */
  void copyPixels(int episode, float[] into, int to) {
    int size = wiring.seat().pixels();
    System.arraycopy(pixels, episode * size, into, to, size);
  }

  /** Copies an episode of the same agent's track in another trail. */
  void copy(Track from, int episode, int to) {
    copy(from.seen, seen, episode, to, moments * width);
    copy(from.speakers, speakers, episode, to, moments);
    copy(from.heard, heard, episode, to, moments * wiring.ears().size());
    copy(from.acts, acts, episode, to, moments);
    copy(from.open, open, episode, to, moments * options);
    copy(from.choices, choices, episode, to, moments * wiring.seat().heads().size());
    copy(from.rewards, rewards, episode, to, moments);
    copy(from.pixels, pixels, episode, to, wiring.seat().pixels());
  }

  @SuppressWarnings("SuspiciousSystemArraycopy")
  private static void copy(Object from, Object into, int episode, int to, int length) {
    System.arraycopy(from, episode * length, into, to * length, length);
  }

  /** Saves or restores the first {@code count} episodes. */
  void keep(State state, int count) {
    int agents = 1 << 16;
    int ears = moments * wiring.ears().size();
    int heads = moments * wiring.seat().heads().size();
    restore(state, state.floats("seen", seen, count, moments * width), seen);
    restore(state, state.ints("speakers", speakers, agents, count, moments), speakers);
    restore(state, state.ints("heard", heard, agents, count, ears), heard);
    restore(state, state.ints("acts", acts, 2, count, moments), acts);
    restore(state, state.ints("open", open, 2, count, moments * options), open);
    restore(state, state.ints("choices", choices, agents, count, heads), choices);
    restore(state, state.doubles("rewards", rewards, count, moments), rewards);
    int size = wiring.seat().pixels();
    restore(state, state.floats("pixels", pixels, count, size), pixels);
  }

  @SuppressWarnings("SuspiciousSystemArraycopy")
  private static void restore(State state, Object kept, Object into) {
    if (state.restoring()) {
      System.arraycopy(kept, 0, into, 0, java.lang.reflect.Array.getLength(kept));
    }
  }
}
