package dev.parley.agent.ppo;

import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agents of a game, who choose by their policies as they are; critics judge what they see. */
final class Playing implements Players {

  private final List<Seat> seats;
  private final List<Policy> policies;
  private final int batch;
  private final float[] all;
  private final boolean central;
  private final int[] policyOf;
  private final int[] firstRow;
  private boolean best;

  Playing(Ppo plan, List<Seat> seats, List<Policy> policies) {
    this.seats = seats;
    this.policies = policies;
    this.batch = plan.setup().batch();
    this.central = plan.critic() == Critic.CENTRAL;
    this.all = new float[seats.stream().mapToInt(Seat::inputs).sum()];
    this.policyOf = new int[seats.size()];
    this.firstRow = new int[seats.size()];
    for (Seat seat : seats) {
      policyOf[seat.agent()] = -1;
      for (int p = 0; p < policies.size(); p++) {
        int place = policies.get(p).seats().indexOf(seat);
        if (place >= 0) {
          policyOf[seat.agent()] = p;
          firstRow[seat.agent()] = place * batch;
        }
      }
    }
  }

  /** Whether an agent has anything to choose, and learns to. */
  boolean chooses(int agent) {
    return policyOf[agent] >= 0;
  }

  /** What the critic of an agent that chooses says. */
  double value(int agent, int episode) {
    return policy(agent).value(firstRow[agent] + episode);
  }

  /** The log-probability of what an agent chose. */
  float log(int agent, int episode) {
    return policy(agent).acting().log(firstRow[agent] + episode);
  }

  private Policy policy(int agent) {
    return policies.get(policyOf[agent]);
  }

  @Override
  public Map<String, RandomStream> chances() {
    Map<String, RandomStream> chances = new LinkedHashMap<>();
    policies.forEach(policy -> chances.put(policy.name(), policy.choices()));
    return chances;
  }

  @Override
  public void look(Table table, int step) {
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        policy(seat.agent()).acting().see(table, seat, firstRow[seat.agent()]);
      }
    }
    for (int e = 0; central && e < batch; e++) {
      lookTogether(table, e);
    }
    policies.forEach(policy -> policy.acting().judge());
  }

  /** What all agents see, side by side, for the critic of each that chooses. */
  private void lookTogether(Table table, int episode) {
    int at = 0;
    for (Seat seat : seats) {
      int width = seat.inputs();
      System.arraycopy(table.seen(seat.agent()), episode * width, all, at, width);
      at += width;
    }
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        policy(seat.agent()).acting().seeAll(firstRow[seat.agent()] + episode, all);
      }
    }
  }

  @Override
  public void greedy(boolean value) {
    best = value;
  }

  @Override
  public void choose(Table table, int step) {
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        policy(seat.agent()).acting().open(table, seat, firstRow[seat.agent()]);
      }
    }
    policies.forEach(policy -> policy.acting().choose(best));
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        policy(seat.agent()).acting().act(table, seat, firstRow[seat.agent()]);
      }
    }
  }
}
