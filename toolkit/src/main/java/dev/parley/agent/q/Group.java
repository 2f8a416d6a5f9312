package dev.parley.agent.q;

import dev.parley.agent.channel.Line;
import dev.parley.nn.RmsProp;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A policy: the agents that act by it, its net, and its target network. */
final class Group implements AutoCloseable {

  private final QLearning plan;
  private final String name;
  private final int place;
  private final List<Wiring> wirings;
  private final Parameters parameters = new Parameters();
  private final Parameters targetParameters = new Parameters();
  private final Net net;
  private final Net target;
  private final RmsProp optimiser;
  private final RandomStream choices;
  private final RandomStream noise;

  /**
   * A policy before its first round.
   *
   * @param place its place among all
   * @param wirings of its agents, who are alike
   */
  Group(QLearning plan, String name, int place, List<Wiring> wirings, Streams streams) {
    this.plan = plan;
    this.name = name;
    this.place = place;
    this.wirings = List.copyOf(wirings);
    int sharers = wirings.size();
    Wiring first = wirings.get(0);
    net = new Net(plan, parameters, first, sharers, streams.stream("net"));
    target = new Net(plan, targetParameters, first, sharers, streams.stream("net"));
    optimiser = new RmsProp(parameters, plan.setup().clip());
    choices = streams.stream("choices");
    noise = streams.stream("noise");
  }

  String name() {
    return name;
  }

  int place() {
    return place;
  }

  List<Wiring> wirings() {
    return wirings;
  }

  /** That of any of its agents, who are alike. */
  Wiring wiring() {
    return wirings.get(0);
  }

  int sharers() {
    return wirings.size();
  }

  Net net() {
    return net;
  }

  Net target() {
    return target;
  }

  /** What choices are drawn from. */
  RandomStream choices() {
    return choices;
  }

  /** What the noise of messages is drawn from. */
  RandomStream noise() {
    return noise;
  }

  /** What learns. */
  Parameters parameters() {
    return parameters;
  }

  /** The row of one of its agents in an episode. */
  int row(int agent, int episode, int batch) {
    for (int s = 0; s < wirings.size(); s++) {
      if (wirings.get(s).seat().agent() == agent) {
        return s * batch + episode;
      }
    }
    throw new IllegalArgumentException("agent " + agent + " does not act by " + name);
  }

  /** Whether its agents see signals. */
  boolean seesSignal() {
    return wiring().seat().pixels() > 0;
  }

  /** How many numbers its agents hear. */
  int heard() {
    return Net.heard(plan, wiring());
  }

  /** How many of them are of one symbol. */
  int width(int ear) {
    return plan.channel().width(wiring().ears().get(ear).symbols());
  }

  /** States before the first step: zeros. */
  List<Tensor> start(Graph graph, int rows) {
    List<Tensor> states = new ArrayList<>();
    for (int i = 0; i < plan.layers(); i++) {
      states.add(graph.input(rows, plan.hidden()));
    }
    return states;
  }

  /** Its own among the cells of all policies. */
  Cell at(List<Cell> cells) {
    return cells.get(place);
  }

  /** One update of the net from its gradients. */
  void learn(int round) {
    optimiser.step(plan.setup().learningRate().at(round));
  }

  /** The target network becomes what the net is. */
  void copyToTarget() {
    targetParameters.write(parameters.toArray());
    target.copyStatistics(net);
  }

  /** Its lines carry symbols as it has learned them so far. */
  void refresh() {
    net.lines().forEach(Line::refresh);
  }

  /** Takes what another run has learned, to play with it. */
  void read(State state) {
    net.keep(state.part("net"));
    parameters.write(state.floats("parameters", parameters.toArray(), parameters.length()));
  }

  void keep(State state) {
    optimiser.keep(state);
    net.keep(state.part("net"));
    State of = state.part("target");
    target.keep(of);
    int n = targetParameters.length();
    float[] values = of.floats("parameters", targetParameters.toArray(), n);
    if (state.restoring()) {
      targetParameters.write(values);
    }
    state.stream("choices", choices);
    state.stream("noise", noise);
  }

  @Override
  public void close() {
    optimiser.close();
    parameters.close();
    targetParameters.close();
  }
}
