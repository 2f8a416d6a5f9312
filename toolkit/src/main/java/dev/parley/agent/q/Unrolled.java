package dev.parley.agent.q;

import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The nets of all policies over a batch of whole episodes, on one graph: a program for what is seen
 * once an episode, and one for each step, so that a gradient goes back through time and through
 * what is said.
 */
final class Unrolled implements AutoCloseable {

  /** What an unrolled net is for. */
  enum Use {
    /** To learn: messages go from net to net as the channel has them. */
    LEARN,
    /** To tell what is to come: the same, from target networks. */
    TARGET,
    /** To play with what was learned: the game hands on whole symbols. */
    PLAY
  }

  private final Graph graph = new Graph();
  private final Team team;
  private final int batch;
  private final List<@Nullable Tensor> signals = new ArrayList<>();
  private final List<float[]> pixelsNow = new ArrayList<>();
  private final @Nullable Program begin;
  private final List<List<Cell>> cells = new ArrayList<>();
  private final List<Program> steps = new ArrayList<>();

  /** Records as many steps. */
  Unrolled(Team team, int batch, int count, Use use) {
    this.team = team;
    this.batch = batch;
    List<@Nullable Tensor> images = new ArrayList<>();
    List<@Nullable Indices> who = new ArrayList<>();
    Function<Group, Net> net = use == Use.TARGET ? Group::target : Group::net;
    boolean anySignal = false;
    for (Group group : team.groups()) {
      int rows = group.sharers() * batch;
      boolean sees = group.seesSignal();
      Tensor signal = sees ? graph.input(rows, group.wiring().seat().pixels()) : null;
      signals.add(signal);
      pixelsNow.add(new float[signal == null ? 0 : signal.length()]);
      images.add(signal == null ? null : net.apply(group).see(signal));
      who.add(group.sharers() > 1 ? sharers(group) : null);
      anySignal |= sees;
    }
    begin = anySignal ? graph.forward() : null;
    boolean hard = use == Use.PLAY || team.plan().channel().isAction();
    for (int t = 0; t < count; t++) {
      List<Cell> before = t == 0 ? List.of() : cells.get(t - 1);
      List<Cell> now = new ArrayList<>();
      for (Group group : team.groups()) {
        int p = group.place();
        Cell.Ground ground =
            new Cell.Ground(graph, batch, t, hard, use == Use.LEARN, images.get(p), who.get(p));
        now.add(new Cell(ground, group, net.apply(group), before));
      }
      cells.add(now);
      steps.add(graph.forward());
    }
  }

  private Indices sharers(Group group) {
    Indices who = graph.indices(group.sharers() * batch);
    for (int row = 0; row < who.rows(); row++) {
      who.set(row, row / batch);
    }
    return who;
  }

  /** Where more can be recorded. */
  Graph graph() {
    return graph;
  }

  int batch() {
    return batch;
  }

  /** How many steps there are. */
  int steps() {
    return steps.size();
  }

  /** A policy at a step. */
  Cell cell(int step, Group group) {
    return cells.get(step).get(group.place());
  }

  /** Takes the signals of the episodes. */
  private void begin(Trail trail) {
    if (begin == null) {
      return;
    }
    for (Group group : team.groups()) {
      Tensor signal = signals.get(group.place());
      if (signal != null) {
        float[] pixels = pixelsNow.get(group.place());
        int size = signal.columns();
        for (int s = 0; s < group.sharers(); s++) {
          Track track = trail.track(group.wirings().get(s).seat().agent());
          for (int e = 0; e < batch; e++) {
            track.copyPixels(e, pixels, (s * batch + e) * size);
          }
        }
        signal.write(pixels);
      }
    }
    begin.run();
  }

  /** Draws the noise of the messages of a step. */
  void draw(int step) {
    for (Group group : team.groups()) {
      cell(step, group).draw(group.noise());
    }
  }

  /** Takes the noise of the same step of another net. */
  void drawAs(Unrolled other, int step) {
    for (Group group : team.groups()) {
      cell(step, group).drawAs(other.cell(step, group));
    }
  }

  /** Takes what a trail has for a step, and computes it; steps come in order. */
  void run(Trail trail, int step) {
    if (step == 0) {
      begin(trail);
    }
    for (Group group : team.groups()) {
      cell(step, group).feed(trail, team);
    }
    steps.get(step).run();
    for (Group group : team.groups()) {
      cell(step, group).read();
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
