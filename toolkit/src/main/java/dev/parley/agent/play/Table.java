package dev.parley.agent.play;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where batches of episodes are played, one after the other: what is seen, and what is chosen. */
public final class Table {

  /** Far below every score of an option that is open. */
  private static final float CLOSED = -1e9f;

  private final List<Seat> seats;
  private final int horizon;
  private final int batch;
  private final float[][] seen;

  /** What agents see besides a signal: [agents][batch, features]. */
  private final float[][] numbers;

  private final Actions actions;
  private @Nullable Episodes episodes;

  /**
   * A table at which nothing is played yet.
   *
   * @param horizon steps after which an episode is cut off, if the game has not ended it
   */
  public Table(Environment game, List<Seat> seats, int horizon, int batch) {
    this.seats = List.copyOf(seats);
    this.horizon = horizon;
    this.batch = batch;
    actions = new Actions(game.roles(), batch);
    seen = new float[seats.size()][];
    numbers = new float[seats.size()][];
    for (Seat seat : seats) {
      seen[seat.agent()] = new float[batch * seat.inputs()];
      boolean alone = seat.features() == seat.inputs();
      numbers[seat.agent()] = alone ? seen[seat.agent()] : new float[batch * seat.features()];
    }
  }

  /** Everybody, in the order of the game's roles. */
  public List<Seat> seats() {
    return seats;
  }

  /** How many episodes go on side by side. */
  public int batch() {
    return batch;
  }

  /** Steps of an episode at most. */
  public int horizon() {
    return horizon;
  }

  /** The episodes that are being played, or were last. */
  public Episodes episodes() {
    return Objects.requireNonNull(episodes, "nothing was played yet");
  }

  /** The actions of the step that is under way, to be read and exchanged. */
  public Actions actions() {
    return actions;
  }

  /**
   * What an agent sees.
   *
   * @return [batch, {@link Seat#inputs}], row-major
   */
  public float[] seen(int agent) {
    return seen[agent];
  }

  /**
   * Plays new episodes until all are over, or have as many steps as they may have.
   *
   * @param samples where their signals come from
   * @return how many steps the longest had
   */
  public int play(Samples samples, Episodes anew, Players players, Witness witness) {
    episodes = anew;
    anew.reset();
    seats.forEach(seat -> show(seat, samples));
    players.begin();
    for (int step = 0; ; step++) {
      for (Seat seat : seats) {
        look(seat);
      }
      players.look(this, step);
      witness.saw(step);
      if (step == horizon || allOver(anew)) {
        return step;
      }
      players.choose(this, step);
      witness.chose(step);
      anew.step(actions);
      witness.did(step);
    }
  }

  /** Shows an agent the signals of its episodes, which stay as they are. */
  private void show(Seat seat, Samples samples) {
    float[] into = seen[seat.agent()];
    for (int e = 0; seat.pixels() + seat.classes() > 0 && e < batch; e++) {
      int at = e * seat.inputs() + seat.features();
      int signal = episodes().signal(seat.agent(), e);
      if (seat.pixels() > 0) {
        samples.copyImage(signal, into, at);
      }
      for (int label = 0; label < seat.classes(); label++) {
        into[at + seat.pixels() + label] = label == samples.label(signal) ? 1 : 0;
      }
    }
  }

  /** Shows an agent what it sees besides. */
  private void look(Seat seat) {
    if (seat.features() == 0) {
      return;
    }
    float[] from = numbers[seat.agent()];
    float[] into = seen[seat.agent()];
    episodes().observe(seat.agent(), from);
    for (int e = 0; from != into && e < batch; e++) {
      System.arraycopy(from, e * seat.features(), into, e * seat.inputs(), seat.features());
    }
  }

  private boolean allOver(Episodes played) {
    for (int e = 0; e < batch; e++) {
      if (!played.over(e)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is added to the score of an option: 0 if it is open, and where the agent does not act, so
   * that nothing is undefined; far below every score if it is closed.
   */
  public float mask(Seat seat, int head, int option, int episode) {
    Episodes played = episodes();
    boolean closed =
        played.acts(seat.agent(), episode)
            && !played.open(seat.agent(), seat.heads().get(head).which(), option, episode);
    return closed ? CLOSED : 0;
  }

  /** A choice as the game takes it: the first open option in place of one that is closed. */
  int open(Seat seat, int head, int choice, int episode) {
    int taken = choice;
    if (mask(seat, head, choice, episode) != 0) {
      taken = 0;
      while (mask(seat, head, taken, episode) != 0) {
        taken++;
      }
    }
    return taken;
  }

  /** Whether an agent acts and has words to choose from; the only word there is counts. */
  boolean speaks(Seat seat, Seat.Head head, int episode) {
    Episodes played = episodes();
    if (!played.acts(seat.agent(), episode)) {
      return false;
    }
    int open = 0;
    for (int option = 0; option < head.options() && open < 2; option++) {
      open += played.open(seat.agent(), head.which(), option, episode) ? 1 : 0;
    }
    return open > 1 || head.options() == 1;
  }
}
