package dev.parley.agent.q;

import dev.parley.agent.channel.Line;
import dev.parley.agent.play.Seat;
import dev.parley.nn.BatchNorm;
import dev.parley.nn.Embedding;
import dev.parley.nn.Gru;
import dev.parley.nn.Linear;
import dev.parley.nn.Start;
import dev.parley.random.RandomStream;
import dev.parley.state.State;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent net of a policy (Foerster et al., 2016): what is seen, what is heard, what was
 * chosen last and who it is each give a vector, and their sum goes through gated recurrent units
 * into a value for every option, and the numbers that are sent.
 */
final class Net {

  /** The paper's, for all parameters of recurrent layers. */
  private static final double RECURRENT = 0.08;

  private final Linear task;
  private final @Nullable Linear pixels;
  private final @Nullable Linear image;
  private final @Nullable BatchNorm norm;
  private final @Nullable Linear ears;
  private final List<Embedding> last = new ArrayList<>();
  private final @Nullable Embedding who;
  private final List<Gru> memory = new ArrayList<>();
  private final Linear before;
  private final Linear out;
  private final List<Line> lines = new ArrayList<>();
  private final int values;

  /**
   * A net as it begins.
   *
   * @param wiring of any of the agents that it is for, who are alike
   * @param sharers how many they are
   */
  Net(QLearning plan, Parameters parameters, Wiring wiring, int sharers, RandomStream stream) {
    int hidden = plan.hidden();
    task = new Linear(parameters, wiring.inputs(), hidden, Activation.NONE, stream);
    int signal = wiring.seat().pixels();
    boolean sees = signal > 0;
    pixels = sees ? new Linear(parameters, signal, hidden, Activation.RELU, stream) : null;
    image = sees ? new Linear(parameters, hidden, hidden, Activation.NONE, stream) : null;
    int heard = heard(plan, wiring);
    boolean hears = heard > 0;
    norm = hears && plan.batchNorm() ? new BatchNorm(parameters, heard, plan.steps() + 1) : null;
    Activation activation = plan.channel().isAction() ? Activation.NONE : Activation.RELU;
    ears = hears ? new Linear(parameters, heard, hidden, activation, stream) : null;
    int outputs = 0;
    for (int c = 0; c < wiring.choices().size(); c++) {
      Seat.Head head = wiring.choice(c);
      last.add(new Embedding(parameters, head.options() + 1, hidden, stream));
      outputs += head.options();
    }
    values = outputs;
    who = sharers > 1 ? new Embedding(parameters, sharers, hidden, stream) : null;
    for (int i = 0; i < plan.layers(); i++) {
      Start start = Start.uniform(RECURRENT);
      memory.add(new Gru(parameters, hidden, hidden, start, start, stream));
    }
    for (int w = 0; w < wiring.words().size(); w++) {
      Line line = plan.channel().line(wiring.word(w).options(), parameters, stream);
      lines.add(line);
      outputs += line.numbers();
    }
    before = new Linear(parameters, hidden, hidden, Activation.RELU, stream);
    out = new Linear(parameters, hidden, outputs, Activation.NONE, stream);
  }

  /** How many numbers an agent of that wiring hears. */
  static int heard(QLearning plan, Wiring wiring) {
    return wiring.ears().stream().mapToInt(ear -> plan.channel().width(ear.symbols())).sum();
  }

  /** The lines on which it sends. */
  List<Line> lines() {
    return lines;
  }

  /** The columns of values among its outputs; what is sent comes after. */
  int values() {
    return values;
  }

  /** Records what a signal [rows, numbers] gives, once an episode. */
  Tensor see(Tensor signal) {
    if (pixels == null || image == null) {
      throw new IllegalStateException("a signal for a net without eyes");
    }
    return image.apply(pixels.apply(signal));
  }

  /**
   * What goes in at a step.
   *
   * @param seen [rows, features]
   * @param image what the signal gave, [rows, hidden]; null without signals
   * @param heard [rows, numbers]; null for who hears nothing
   * @param last what was chosen last, choice by choice, the number of options for nothing
   * @param who which of the sharers; null for one alone
   */
  record Input(
      Tensor seen,
      @Nullable Tensor image,
      @Nullable Tensor heard,
      List<Indices> last,
      @Nullable Indices who) {}

  /**
   * Records a step.
   *
   * @param step counted from 0
   * @param states of the recurrent layers before, [rows, hidden] each; replaced by those after
   * @param batch whether what is heard is normalised by the batch rather than by the running
   *     statistics
   * @return [rows, values and what is sent]
   */
  Tensor step(int step, Input input, List<Tensor> states, boolean batch) {
    Tensor x = task.apply(input.seen());
    if (input.image() != null) {
      x = Elementwise.add(x, input.image());
    }
    if (input.heard() != null && ears != null) {
      x = Elementwise.add(x, ears.apply(normalised(step, input.heard(), batch)));
    }
    for (int c = 0; c < last.size(); c++) {
      x = Elementwise.add(x, last.get(c).apply(input.last().get(c)));
    }
    if (who != null && input.who() != null) {
      x = Elementwise.add(x, who.apply(input.who()));
    }
    for (int i = 0; i < memory.size(); i++) {
      x = memory.get(i).apply(x, states.get(i));
      states.set(i, x);
    }
    return out.apply(before.apply(x));
  }

  private Tensor normalised(int step, Tensor heard, boolean batch) {
    if (norm == null) {
      return heard;
    }
    return batch ? norm.train(heard, step) : norm.evaluate(heard, step);
  }

  /** The numbers among the outputs that are sent on a line. */
  Tensor sent(Tensor outputs, int line) {
    int from = values;
    for (int i = 0; i < line; i++) {
      from += lines.get(i).numbers();
    }
    return Columns.slice(outputs, from, from + lines.get(line).numbers());
  }

  /** Takes over what another net has besides parameters. */
  void copyStatistics(Net other) {
    if (norm != null && other.norm != null) {
      norm.copyStatistics(other.norm);
    }
  }

  /** Saves or restores what it has besides parameters. */
  void keep(State state) {
    if (norm != null) {
      norm.keep(state.part("norm"));
    }
  }
}
