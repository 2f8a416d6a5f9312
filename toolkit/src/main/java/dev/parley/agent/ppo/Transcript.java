package dev.parley.agent.ppo;

import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.language.MessageLog;
import dev.parley.state.State;
import dev.parley.train.Setup;
import java.util.List;

/**
 * What was said in training. A message is all that an agent said in an episode, step by step; where
 * it said nothing stands a symbol beyond those of the game. The label is the topic of the episode.
 */
final class Transcript {

  /** Numbers that a log of the most recent episodes may take. */
  private static final long ROOM = 20_000_000;

  private final List<Seat> seats;
  private final int batch;
  private final int horizon;
  private final int slots;
  private final int nothing;
  private final int labels;
  private final int deeds;
  private final MessageLog log;

  Transcript(Ppo plan, List<Seat> seats) {
    this.seats = seats;
    Setup setup = plan.setup();
    Environment game = setup.environment();
    batch = setup.batch();
    horizon = plan.steps();
    slots = seats.stream().mapToInt(s -> said(s).size()).max().orElse(0);
    nothing =
        seats.stream().flatMap(s -> said(s).stream()).mapToInt(Seat.Head::options).max().orElse(0);
    labels = Math.max(1, game.topics());
    deeds = game.roles().stream().mapToInt(role -> role.deeds().size()).max().orElse(1);
    if (slots == 0) {
      log = MessageLog.none();
    } else {
      long room = ROOM / ((long) seats.size() * horizon * slots + seats.size() + 1);
      long kept = Math.max(1, setup.rounds() / 10) * (long) batch;
      log =
          new MessageLog(
              seats.stream().map(Seat::name).toList(),
              horizon * slots,
              nothing + 1,
              batch,
              setup.rounds() * (long) batch,
              Math.min(room, kept));
    }
  }

  /** What an agent chooses to say. */
  private static List<Seat.Head> said(Seat seat) {
    return seat.heads().stream().filter(Seat.Head::isSaid).toList();
  }

  MessageLog log() {
    return log;
  }

  /** Takes the episodes of a round, which are over. */
  void take(Episodes episodes, List<Track> tracks) {
    if (slots == 0) {
      return;
    }
    for (int e = 0; e < batch; e++) {
      log.begin(Math.max(0, episodes.topic(e)));
      for (Seat seat : seats) {
        take(seat, tracks.get(seat.agent()), e);
      }
    }
  }

  private void take(Seat seat, Track track, int episode) {
    for (int step = 0; step < horizon; step++) {
      int moment = step * batch + episode;
      int slot = 0;
      for (int h = 0; h < seat.heads().size(); h++) {
        if (seat.heads().get(h).isSaid()) {
          int symbol = track.acted(moment) ? track.choice(h, moment) : nothing;
          log.said(seat.agent(), step * slots + slot, symbol);
          slot++;
        }
      }
      for (; slot < slots; slot++) {
        log.said(seat.agent(), step * slots + slot, nothing);
      }
    }
    log.did(seat.agent(), deed(seat, track, episode));
  }

  /** The last that it did. */
  private static int deed(Seat seat, Track track, int episode) {
    int last = track.last(episode);
    for (int h = 0; h < seat.heads().size(); h++) {
      if (last >= 0 && seat.heads().get(h).which() == seat.deed()) {
        return track.choice(h, last);
      }
    }
    return 0;
  }

  void keep(State state) {
    if (slots > 0) {
      log.keep(state, labels, deeds);
    }
  }
}
