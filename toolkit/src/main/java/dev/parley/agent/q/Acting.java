package dev.parley.agent.q;

import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.agent.play.Witness;
import dev.parley.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The agents of a game, who choose by the values that their nets give: of what is open the best, or
 * with probability ε any. It also writes down what happens.
 */
final class Acting implements Players, Witness {

  private final Team team;
  private final Unrolled nets;
  private final Trail trail;
  private final Table table;
  private final boolean noisy;
  private boolean best;
  private double epsilon;

  /**
   * Agents that choose the best.
   *
   * @param noisy whether there is noise on what they say
   */
  Acting(Team team, Unrolled nets, Trail trail, Table table, boolean noisy) {
    this.noisy = noisy;
    this.team = team;
    this.nets = nets;
    this.trail = trail;
    this.table = table;
  }

  @Override
  public void greedy(boolean value) {
    if (value && noisy) {
      throw new IllegalStateException("agents that learn are evaluated by others");
    }
    best = value;
  }

  /** From now on so much is left to chance. */
  void explore(double share) {
    epsilon = share;
  }

  /** What happened in the episodes that were played last. */
  Trail trail() {
    return trail;
  }

  @Override
  public void begin() {
    trail.clear();
    team.groups().forEach(Group::refresh);
  }

  @Override
  public void look(Table where, int step) {
    trail.look(where, step);
    if (step < nets.steps()) {
      run(step);
    }
  }

  /** Nobody says anything at the end of an episode that is cut off: no noise is drawn for it. */
  private void run(int step) {
    if (noisy && step < trail.steps()) {
      nets.draw(step);
    }
    nets.run(trail, step);
  }

  /** Computes the steps that were not played, since all episodes were over: nobody acts in them. */
  void finish(int played) {
    for (int step = played + 1; step < nets.steps(); step++) {
      run(step);
    }
  }

  @Override
  public void choose(Table where, int step) {
    for (Group group : team.groups()) {
      Cell cell = nets.cell(step, group);
      for (int s = 0; s < group.sharers(); s++) {
        for (int e = 0; e < nets.batch(); e++) {
          choose(group, cell, s, step, e);
        }
      }
    }
    trail.choose(where, step);
  }

  private void choose(Group group, Cell cell, int sharer, int step, int episode) {
    Wiring wiring = group.wirings().get(sharer);
    Seat seat = wiring.seat();
    Track track = trail.track(seat.agent());
    int row = sharer * nets.batch() + episode;
    boolean acts = track.acts(step, episode);
    int option = 0;
    for (int c = 0; c < wiring.choices().size(); c++) {
      int head = wiring.choices().get(c);
      int[] into = table.actions().choice(seat.agent(), wiring.choice(c).which());
      into[episode] = acts ? choice(group, cell, row, option, track, head, step, episode) : 0;
      option += wiring.choice(c).options();
    }
    for (int w = 0; w < wiring.words().size(); w++) {
      int head = wiring.words().get(w);
      int word = cell.sent().get(w).symbol(row);
      boolean can = acts && track.open(head, word, step, episode);
      int[] into = table.actions().choice(seat.agent(), wiring.word(w).which());
      into[episode] = can ? word : acts ? track.firstOpen(head, step, episode) : 0;
    }
  }

  private int choice(
      Group group, Cell cell, int row, int from, Track track, int head, int step, int episode) {
    int open = track.openings(head, step, episode);
    if (open > 1 && !best && epsilon > 0 && group.choices().nextDouble() < epsilon) {
      int skip = group.choices().nextInt(open);
      int o = track.firstOpen(head, step, episode);
      while (skip > 0) {
        o++;
        skip -= track.open(head, o, step, episode) ? 1 : 0;
      }
      return o;
    }
    return Best.open(cell, row, from, track, head, step, episode);
  }

  @Override
  public void did(int step) {
    trail.earn(table, step);
  }

  @Override
  public Map<String, RandomStream> chances() {
    Map<String, RandomStream> chances = new LinkedHashMap<>();
    team.groups().forEach(group -> chances.put(group.name(), group.choices()));
    return chances;
  }
}
