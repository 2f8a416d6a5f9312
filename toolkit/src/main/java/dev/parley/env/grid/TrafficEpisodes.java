package dev.parley.env.grid;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;

/** Episodes of a junction: who comes when, and goes where, is drawn before they begin. */
final class TrafficEpisodes implements Episodes {

  /** What a step on the road earns, times the steps that there have been. */
  static final double WAIT = -0.01;

  /** What it earns besides if another car is on the cell. */
  static final double CRASH = -10;

  /** No route: not on the road; or no car that comes. */
  static final int NONE = -1;

  private static final int GAS = 0;
  private static final int BRAKE = 1;

  /** Numbers that a car sees before the cells around it. */
  private static final int OWN = 2;

  private final TrafficJunction game;
  private final Roads roads;
  private final int cars;
  private final int limit;
  private final int kinds;
  private final int across;
  private final RandomStream stream;

  /** The route of a car that comes: [batch, steps, arrivals]. */
  private final int[] coming;

  /** Which of the cars that are not on the road comes, from 0 to below 1. */
  private final double[] which;

  /** [batch, cars] */
  private final int[] routes;

  private final int[] places;
  private final int[] waits;
  private final int[] braked;
  private final double[] rewards;

  /** [batch] */
  private final int[] onRoad;

  private final boolean[] crashed;

  /** Cars on each cell, in the episode that is looked at. */
  private final int[] crowd;

  private int steps;
  private long batches;

  TrafficEpisodes(TrafficJunction game, int batch, Streams streams) {
    this.game = game;
    roads = new Roads(game.level());
    cars = game.cars();
    limit = game.steps();
    kinds = game.level().kinds();
    across = 2 * game.vision() + 1;
    stream = streams.stream("traffic");
    coming = new int[batch * limit * roads.arrivals()];
    which = new double[coming.length];
    routes = new int[batch * cars];
    places = new int[batch * cars];
    waits = new int[batch * cars];
    braked = new int[batch * cars];
    rewards = new double[batch * cars];
    onRoad = new int[batch];
    crashed = new boolean[batch];
    crowd = new int[roads.size() * roads.size()];
    steps = limit;
  }

  @Override
  public int batch() {
    return onRoad.length;
  }

  @Override
  public void reset() {
    double rate = game.rateIn(batches);
    batches++;
    for (int i = 0; i < coming.length; i++) {
      coming[i] = NONE;
      if (stream.nextDouble() <= rate) {
        int first = roads.first(i % roads.arrivals());
        coming[i] = first + stream.nextInt(roads.first(i % roads.arrivals() + 1) - first);
        which[i] = stream.nextDouble();
      }
    }
    Arrays.fill(routes, NONE);
    Arrays.fill(rewards, 0);
    Arrays.fill(onRoad, 0);
    Arrays.fill(crashed, false);
    steps = 0;
  }

  /** Lets a car come in a step, or nobody, if the route is {@link #NONE}. */
  void schedule(int episode, int step, int arrival, int route, double car) {
    int at = (episode * limit + step) * roads.arrivals() + arrival;
    coming[at] = route;
    which[at] = car;
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  private boolean drives(int agent, int episode) {
    return routes[episode * cars + agent] != NONE;
  }

  @Override
  public boolean acts(int agent, int episode) {
    return steps < limit && (onRoad[episode] == 0 || drives(agent, episode));
  }

  @Override
  public boolean open(int agent, int choice, int option, int episode) {
    return option == GAS || drives(agent, episode);
  }

  private int cell(int car) {
    return roads.cell(routes[car], places[car]);
  }

  @Override
  public void observe(int agent, float[] into) {
    int width = OWN + across * across * kinds;
    Arrays.fill(into, 0, onRoad.length * width, 0);
    for (int e = 0; e < onRoad.length; e++) {
      int car = e * cars + agent;
      if (routes[car] != NONE) {
        into[e * width] = braked[car];
        into[e * width + 1] = (float) routes[car] / (roads.routes() - 1);
        look(e, cell(car), into, e * width + OWN);
      }
    }
  }

  private void look(int e, int from, float[] into, int at) {
    int top = from / roads.size() - game.vision();
    int left = from % roads.size() - game.vision();
    for (int i = 0; i < across * across; i++) {
      int number = roads.number(top + i / across, left + i % across);
      into[at + i * kinds + (number == Roads.NONE ? game.level().outside() : number)] = 1;
    }
    for (int car = e * cars; car < (e + 1) * cars; car++) {
      if (routes[car] != NONE) {
        int y = cell(car) / roads.size() - top;
        int x = cell(car) % roads.size() - left;
        if (y >= 0 && y < across && x >= 0 && x < across) {
          into[at + (y * across + x + 1) * kinds - 1]++;
        }
      }
    }
  }

  @Override
  public void step(Actions actions) {
    Arrays.fill(rewards, 0);
    if (steps >= limit) {
      return;
    }
    for (int agent = 0; agent < cars; agent++) {
      int[] choices = actions.choice(agent);
      for (int e = 0; e < onRoad.length; e++) {
        if (drives(agent, e)) {
          drive(e, e * cars + agent, choices[e]);
        }
      }
    }
    for (int e = 0; e < onRoad.length; e++) {
      for (int arrival = 0; arrival < roads.arrivals(); arrival++) {
        arrive(e, (e * limit + steps) * roads.arrivals() + arrival);
      }
      earn(e);
    }
    steps++;
  }

  private void drive(int e, int car, int choice) {
    waits[car]++;
    braked[car] = choice;
    if (choice == BRAKE) {
      return;
    }
    places[car]++;
    if (places[car] == roads.length(routes[car])) {
      routes[car] = NONE;
      onRoad[e]--;
    }
  }

  private void arrive(int e, int at) {
    if (coming[at] == NONE || onRoad[e] == cars) {
      return;
    }
    int skip = (int) (which[at] * (cars - onRoad[e]));
    int car = e * cars;
    while (routes[car] != NONE || skip > 0) {
      skip -= routes[car] == NONE ? 1 : 0;
      car++;
    }
    routes[car] = coming[at];
    places[car] = 0;
    waits[car] = 0;
    braked[car] = 0;
    onRoad[e]++;
  }

  private void earn(int e) {
    Arrays.fill(crowd, 0);
    for (int car = e * cars; car < (e + 1) * cars; car++) {
      if (routes[car] != NONE) {
        crowd[cell(car)]++;
      }
    }
    for (int car = e * cars; car < (e + 1) * cars; car++) {
      if (routes[car] != NONE) {
        boolean crash = crowd[cell(car)] > 1;
        rewards[car] = waits[car] == 0 ? 0 : WAIT * waits[car];
        rewards[car] += crash ? CRASH : 0;
        crashed[e] |= crash;
      }
    }
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[episode * cars + agent];
  }

  @Override
  public boolean over(int episode) {
    return steps >= limit;
  }

  /** The limit of steps is the only end. */
  @Override
  public boolean truncated(int episode) {
    return steps >= limit;
  }

  @Override
  public double success(int episode) {
    return crashed[episode] ? 0 : 1;
  }

  @Override
  public void keep(State state) {
    state.stream("traffic", stream);
    batches = state.number("batches", batches, 0, State.MOST);
  }
}
