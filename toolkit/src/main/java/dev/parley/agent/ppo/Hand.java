package dev.parley.agent.ppo;

import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Parameters;
import java.util.List;
import java.util.Map;

/** A policy that acts for one agent and does not learn. */
final class Hand implements Players, AutoCloseable {

  private final Seat seat;
  private final Parameters parameters = new Parameters();
  private final RandomStream choices;
  private final Acting acting;
  private boolean best;

  /**
   * A policy as it begins.
   *
   * @param plan how large its nets are
   * @param start what its weights are drawn from
   * @param own what its choices are drawn from
   */
  Hand(Ppo plan, Seat seat, List<Seat> everybody, Streams start, Streams own) {
    this.seat = seat;
    boolean central = plan.critic() == Critic.CENTRAL;
    int total = central ? everybody.stream().mapToInt(Seat::inputs).sum() : 0;
    PolicyNet net = new PolicyNet(plan, parameters, seat, central ? total : seat.inputs(), start);
    choices = own.stream("choices");
    acting = new Acting(net, seat, plan.setup().batch(), total, choices);
  }

  /** Takes what was learned. */
  void read(State state) {
    parameters.write(state.floats("parameters", parameters.toArray(), parameters.length()));
  }

  @Override
  public void look(Table table, int step) {
    acting.see(table, seat, 0);
  }

  @Override
  public void greedy(boolean value) {
    best = value;
  }

  @Override
  public void choose(Table table, int step) {
    acting.open(table, seat, 0);
    acting.choose(best);
    acting.act(table, seat, 0);
  }

  @Override
  public Map<String, RandomStream> chances() {
    return Map.of("choices", choices);
  }

  @Override
  public void close() {
    acting.close();
    parameters.close();
  }
}
