package dev.parley.env.games;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;

/** Episodes of the switch riddle: who comes when is drawn before the first day. */
final class RiddleEpisodes implements Episodes {

  private static final int NOTHING = -1;
  private static final int SWITCHED = 1;

  private final int prisoners;
  private final int days;
  private final Switch by;
  private final int width;
  private final int telling;
  private final RandomStream visits;

  /** [batch, days] */
  private final int[] visitors;

  /** [batch, prisoners] */
  private final boolean[] visited;

  private final int[] left;

  /** What is in the room for who comes: a symbol, the light, or nothing. */
  private final int[] room;

  private final double[] rewards;
  private final boolean[] over;
  private int day;

  RiddleEpisodes(SwitchRiddle game, int batch, Streams streams) {
    prisoners = game.prisoners();
    days = game.days();
    by = game.by();
    width = game.roles().get(0).features();
    telling = by == Switch.BULB ? 2 : 1;
    visits = streams.stream("visits");
    visitors = new int[batch * days];
    visited = new boolean[batch * prisoners];
    left = new int[batch];
    room = new int[batch];
    rewards = new double[batch];
    over = new boolean[batch];
    Arrays.fill(over, true);
  }

  @Override
  public int batch() {
    return over.length;
  }

  @Override
  public void reset() {
    for (int i = 0; i < visitors.length; i++) {
      visitors[i] = visits.nextInt(prisoners);
    }
    Arrays.fill(visited, false);
    Arrays.fill(left, prisoners);
    Arrays.fill(room, by == Switch.BULB ? 0 : NOTHING);
    Arrays.fill(rewards, 0);
    Arrays.fill(over, false);
    day = 0;
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  /** Who was there the day before. */
  @Override
  public int speaker(int agent, int episode) {
    boolean hears = by == Switch.MESSAGE && day > 0 && inside(agent, episode);
    return hears ? visitors[episode * days + day - 1] : -1;
  }

  private boolean inside(int agent, int episode) {
    return !over[episode] && visitors[episode * days + day] == agent;
  }

  @Override
  public void observe(int agent, float[] into) {
    Arrays.fill(into, 0, over.length * width, 0);
    for (int e = 0; e < over.length; e++) {
      boolean inside = inside(agent, e);
      int at = e * width;
      into[at + (inside ? 1 : 0)] = 1;
      if (by == Switch.MESSAGE) {
        into[at + 2 + (inside ? room[e] + 1 : 0)] = 1;
      } else if (by == Switch.BULB) {
        into[at + 2 + (inside ? room[e] : 0)] = 1;
      }
    }
  }

  /** Who is outside can only do and say the first of everything. */
  @Override
  public boolean open(int agent, int which, int option, int episode) {
    return option == 0 || inside(agent, episode);
  }

  @Override
  public void step(Actions actions) {
    for (int e = 0; e < over.length; e++) {
      rewards[e] = 0;
      if (!over[e]) {
        visit(visitors[e * days + day], e, actions);
      }
    }
    day++;
    for (int e = 0; e < over.length; e++) {
      over[e] |= day >= days;
    }
  }

  private void visit(int agent, int e, Actions actions) {
    int seat = e * prisoners + agent;
    left[e] -= visited[seat] ? 0 : 1;
    visited[seat] = true;
    int choice = actions.choice(agent, 0)[e];
    if (choice == telling) {
      rewards[e] = left[e] == 0 ? 1 : -1;
      over[e] = true;
    } else if (by == Switch.MESSAGE) {
      room[e] = actions.choice(agent, 1)[e];
    } else if (by == Switch.BULB && choice == SWITCHED) {
      room[e] = 1 - room[e];
    }
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[episode];
  }

  @Override
  public boolean over(int episode) {
    return over[episode];
  }

  @Override
  public void keep(State state) {
    state.stream("visits", visits);
  }
}
