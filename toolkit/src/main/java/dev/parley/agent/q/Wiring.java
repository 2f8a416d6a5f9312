package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What of an agent's part goes where: what it sees into its net, what it hears through the channel,
 * and its choices, learned by their values, or sent on the channel.
 *
 * @param seat its part in the game
 * @param plain the places of what it sees and does not hear, without the pixels of a signal
 * @param ears what it hears, symbol by symbol; none if nothing that it hears counts
 * @param choices which of the seat's heads have values
 * @param words which of the seat's heads are sent on a channel with a gradient of its own
 */
record Wiring(
    Seat seat, List<Integer> plain, List<Ear> ears, List<Integer> choices, List<Integer> words) {

  /**
   * One symbol that is heard, one-hot in what the agent sees.
   *
   * @param from the place of the first symbol
   * @param symbols how many there are
   */
  record Ear(int from, int symbols) {}

  Wiring {
    plain = List.copyOf(plain);
    ears = List.copyOf(ears);
    choices = List.copyOf(choices);
    words = List.copyOf(words);
  }

  /** Everybody's wiring. */
  static List<Wiring> of(List<Seat> seats, Speech speech, Channel channel) {
    return seats.stream().map(seat -> of(seat, seats, speech, channel)).toList();
  }

  private static Wiring of(Seat seat, List<Seat> everybody, Speech speech, Channel channel) {
    List<Ear> ears = new ArrayList<>();
    for (int i = 0; i < seat.heard().size(); i++) {
      Seat.Part part = seat.heard().get(i);
      OptionalInt symbols = vocabulary(seat, i, everybody);
      if (symbols.isPresent()) {
        ears.add(new Ear(part.from() + part.width() - symbols.getAsInt(), symbols.getAsInt()));
      }
    }
    boolean hears = speech == Speech.OPEN && !ears.isEmpty();
    boolean deaf = speech == Speech.SILENT || hears;
    List<Integer> plain = new ArrayList<>();
    for (int c = 0; c < seat.features(); c++) {
      if (!(deaf && isHeard(seat, c))) {
        plain.add(c);
      }
    }
    for (int label = 0; label < seat.classes(); label++) {
      plain.add(seat.features() + seat.pixels() + label);
    }
    List<Integer> choices = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    for (int h = 0; h < seat.heads().size(); h++) {
      (seat.heads().get(h).isSaid() && !channel.isAction() ? words : choices).add(h);
    }
    return new Wiring(seat, plain, hears ? ears : List.of(), choices, words);
  }

  private static boolean isHeard(Seat seat, int place) {
    return seat.heard().stream()
        .anyMatch(part -> place >= part.from() && place < part.from() + part.width());
  }

  /**
   * Of how many symbols a part of what is heard is: the most that fit, of all others who say as
   * many words.
   */
  private static OptionalInt vocabulary(Seat listener, int which, List<Seat> everybody) {
    int count = listener.heard().size();
    int room = listener.heard().get(which).width();
    return everybody.stream()
        .filter(seat -> seat.agent() != listener.agent() && seat.said().size() == count)
        .mapToInt(seat -> seat.said().get(which).options())
        .filter(options -> options <= room)
        .max();
  }

  /** One of its choices with values. */
  Seat.Head choice(int c) {
    return seat.heads().get(choices.get(c));
  }

  /** One of its choices that are sent. */
  Seat.Head word(int w) {
    return seat.heads().get(words.get(w));
  }

  /** Columns of what its net sees: one of zeros if there is nothing to see. */
  int inputs() {
    return Math.max(1, plain.size());
  }

  /** Whether it hears messages of the kind that another sends. */
  boolean hears(Wiring other) {
    if (ears.isEmpty() || other.words.size() != ears.size()) {
      return false;
    }
    for (int i = 0; i < ears.size(); i++) {
      if (ears.get(i).symbols() != other.word(i).options()) {
        return false;
      }
    }
    return true;
  }
}
