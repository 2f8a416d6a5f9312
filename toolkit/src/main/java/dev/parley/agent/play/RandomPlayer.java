package dev.parley.agent.play;

import dev.parley.random.RandomStream;
import java.util.Map;

/** Draws from what is open. One number is drawn for every choice, whether it is made or not. */
final class RandomPlayer implements Players {

  private final Seat seat;
  private final RandomStream choices;

  RandomPlayer(Seat seat, RandomStream choices) {
    this.seat = seat;
    this.choices = choices;
  }

  @Override
  public void look(Table table, int step) {
    // It does not mind what it sees.
  }

  @Override
  public void greedy(boolean best) {
    // Nothing is better than anything else.
  }

  @Override
  public void choose(Table table, int step) {
    for (int h = 0; h < seat.heads().size(); h++) {
      int[] into = table.actions().choice(seat.agent(), seat.heads().get(h).which());
      for (int e = 0; e < into.length; e++) {
        into[e] = draw(table, h, e, choices.nextDouble());
      }
    }
  }

  private int draw(Table table, int head, int episode, double uniform) {
    int options = seat.heads().get(head).options();
    int open = 0;
    for (int option = 0; option < options; option++) {
      open += table.mask(seat, head, option, episode) == 0 ? 1 : 0;
    }
    int left = (int) (uniform * open);
    for (int option = 0; option < options; option++) {
      if (table.mask(seat, head, option, episode) == 0 && left-- == 0) {
        return option;
      }
    }
    return 0;
  }

  @Override
  public Map<String, RandomStream> chances() {
    return Map.of("choices", choices);
  }
}
