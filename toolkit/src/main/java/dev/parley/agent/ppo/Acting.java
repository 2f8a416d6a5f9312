package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Program;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of all agents of a policy in a batch of episodes, as it is recorded. A row is an agent
 * in an episode: those of the first agent, then those of the second.
 */
final class Acting implements AutoCloseable {

  private final Graph graph = new Graph();
  private final Tensor seen;
  private final Tensor judged;
  private final List<Tensor> masks = new ArrayList<>();
  private final List<Indices> chosen = new ArrayList<>();
  private final List<Tensor> options = new ArrayList<>();
  private final Tensor logs;
  private final Tensor value;
  private final Program judge;
  private final Program choose;
  private final float[] logsRead;
  private final float[] valuesRead;

  /**
   * Records it.
   *
   * @param total how many numbers all agents see, for a critic that sees them; 0 for one that sees
   *     what the agent sees
   * @param choices where choices are drawn from
   */
  Acting(PolicyNet net, Seat seat, int rows, int total, RandomStream choices) {
    seen = graph.input(rows, seat.inputs());
    judged = total == 0 ? seen : graph.input(rows, total);
    value = net.value(judged);
    judge = graph.forward();
    for (Seat.Head head : seat.heads()) {
      masks.add(graph.input(rows, head.options()));
    }
    Tensor sum = null;
    for (Tensor each : net.logs(seen, masks)) {
      Indices drawn = Softmax.sample(each, choices);
      options.add(each);
      chosen.add(drawn);
      Tensor picked = Lookup.pick(each, drawn);
      sum = sum == null ? picked : Elementwise.add(sum, picked);
    }
    if (sum == null) {
      throw new IllegalArgumentException("a policy without choices");
    }
    logs = sum;
    choose = graph.forward();
    logsRead = new float[rows];
    valuesRead = new float[rows];
  }

  /** Shows what an agent sees in each episode, from a row on. */
  void see(Table table, Seat seat, int first) {
    for (int e = 0; e < table.batch(); e++) {
      seen.writeRow(first + e, table.seen(seat.agent()), e * seat.inputs());
    }
  }

  /** Opens and closes the options of an agent in each episode, from a row on. */
  void open(Table table, Seat seat, int first) {
    for (int h = 0; h < seat.heads().size(); h++) {
      for (int e = 0; e < table.batch(); e++) {
        for (int option = 0; option < seat.heads().get(h).options(); option++) {
          masks.get(h).write(first + e, option, table.mask(seat, h, option, e));
        }
      }
    }
  }

  /** Writes down what was chosen for an agent in each episode, from a row on. */
  void act(Table table, Seat seat, int first) {
    for (int h = 0; h < seat.heads().size(); h++) {
      int[] into = table.actions().choice(seat.agent(), seat.heads().get(h).which());
      for (int e = 0; e < table.batch(); e++) {
        into[e] = chosen.get(h).get(first + e);
      }
    }
  }

  /** What all agents see, for a row. */
  void seeAll(int row, float[] all) {
    judged.writeRow(row, all, 0);
  }

  /** Judges all rows. */
  void judge() {
    judge.run();
    value.read(valuesRead);
  }

  /**
   * Chooses in all rows.
   *
   * @param best whether what is most probable is chosen rather than drawn; its log-probability is
   *     not asked for
   */
  void choose(boolean best) {
    choose.run();
    logs.read(logsRead);
    for (int h = 0; best && h < options.size(); h++) {
      Softmax.settle(options.get(h), chosen.get(h));
    }
  }

  /** The value of a row, as the net has it. */
  float value(int row) {
    return valuesRead[row];
  }

  /** The log-probability of all choices of a row together. */
  float log(int row) {
    return logsRead[row];
  }

  @Override
  public void close() {
    graph.close();
  }
}
