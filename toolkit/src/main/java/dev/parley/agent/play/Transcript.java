package dev.parley.agent.play;

import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.error.Problem;
import dev.parley.language.MessageLog;
import dev.parley.state.State;
import dev.parley.train.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was said in training. A message is all that an agent said in an episode, step by step; where
 * it said nothing, or had no choice of words, stands a symbol beyond those of the game. The label
 * is the topic of the episode.
 */
public final class Transcript implements Witness {

  /** Numbers that a log of the most recent episodes may take. */
  private static final long ROOM = 20_000_000;

  private final List<Seat> seats;
  private final Table table;
  private final int batch;
  private final int slots;
  private final int nothing;
  private final int labels;
  private final int deeds;
  private final int length;

  /** What each agent said: [agents][batch, steps · slots]. */
  private final int[][] said;

  /** What each agent did last: [agents][batch]. */
  private final int[][] did;

  private final boolean kept;
  private final MessageLog log;

  /**
   * An empty transcript; of nothing, if nobody chooses what it says.
   *
   * @param table where what it takes down is played
   */
  public Transcript(Setup setup, Table table) {
    this.table = table;
    seats = table.seats();
    Environment game = setup.environment();
    batch = setup.batch();
    slots = seats.stream().mapToInt(s -> chosen(s).size()).max().orElse(0);
    nothing =
        seats.stream()
            .flatMap(s -> chosen(s).stream())
            .mapToInt(Seat.Head::options)
            .max()
            .orElse(0);
    labels = Math.max(1, game.topics());
    deeds = game.roles().stream().mapToInt(role -> role.deeds().size()).max().orElse(1);
    length = table.horizon() * slots;
    said = new int[seats.size()][batch * length];
    did = new int[seats.size()][batch];
    kept = slots > 0 && !setup.recordMessages().none();
    log = kept ? log(setup) : MessageLog.none();
  }

  private MessageLog log(Setup setup) {
    long latest = setup.recordMessages().of(setup.rounds(), batch);
    return new MessageLog(
        seats.stream().map(Seat::name).toList(),
        length,
        nothing + 1,
        batch,
        setup.rounds() * (long) batch,
        Math.min(room(seats, length), latest));
  }

  /** How many episodes there is room for. */
  private static long room(List<Seat> seats, int length) {
    return Math.max(1, ROOM / ((long) seats.size() * length + seats.size() + 1));
  }

  /**
   * What a plan that asks for a record of more episodes than there is room for has to be told.
   *
   * @param steps of an episode at most
   * @return empty if all is well
   */
  public static Optional<Problem> problem(Setup setup, List<Seat> seats, int steps) {
    int slots = seats.stream().mapToInt(seat -> chosen(seat).size()).max().orElse(0);
    long room = room(seats, steps * slots);
    int asked = setup.recordMessages().episodes();
    return asked <= room
        ? Optional.empty()
        : Optional.of(
            Problem.with("recordMessages")
                .got(asked)
                .allowed("at most " + room + " episodes of " + steps + " steps"));
  }

  /** What an agent chooses to say. */
  private static List<Seat.Head> chosen(Seat seat) {
    return seat.heads().stream().filter(Seat.Head::isSaid).toList();
  }

  /** The messages of all rounds that were taken. */
  public MessageLog log() {
    return log;
  }

  @Override
  public void saw(int step) {
    if (step == 0 && slots > 0) {
      for (int agent = 0; agent < said.length; agent++) {
        Arrays.fill(said[agent], nothing);
        Arrays.fill(did[agent], 0);
      }
    }
  }

  @Override
  public void chose(int step) {
    for (int s = 0; slots > 0 && s < seats.size(); s++) {
      Seat seat = seats.get(s);
      for (int e = 0; e < batch; e++) {
        if (table.episodes().acts(seat.agent(), e)) {
          hear(seat, step, e);
        }
      }
    }
  }

  private void hear(Seat seat, int step, int episode) {
    int slot = 0;
    for (Seat.Head head : seat.heads()) {
      int choice = table.actions().choice(seat.agent(), head.which())[episode];
      if (head.isSaid()) {
        if (table.speaks(seat, head, episode)) {
          said[seat.agent()][episode * length + step * slots + slot] = choice;
        }
        slot++;
      } else if (head.which() == seat.deed()) {
        did[seat.agent()][episode] = choice;
      }
    }
  }

  /** What an agent said in an episode that was played last, in a new array. */
  int[] said(int agent, int episode) {
    return Arrays.copyOfRange(said[agent], episode * length, (episode + 1) * length);
  }

  /** Takes the episodes that were played last, which are over. */
  public void take(Episodes episodes) {
    for (int e = 0; kept && e < batch; e++) {
      log.begin(Math.max(0, episodes.topic(e)));
      for (Seat seat : seats) {
        for (int l = 0; l < length; l++) {
          log.said(seat.agent(), l, said[seat.agent()][e * length + l]);
        }
        log.did(seat.agent(), did[seat.agent()][e]);
      }
    }
  }

  /** Saves or restores the messages of all rounds so far. */
  public void keep(State state) {
    if (kept) {
      log.keep(state, labels, deeds);
    }
  }
}
