package dev.parley.agent.play;

import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Those who learn, and the partners who play with them. */
public final class Company implements Players {

  private final Players learners;
  private final Map<String, Players> partners = new LinkedHashMap<>();

  /**
   * Everybody at a table.
   *
   * @param learners who choose for all agents that have no partner in their place
   * @param streams of the learner; each partner's are below {@code partner} and the agent's name
   * @param hiring makes partners with nets
   */
  public Company(
      Players learners,
      Policies policies,
      List<Seat> seats,
      int batch,
      Streams streams,
      Hiring hiring) {
    this.learners = learners;
    for (Seat seat : seats) {
      Partner partner = policies.partners().get(seat.name());
      if (partner != null && !seat.heads().isEmpty()) {
        Streams own = streams.child("partner " + seat.name());
        partners.put(seat.name(), player(partner, seat, batch, own, hiring));
      }
    }
  }

  private static Players player(
      Partner partner, Seat seat, int batch, Streams streams, Hiring hiring) {
    if (partner instanceof FrozenPartner frozen) {
      return hiring.frozen(seat, frozen, streams);
    }
    if (partner instanceof UntrainedPartner) {
      return hiring.untrained(seat, streams);
    }
    RandomStream choices = streams.stream("choices");
    if (partner instanceof ConstantPartner constant) {
      return new ConstantPlayer(seat, constant);
    }
    return partner instanceof ScriptedPartner scripted
        ? new ScriptedPlayer(seat, scripted, batch, choices)
        : new RandomPlayer(seat, choices);
  }

  @Override
  public void begin() {
    learners.begin();
    partners.values().forEach(Players::begin);
  }

  @Override
  public void look(Table table, int step) {
    learners.look(table, step);
    partners.values().forEach(partner -> partner.look(table, step));
  }

  @Override
  public void greedy(boolean best) {
    learners.greedy(best);
    partners.values().forEach(partner -> partner.greedy(best));
  }

  @Override
  public void choose(Table table, int step) {
    learners.choose(table, step);
    partners.values().forEach(partner -> partner.choose(table, step));
  }

  @Override
  public Map<String, RandomStream> chances() {
    Map<String, RandomStream> chances = new LinkedHashMap<>(learners.chances());
    partners.forEach(
        (name, partner) ->
            partner.chances().values().forEach(c -> chances.put("partner " + name, c)));
    return chances;
  }

  /** Saves or restores where the partners' chances are; those of the learners are kept by them. */
  public void keep(State state) {
    partners.forEach(
        (name, partner) ->
            partner.chances().values().forEach(c -> state.stream("partner_" + name, c)));
  }
}
