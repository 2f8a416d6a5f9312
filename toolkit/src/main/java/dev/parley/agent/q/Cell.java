package dev.parley.agent.q;

import dev.parley.agent.channel.Line;
import dev.parley.agent.channel.Sent;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One step of all agents of a policy in a batch of episodes, as it is recorded. A row is an agent
 * in an episode: those of the first agent, then those of the second.
 */
final class Cell {

  /** Far below every preference for a symbol that is open. */
  private static final float CLOSED = -1e9f;

  /**
   * Which messages of a policy's agents get here.
   *
   * @param policy its place among all
   * @param from the row of the message
   * @param comes 1 where one comes, 0 where none does
   */
  private record Route(int policy, Indices from, Tensor comes) {}

  private final Group group;
  private final int batch;
  private final int step;

  /** How many numbers an agent hears, and how many of them are of each symbol. */
  private final int width;

  private final int[] widths;
  private final boolean hard;
  private final Tensor seen;

  /** Whole symbols that are heard; while agents learn, of those who do not, or did not act. */
  private final @Nullable Tensor whole;

  private final @Nullable Tensor heard;
  private final List<Route> routes = new ArrayList<>();
  private final List<Indices> last = new ArrayList<>();
  private final List<Tensor> noises = new ArrayList<>();
  private final List<Tensor> masks = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Tensor> states;
  private final @Nullable Tensor message;
  private final Tensor out;
  private final float[] outRead;
  private final float[] seenNow;
  private final float[] heardNow;
  private final List<float[]> noiseNow = new ArrayList<>();

  /**
   * What a cell is recorded on.
   *
   * @param hard whether whole symbols are heard, as the game hands them on
   * @param normalise whether what is heard is normalised by the batch
   * @param image what the signal gave; null without signals
   * @param who which of the sharers a row is; null for one alone
   */
  record Ground(
      Graph graph,
      int batch,
      int step,
      boolean hard,
      boolean normalise,
      @Nullable Tensor image,
      @Nullable Indices who) {}

  /**
   * Records it.
   *
   * @param before the cells of all policies at the step before, this one's at its own place; none
   *     at the first step
   * @param net of the policy: as it learns, or its target
   */
  Cell(Ground ground, Group group, Net net, List<Cell> before) {
    this.group = group;
    batch = ground.batch();
    step = ground.step();
    hard = ground.hard();
    Graph graph = ground.graph();
    int rows = group.sharers() * batch;
    Wiring wiring = group.wiring();
    seen = graph.input(rows, wiring.inputs());
    seenNow = new float[seen.length()];
    width = group.heard();
    widths = IntStream.range(0, wiring.ears().size()).map(group::width).toArray();
    heardNow = new float[rows * width];
    whole = width == 0 ? null : graph.input(rows, width);
    heard = hard || whole == null ? whole : incoming(graph, rows, whole, before);
    for (int c = 0; c < wiring.choices().size(); c++) {
      last.add(graph.indices(rows));
    }
    states = before.isEmpty() ? group.start(graph, rows) : group.at(before).stateCopy();
    Net.Input input = new Net.Input(seen, ground.image(), heard, last, ground.who());
    out = net.step(step, input, states, ground.normalise());
    outRead = new float[out.length()];
    for (int w = 0; w < net.lines().size(); w++) {
      send(graph, net, w, rows);
    }
    message = hard || sent.isEmpty() ? null : message();
  }

  /** What the messages of the step before come to, as far as they are of the right kind. */
  private Tensor incoming(Graph graph, int rows, Tensor others, List<Cell> before) {
    Tensor sum = others;
    for (Cell cell : before) {
      if (cell.message != null && group.wiring().hears(cell.group.wiring())) {
        Indices from = graph.indices(rows);
        Tensor comes = graph.input(rows, 1);
        routes.add(new Route(cell.group.place(), from, comes));
        Tensor routed = Broadcast.multiplyColumn(Lookup.rows(cell.message, from), comes);
        sum = Elementwise.add(sum, routed);
      }
    }
    return sum;
  }

  private void send(Graph graph, Net net, int w, int rows) {
    Line line = net.lines().get(w);
    Tensor noise = graph.input(rows, Math.max(1, line.noises()));
    Tensor mask = graph.input(rows, group.wiring().word(w).options());
    noises.add(noise);
    noiseNow.add(new float[rows * line.noises()]);
    masks.add(mask);
    sent.add(line.send(net.sent(out, w), noise, mask));
  }

