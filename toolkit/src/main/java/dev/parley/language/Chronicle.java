package dev.parley.language;

import dev.parley.state.State;
import java.util.Arrays;

/**
 * An evenly spaced sample of all of training: every n-th episode from the first, n being the
 * smallest power of two with which {@link #LIMIT} episodes suffice. When the sample is full, every
 * second of its episodes is dropped and n doubles. What it holds depends on how many episodes there
 * were and on nothing else, so that a run that was saved and goes on has the chronicle of one that
 * was not.
 *
 * <p>Arrays grow at most to the limit, each time to twice their size; between that, an episode
 * allocates nothing.
 */
public final class Chronicle {

  /** Episodes that are kept at most; even, so that the first after a thinning is in step. */
  public static final int LIMIT = 100_000;

  private final int agents;
  private final int length;
  private final int batch;
  private int[] labels;
  private int[] actions;
  private int[] symbols;
  private long episodes;
  private long stride = 1;
  private int size;

  /** Whether the episode that was begun last is kept. */
  private boolean keeping;

  /**
   * An empty chronicle.
   *
   * @param agents who all speak and act in every episode
   * @param length symbols a message
   * @param batch episodes a round
   * @param expected episodes for which there is room from the start; cut to 1 to {@link #LIMIT}
   */
  Chronicle(int agents, int length, int batch, long expected) {
    this.agents = agents;
    this.length = length;
    this.batch = Math.max(1, batch);
    int room = (int) Math.max(1, Math.min(LIMIT, expected));
    this.labels = new int[room];
    this.actions = new int[room * agents];
    this.symbols = new int[room * agents * length];
  }

  void begin(int label) {
    long episode = episodes;
    episodes++;
    if (episode % stride == 0 && size == LIMIT) {
      thin();
    }
    keeping = episode % stride == 0;
    if (keeping) {
      if (size == labels.length) {
        grow();
      }
      labels[size] = label;
      size++;
    }
  }

  void said(int agent, int position, int symbol) {
    if (keeping) {
      symbols[((size - 1) * agents + agent) * length + position] = symbol;
    }
  }

  void did(int agent, int action) {
    if (keeping) {
      actions[(size - 1) * agents + agent] = action;
    }
  }

  private void thin() {
    size = LIMIT / 2;
    stride *= 2;
    halve(labels, 1);
    halve(actions, agents);
    halve(symbols, agents * length);
  }

  private void halve(int[] values, int width) {
    for (int i = 1; i < size; i++) {
      System.arraycopy(values, 2 * i * width, values, i * width, width);
    }
  }

  private void grow() {
    int room = (int) Math.min(LIMIT, 2L * labels.length);
    labels = Arrays.copyOf(labels, room);
    actions = Arrays.copyOf(actions, room * agents);
    symbols = Arrays.copyOf(symbols, room * agents * length);
  }

  /** How many episodes are kept. */
  public int size() {
    return size;
  }

  /** How many episodes there were. */
  public long episodes() {
    return episodes;
  }

  /** One of so many episodes is kept: a power of two. */
  public long stride() {
    return stride;
  }

  /** The round of kept episode i, counted from 1. */
  public int round(int i) {
    return (int) Math.min(Integer.MAX_VALUE, i * stride / batch + 1);
  }

  /** The label of kept episode i, in the order of training. */
  public int label(int i) {
    return labels[i];
  }

  /** An agent's action in kept episode i. */
  public int action(int i, int agent) {
    return actions[i * agents + agent];
  }

  /** An agent's message in kept episode i, in a new array. */
  public int[] message(int i, int agent) {
    int from = (i * agents + agent) * length;
    return Arrays.copyOfRange(symbols, from, from + length);
  }

  /**
   * Saves or restores everything.
   *
   * @param vocabulary symbols there are
   * @param classes labels there are
   * @param choices actions there are
   */
  void keep(State state, int vocabulary, int classes, int choices) {
    long total = state.number("episodes", episodes, 0, State.MOST);
    long step = strideAfter(total);
    int n = (int) kept(total, step);
    int[] newLabels = state.ints("labels", labels, classes, n);
    int[] newActions = state.ints("actions", actions, choices, n, agents);
    int[] newSymbols = state.ints("symbols", symbols, vocabulary, n, agents, length);
    if (state.restoring()) {
      episodes = total;
      stride = step;
      size = n;
      int room = Math.max(labels.length, n);
      labels = Arrays.copyOf(newLabels, room);
      actions = Arrays.copyOf(newActions, room * agents);
      symbols = Arrays.copyOf(newSymbols, room * agents * length);
    }
  }

  private static long strideAfter(long total) {
    long step = 1;
    while (kept(total, step) > LIMIT) {
      step *= 2;
    }
    return step;
  }

  private static long kept(long total, long step) {
    return (total + step - 1) / step;
  }
}
