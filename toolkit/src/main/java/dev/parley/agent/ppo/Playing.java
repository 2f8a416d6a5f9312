package dev.parley.agent.ppo;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import java.util.ArrayList;
import java.util.List;

/** Batches of episodes, played by the policies as they are. */
final class Playing {

  /** Who looks on, and may exchange what is said. */
  interface Witness {

    /** Everybody has looked, and the critics have judged what they see. */
    void saw(int step);

    /** Everybody has chosen; it is not yet done. */
    void chose(int step);

    /** It is done, and has earned what it earned. */
    void did(int step);
  }

  /** Far below every score of an option that is open. */
  private static final float CLOSED = -1e9f;

  private final List<Seat> seats;
  private final List<Policy> policies;
  private final int horizon;
  private final int batch;
  private final float[][] seen;
  private final float[] all;
  private final boolean central;
  private final Actions actions;
  private final int[] policyOf;
  private final int[] firstRow;

  Playing(Ppo plan, List<Seat> seats, List<Policy> policies) {
    this.seats = seats;
    this.policies = policies;
    this.horizon = plan.steps();
    this.batch = plan.setup().batch();
    this.central = plan.critic() == Critic.CENTRAL;
    this.actions = new Actions(plan.setup().environment().roles(), batch);
    this.all = new float[seats.stream().mapToInt(Seat::inputs).sum()];
    this.seen = new float[seats.size()][];
    this.policyOf = new int[seats.size()];
    this.firstRow = new int[seats.size()];
    for (Seat seat : seats) {
      seen[seat.agent()] = new float[batch * seat.inputs()];
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

  /** The policies of the game: none for an agent that has nothing to choose. */
  static List<List<Seat>> groups(Ppo plan, List<Seat> seats) {
    List<Seat> choosing = seats.stream().filter(s -> !s.heads().isEmpty()).toList();
    if (plan.policies() == Policies.SHARED) {
      return List.of(choosing);
    }
    List<List<Seat>> each = new ArrayList<>();
    choosing.forEach(seat -> each.add(List.of(seat)));
    return each;
  }

  /** The actions of the step that is under way, to be read and exchanged. */
  Actions actions() {
    return actions;
  }

  /** What an agent sees: [batch, columns]. */
  float[] seen(int agent) {
    return seen[agent];
  }

  /** Whether an agent has anything to choose. */
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

  /**
   * Plays new episodes until all are over, or have as many steps as they may have.
   *
   * @return how many steps the longest had
   */
  int play(Episodes episodes, Witness witness) {
    episodes.reset();
    for (int step = 0; ; step++) {
      look(episodes);
      witness.saw(step);
      if (step == horizon || allOver(episodes)) {
        return step;
      }
      choose(episodes);
      witness.chose(step);
      episodes.step(actions);
      witness.did(step);
    }
  }

  private boolean allOver(Episodes episodes) {
    for (int e = 0; e < batch; e++) {
      if (!episodes.over(e)) {
        return false;
      }
    }
    return true;
  }

  private void look(Episodes episodes) {
    for (Seat seat : seats) {
      if (seat.features() > 0) {
        episodes.observe(seat.agent(), seen[seat.agent()]);
      }
    }
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        Acting acting = policy(seat.agent()).acting();
        for (int e = 0; e < batch; e++) {
          acting.see(firstRow[seat.agent()] + e, seen[seat.agent()], e * seat.inputs());
        }
      }
    }
    for (int e = 0; central && e < batch; e++) {
      lookTogether(e);
    }
    policies.forEach(policy -> policy.acting().judge());
  }

  /** What all agents see, side by side, for the critic of each that chooses. */
  private void lookTogether(int episode) {
    int at = 0;
    for (Seat seat : seats) {
      int width = seat.inputs();
      System.arraycopy(seen[seat.agent()], episode * width, all, at, width);
      at += width;
    }
    for (Seat seat : seats) {
      if (chooses(seat.agent())) {
        policy(seat.agent()).acting().seeAll(firstRow[seat.agent()] + episode, all);
      }
    }
  }

  private void choose(Episodes episodes) {
    for (Seat seat : seats) {
      for (int h = 0; h < seat.heads().size(); h++) {
        mask(episodes, seat, h);
      }
    }
    policies.forEach(policy -> policy.acting().choose());
    for (Seat seat : seats) {
      for (int h = 0; h < seat.heads().size(); h++) {
        Acting acting = policy(seat.agent()).acting();
        int[] into = actions.choice(seat.agent(), seat.heads().get(h).which());
        for (int e = 0; e < batch; e++) {
          into[e] = acting.choice(h, firstRow[seat.agent()] + e);
        }
      }
    }
  }

  private void mask(Episodes episodes, Seat seat, int h) {
    Acting acting = policy(seat.agent()).acting();
    for (int e = 0; e < batch; e++) {
      for (int option = 0; option < seat.heads().get(h).options(); option++) {
        acting.open(h, firstRow[seat.agent()] + e, option, mask(episodes, seat, h, option, e));
      }
    }
  }

  /**
   * 0 for an option that is open, and where the agent does not act, so that nothing is undefined.
   */
  float mask(Episodes episodes, Seat seat, int h, int option, int episode) {
    boolean closed =
        episodes.acts(seat.agent(), episode)
            && !episodes.open(seat.agent(), seat.heads().get(h).which(), option, episode);
    return closed ? CLOSED : 0;
  }
}