  private Tensor message() {
    return sent.size() == 1
        ? sent.get(0).heard()
        : Columns.concatenate(sent.stream().map(Sent::heard).toArray(Tensor[]::new));
  }

  private List<Tensor> stateCopy() {
    return new ArrayList<>(states);
  }

  /** What is sent, slot by slot. */
  List<Sent> sent() {
    return sent;
  }

  /** The outputs: values, and what is sent. */
  Tensor out() {
    return out;
  }

  /** The rows. */
  int rows() {
    return out.rows();
  }

  /** The value of an option, counted over all choices, in a row. */
  float value(int row, int option) {
    return outRead[row * out.columns() + option];
  }

  /** Takes what was computed last. */
  void read() {
    out.read(outRead);
    sent.forEach(Sent::read);
  }

  /** Draws what the messages of this step take. */
  void draw(RandomStream stream) {
    for (int w = 0; w < sent.size(); w++) {
      Line line = group.net().lines().get(w);
      float[] values = noiseNow.get(w);
      if (line.noises() > 0) {
        for (int row = 0; row < rows(); row++) {
          line.draw(stream, values, row * line.noises());
        }
        noises.get(w).write(values);
      }
    }
  }

  /** What was drawn for the messages of this step, slot by slot: used, not copied. */
  List<float[]> noises() {
    return noiseNow;
  }

  /** Takes the same random numbers as the cell of another net. */
  void drawAs(Cell other) {
    for (int w = 0; w < sent.size(); w++) {
      if (other.noiseNow.get(w).length > 0) {
        noises.get(w).write(other.noiseNow.get(w));
      }
    }
  }

  /** Takes what its agents see and hear, and what they have chosen the step before. */
  void feed(Trail trail, Team team) {
    for (int s = 0; s < group.sharers(); s++) {
      Wiring wiring = group.wirings().get(s);
      Track track = trail.track(wiring.seat().agent());
      for (int e = 0; e < batch; e++) {
        int row = s * batch + e;
        track.copySeen(step, e, seenNow, row * wiring.inputs());
        feedLast(track, row, e);
        int speaker = track.speaker(step, e);
        Group sender = sender(trail, speaker, e, team);
        if (hard || (speaker >= 0 && sender == null)) {
          hear(track, row, e, team);
        } else {
          Arrays.fill(heardNow, row * width, (row + 1) * width, 0);
        }
        route(speaker, sender, row, e);
        for (int w = 0; w < masks.size(); w++) {
          mask(track, w, row, e);
        }
      }
    }
    seen.write(seenNow);
    if (whole != null) {
      whole.write(heardNow);
    }
  }

  private void feedLast(Track track, int row, int episode) {
    boolean acted = step > 0 && track.acts(step - 1, episode);
    for (int c = 0; c < last.size(); c++) {
      int head = track.wiring().choices().get(c);
      int none = track.wiring().choice(c).options();
      last.get(c).set(row, acted ? track.choice(head, step - 1, episode) : none);
    }
  }

  private void hear(Track track, int row, int episode, Team team) {
    int at = row * width;
    for (int i = 0; i < widths.length; i++) {
      int symbol = track.heard(i, step, episode);
      if (symbol < 0) {
        Arrays.fill(heardNow, at, at + widths[i], 0);
      } else {
        team.vector(group, i, track.speaker(step, episode), symbol, heardNow, at);
      }
      at += widths[i];
    }
  }

  /**
   * The policy of a speaker who learns and acted the step before; null for all others, whose whole
   * symbols are heard as the game hands them on.
   */
  private @Nullable Group sender(Trail trail, int speaker, int episode, Team team) {
    boolean spoke = speaker >= 0 && step > 0 && trail.track(speaker).acts(step - 1, episode);
    return spoke ? team.of(speaker) : null;
  }

  private void route(int speaker, @Nullable Group of, int row, int episode) {
    for (Route route : routes) {
      boolean comes = of != null && of.place() == route.policy();
      route.from().set(row, comes && of != null ? of.row(speaker, episode, batch) : 0);
      route.comes().write(row, 0, comes ? 1 : 0);
    }
  }

  private void mask(Track track, int w, int row, int episode) {
    int head = track.wiring().words().get(w);
    boolean acts = track.acts(step, episode);
    for (int o = 0; o < masks.get(w).columns(); o++) {
      boolean closed = acts && !track.open(head, o, step, episode);
      masks.get(w).write(row, o, closed ? CLOSED : 0);
    }
  }
}
