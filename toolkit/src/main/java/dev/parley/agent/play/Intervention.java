package dev.parley.agent.play;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.analysis.Substitutes;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.train.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trained agents in the same episodes again and again, with what they say exchanged on its way
 * into the game. What the game draws, and what each policy draws in each step of each episode, is
 * the same every time, so that words which nobody minds cost exactly nothing.
 *
 * <p>A message is all that is said in an episode, by everybody, step by step. Where the message of
 * another episode has nothing for a step, what was said there before stands in, or else what came
 * first.
 */
public final class Intervention {

  private static final int[][] LEAVE = {};

  /**
   * One thing that can be said in a step.
   *
   * @param seat who says it
   * @param head which of its choices, and among how many words
   */
  record Slot(Seat seat, Seat.Head head) {}

  private final Stage stage;
  private final Speech speech;
  private final Table table;
  private final Players players;
  private final List<Slot> slots = new ArrayList<>();
  private final int batch;
  private final Streams streams;

  /**
   * Agents that are to be examined.
   *
   * @param speech whether what is said is chosen
   * @param table where they have played
   */
  public Intervention(Stage stage, Speech speech, Table table, Players players) {
    this.stage = stage;
    this.speech = speech;
    this.table = table;
    this.players = players;
    this.batch = table.batch();
    this.streams = stage.streams().child("audit");
    for (Seat seat : table.seats()) {
      seat.said().forEach(head -> slots.add(new Slot(seat, head)));
    }
  }

  /**
   * Plays them.
   *
   * @param atLeast how many episodes, each once under every condition
   * @return empty if nobody can speak in the game
   */
  public Optional<Interventions> play(int atLeast) {
    if (slots.isEmpty()) {
      return Optional.empty();
    }
    int batches = (atLeast + batch - 1) / batch;
    int[][] spoken = new int[batches * batch][table.horizon() * slots.size()];
    double[] intact = episodes(spoken, LEAVE);
    boolean open = speech == Speech.OPEN;
    Messages said = messages(spoken);
    Interventions played = new Interventions(open, said).played(Condition.INTACT, intact);
    if (open) {
      int[] permutation = streams.stream("permutation").permutation(spoken.length);
      int[][] permuted = new int[spoken.length][];
      Arrays.setAll(permuted, i -> spoken[permutation[i]]);
      played.played(Condition.PERMUTED, episodes(spoken, permuted));
      played.played(Condition.CONSTANT, episodes(spoken, rows(Substitutes.constant(said))));
      played.played(Condition.NOISE, episodes(spoken, noise(spoken)));
    }
    return Optional.of(played);
  }

  private int nothing() {
    return slots.stream().mapToInt(slot -> slot.head().options()).max().orElse(0);
  }

  private Messages messages(int[][] spoken) {
    int nothing = nothing();
    int[][] rows = new int[spoken.length][];
    Arrays.setAll(
        rows, i -> Arrays.stream(spoken[i]).map(s -> s == Exchange.NONE ? nothing : s).toArray());
    return Messages.of(rows, nothing + 1);
  }

  private int[][] rows(Messages messages) {
    int nothing = nothing();
    int[][] rows = new int[messages.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[messages.length(i)];
      for (int l = 0; l < rows[i].length; l++) {
        int symbol = messages.symbol(i, l);
        rows[i][l] = symbol == nothing ? Exchange.NONE : symbol;
      }
    }
    return rows;
  }

  private int[][] noise(int[][] spoken) {
    RandomStream random = streams.stream("noise");
    int[][] drawn = new int[spoken.length][spoken[0].length];
    for (int[] row : drawn) {
      for (int l = 0; l < row.length; l++) {
        row[l] = random.nextInt(slots.get(l % slots.size()).head().options());
      }
    }
    return drawn;
  }

  /**
   * Plays the episodes.
   *
   * @param spoken what is said; written if nothing is exchanged
   * @param instead what goes into the game in its place; {@link #LEAVE} to leave it
   * @return joint returns, one an episode
   */
  private double[] episodes(int[][] spoken, int[][] instead) {
    double[] joint = new double[spoken.length];
    Map<String, RandomStream> chances = players.chances();
    Map<RandomStream, long[]> kept = new LinkedHashMap<>();
    chances.values().forEach(chance -> kept.put(chance, chance.state()));
    for (int from = 0; from < spoken.length; from += batch) {
      String place = " from " + from;
      chances.forEach(
          (name, chance) -> chance.restore(streams.stream("choices of " + name + place).state()));
      Streams own = streams.child("episodes" + place);
      Episodes episodes = stage.setup().environment().open(stage.evaluation(), batch, own);
      table.play(
          stage.evaluation(),
          episodes,
          players,
          new Exchange(this, episodes, from, spoken, instead, joint));
    }
    kept.forEach(RandomStream::restore);
    return joint;
  }

  List<Slot> slots() {
    return slots;
  }

  Table table() {
    return table;
  }
}
