package dev.parley.agent.play;

import dev.parley.random.RandomStream;
import java.util.Map;

/** Chooses the same always. */
final class ConstantPlayer implements Players {

  private final Seat seat;
  private final ConstantPartner partner;

  ConstantPlayer(Seat seat, ConstantPartner partner) {
    this.seat = seat;
    this.partner = partner;
  }

  @Override
  public void look(Table table, int step) {
    // It does not mind what it sees.
  }

  @Override
  public void greedy(boolean best) {
    // It never draws.
  }

  @Override
  public void choose(Table table, int step) {
    for (int h = 0; h < seat.heads().size(); h++) {
      int[] into = table.actions().choice(seat.agent(), seat.heads().get(h).which());
      for (int e = 0; e < into.length; e++) {
        into[e] = table.open(seat, h, partner.choices().get(h), e);
      }
    }
  }

  @Override
  public Map<String, RandomStream> chances() {
    return Map.of();
  }
}
