package dev.parley.language;

import dev.parley.analysis.Messages;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was said and done: the most recent episodes, in a ring of fixed size, and a {@link
 * Chronicle} of all of training, so that memory does not grow with the number of rounds. All
 * messages of one log have one length.
 */
public final class MessageLog {

  /** Episodes that are kept at most. */
  public static final int LIMIT = 100_000;

  private final List<String> names;
  private final int length;
  private final int vocabulary;
  private final int capacity;
  private final int[] labels;
  private final int[] actions;
  private final int[] symbols;
  private final Chronicle chronicle;
  private long episodes;

  /** The oldest episode that a log which was restored can have; 0 in another. */
  private long first;

  private int shown = Integer.MAX_VALUE;

  /**
   * An empty log.
   *
   * @param names of the agents, who all speak and act in every episode
   * @param length symbols a message
   * @param vocabulary symbols there are; each is 0 to vocabulary - 1
   * @param batch episodes a round
   * @param expected episodes of the whole training; the chronicle has room for so many from the
   *     start, and grows if there are more
   * @param capacity most recent episodes to keep; cut to 1 to {@link #LIMIT}
   */
  public MessageLog(
      List<String> names, int length, int vocabulary, int batch, long expected, long capacity) {
    this.names = List.copyOf(names);
    this.length = length;
    this.vocabulary = vocabulary;
    this.capacity = (int) Math.max(1, Math.min(LIMIT, capacity));
    this.labels = new int[this.capacity];
    this.actions = new int[this.capacity * names.size()];
    this.symbols = new int[this.capacity * names.size() * length];
    this.chronicle = new Chronicle(names.size(), length, batch, expected);
  }

  /** A log of a game in which nobody speaks. */
  public static MessageLog none() {
    return new MessageLog(List.of(), 0, 0, 1, 1, 1);
  }

  /**
   * Forgets all but the latest {@code most} episodes, of which one is kept at least; the chronicle
   * stays as it is.
   */
  public void keepLatest(long most) {
    shown = (int) Math.max(1, Math.min(capacity, most));
  }

  /** Begins the record of one more episode. */
  public void begin(int label) {
    chronicle.begin(label);
    labels[place(episodes)] = label;
    episodes++;
  }

  /** One symbol of an agent's message in the episode that was begun last. */
  public void said(int agent, int position, int symbol) {
    chronicle.said(agent, position, symbol);
    symbols[(place(episodes - 1) * names.size() + agent) * length + position] = symbol;
  }

  /** An agent's action in the episode that was begun last. */
  public void did(int agent, int action) {
    chronicle.did(agent, action);
    actions[place(episodes - 1) * names.size() + agent] = action;
  }

  /** How many episodes are kept. */
  public int size() {
    return (int) Math.min(Math.min(capacity, shown), episodes - first);
  }

  /** How many agents speak. */
  public int agents() {
    return names.size();
  }

  /** The name of an agent. */
  public String name(int agent) {
    return names.get(agent);
  }

  /** How many symbols there are. */
  public int vocabulary() {
    return vocabulary;
  }

  /** The label of episode i, counted from the oldest that is kept. */
  public int label(int i) {
    return labels[kept(i)];
  }

  /** An agent's action in episode i. */
  public int action(int i, int agent) {
    return actions[kept(i) * names.size() + agent];
  }

  /** An agent's message in episode i, in a new array. */
  public int[] message(int i, int agent) {
    int from = (kept(i) * names.size() + agent) * length;
    return Arrays.copyOfRange(symbols, from, from + length);
  }

  /** What an agent said in each episode that is kept, oldest first. */
  public Messages messages(int agent) {
    int[][] rows = new int[size()][];
    Arrays.setAll(rows, i -> message(i, agent));
    return Messages.of(rows, vocabulary);
  }

  /** The label of each episode that is kept, in a new array. */
  public int[] labels() {
    return IntStream.range(0, size()).map(this::label).toArray();
  }

  /** What an agent did in each episode that is kept, in a new array. */
  public int[] actions(int agent) {
    return IntStream.range(0, size()).map(i -> action(i, agent)).toArray();
  }

  /** A sample of all of training. */
  public Chronicle chronicle() {
    return chronicle;
  }

  /** How many different symbols an agent said. */
  public int symbolsUsed(int agent) {
    return (int) Arrays.stream(messages(agent).symbolCounts()).filter(count -> count > 0).count();
  }

  /**
   * Saves what is kept, or restores as much of it as there is room for: a log for more rounds has
   * more room, and what it shows at its end is always there. The chronicle is saved and restored
   * whole.
   *
   * @param classes labels there are
   * @param choices actions there are
   */
  public void keep(State state, int classes, int choices) {
    chronicle.keep(state.part("chronicle"), vocabulary, classes, choices);
    int agents = names.size();
    int n = (int) state.number("kept", size(), 0, LIMIT);
    long total = state.number("episodes", episodes, n, State.MOST);
    int[] newLabels = state.ints("labels", inOrder(labels, 1), classes, n);
    int[] newActions = state.ints("actions", inOrder(actions, agents), choices, n, agents);
    int[] newSymbols =
        state.ints("symbols", inOrder(symbols, agents * length), vocabulary, n, agents, length);
    if (state.restoring()) {
      episodes = total;
      first = total - Math.min(n, capacity);
      place(newLabels, n, labels, 1);
      place(newActions, n, actions, agents);
      place(newSymbols, n, symbols, agents * length);
    }
  }

  /** What is kept, oldest first, in a new array. */
  private int[] inOrder(int[] ring, int width) {
    int[] ordered = new int[size() * width];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(ring, kept(i) * width, ordered, i * width, width);
    }
    return ordered;
  }

  /** The other way: the latest of n, into the places that they have in this log. */
  private void place(int[] ordered, int n, int[] ring, int width) {
    for (int i = 0; i < size(); i++) {
      System.arraycopy(ordered, (n - size() + i) * width, ring, kept(i) * width, width);
    }
  }

  private int kept(int i) {
    return place(episodes - size() + i);
  }

  private int place(long episode) {
    return (int) (episode % capacity);
  }
}
