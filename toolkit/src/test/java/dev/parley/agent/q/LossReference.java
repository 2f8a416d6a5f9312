package dev.parley.agent.q;

import dev.parley.agent.channel.DruChannel;
import dev.parley.agent.channel.VqChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of Q-learning as docs/q-learning.md writes it, in 64-bit floats, over the steps of a
 * batch of episodes: nets, channel, and what is heard of whom.
 */
final class LossReference {

  /**
   * What is not computed here but given: everything that is a constant to the gradient.
   *
   * @param trail what happened
   * @param worths targets and what they count
   * @param noises [step][policy][word] of all rows
   */
  record Given(Trail trail, Worths worths, List<List<List<double[]>>> noises) {}

  private final Team team;
  private final QLearning plan;
  private final Given given;
  private final Lines lines;
  private final int batch;
  private final int steps;

  LossReference(Team team, Given given) {
    this.team = team;
    plan = team.plan();
    this.given = given;
    lines = new Lines(plan.channel());
    batch = given.trail.episodes();
    steps = given.trail.steps();
  }

  /** The loss, of the parameters of all policies, one after the other. */
  double loss(double[] values) {
    lines.again();
    List<Doubles> nets = new ArrayList<>();
    List<List<double[][]>> states = new ArrayList<>();
    int from = 0;
    for (Group group : team.groups()) {
      int count = group.parameters().length();
      double[] own = new double[count];
      System.arraycopy(values, from, own, 0, count);
      from += count;
      nets.add(new Doubles(own));
      List<double[][]> zeros = new ArrayList<>();
      for (int i = 0; i < plan.layers(); i++) {
        zeros.add(new double[group.sharers() * batch][plan.hidden()]);
      }
      states.add(zeros);
    }
    double loss = 0;
    List<double[][]> messages = List.of();
    for (int t = 0; t < steps; t++) {
      List<double[][]> now = new ArrayList<>();
      for (Group group : team.groups()) {
        Doubles net = nets.get(group.place());
        net.rewind(0);
        Step step = new Step(t, group, net, states.get(group.place()), messages);
        now.add(step.run());
        loss += step.loss;
        if (!net.atEnd()) {
          throw new AssertionError("parameters are left over: " + net.read());
        }
      }
      messages = now;
    }
    return (loss + lines.loss()) / (team.learners() * batch);
  }

  /** One step of one policy. */
  private final class Step {

    private final int t;
    private final Group group;
    private final Doubles net;
    private final List<double[][]> states;
    private final List<double[][]> before;
    private final int rows;
    private double loss;

    Step(int t, Group group, Doubles net, List<double[][]> states, List<double[][]> before) {
      this.t = t;
      this.group = group;
      this.net = net;
      this.states = states;
      this.before = before;
      rows = group.sharers() * batch;
    }

    private Track track(int row) {
      return given.trail.track(group.wirings().get(row / batch).seat().agent());
    }

    /** Adds to the loss, and gives the messages. */
    double[][] run() {
      Wiring wiring = group.wiring();
      double[][] x = net.linear(seen(), plan.hidden());
      if (wiring.seat().pixels() > 0) {
        double[][] inner = Doubles.relu(net.linear(pixels(), plan.hidden()));
        Doubles.add(x, net.linear(inner, plan.hidden()));
      }
      if (group.heard() > 0) {
        double[][] heard = heard();
        heard = plan.batchNorm() ? net.norm(heard) : heard;
        double[][] y = net.linear(heard, plan.hidden());
        Doubles.add(x, plan.channel().isAction() ? y : Doubles.relu(y));
      }
      for (int c = 0; c < wiring.choices().size(); c++) {
        double[][] table = net.take(wiring.choice(c).options() + 1, plan.hidden());
        Doubles.add(x, last(c, table));
      }
      if (group.sharers() > 1) {
        Doubles.add(x, who());
      }
      for (int i = 0; i < plan.layers(); i++) {
        x = net.gru(x, states.get(i));
        states.set(i, x);
      }
      List<double[][]> codes = new ArrayList<>();
      for (int w = 0; w < wiring.words().size(); w++) {
        int symbols = wiring.word(w).options();
        codes.add(
            plan.channel() instanceof VqChannel vq
                ? net.take(symbols, vq.size())
                : new double[0][]);
      }
      double[][] y = Doubles.relu(net.linear(x, plan.hidden()));
      double[][] out = net.linear(y, outputs());
      errors(out);
      return send(out, codes);
    }

    private double[][] who() {
      double[][] table = net.take(group.sharers(), plan.hidden());
      double[][] who = new double[rows][];
      for (int row = 0; row < rows; row++) {
        who[row] = table[row / batch];
      }
      return who;
    }

    private int numbers(int word) {
      int symbols = group.wiring().word(word).options();
      return plan.channel() instanceof DruChannel || plan.channel() instanceof VqChannel
          ? plan.channel().width(symbols)
          : symbols;
    }

    private int values() {
      int sum = 0;
      for (int c = 0; c < group.wiring().choices().size(); c++) {
        sum += group.wiring().choice(c).options();
      }
      return sum;
    }

    private int outputs() {
      int sum = values();
      for (int w = 0; w < group.wiring().words().size(); w++) {
        sum += numbers(w);
      }
      return sum;
    }

    private double[][] seen() {
      double[][] x = new double[rows][group.wiring().inputs()];
      float[] read = new float[group.wiring().inputs()];
      for (int row = 0; row < rows; row++) {
        track(row).copySeen(t, row % batch, read, 0);
        for (int i = 0; i < read.length; i++) {
          x[row][i] = read[i];
        }
      }
      return x;
    }

    private double[][] pixels() {
      double[][] x = new double[rows][group.wiring().seat().pixels()];
      float[] image = new float[group.wiring().seat().pixels()];
      for (int row = 0; row < rows; row++) {
        track(row).copyPixels(row % batch, image, 0);
        for (int i = 0; i < image.length; i++) {
          x[row][i] = image[i];
        }
      }
      return x;
    }

    private double[][] heard() {
      double[][] x = new double[rows][group.heard()];
      for (int row = 0; row < rows; row++) {
        int e = row % batch;
        int speaker = track(row).speaker(t, e);
        boolean spoke = speaker >= 0 && t > 0 && given.trail.track(speaker).acts(t - 1, e);
        if (plan.channel().isAction() || (speaker >= 0 && !spoke)) {
          x[row] = observed(track(row), e);
        } else if (spoke) {
          Group from = java.util.Objects.requireNonNull(team.of(speaker));
          x[row] = before.get(from.place())[from.row(speaker, row % batch, batch)];
        }
      }
      return x;
    }

    /** Whole symbols, as the game hands them on, in the form of the channel. */
    private double[] observed(Track track, int episode) {
      float[] read = new float[group.heard()];
      int at = 0;
      for (int i = 0; i < group.wiring().ears().size(); i++) {
        int symbol = track.heard(i, t, episode);
        int symbols = group.wiring().ears().get(i).symbols();
        if (symbol >= 0) {
          plan.channel().vector(symbol, symbols, read, at);
        }
        at += plan.channel().width(symbols);
      }
      double[] x = new double[read.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = read[i];
      }
      return x;
    }

    private double[][] last(int choice, double[][] table) {
      double[][] x = new double[rows][];
      for (int row = 0; row < rows; row++) {
        int e = row % batch;
        boolean acted = t > 0 && track(row).acts(t - 1, e);
        int head = group.wiring().choices().get(choice);
        x[row] = table[acted ? track(row).choice(head, t - 1, e) : table.length - 1];
      }
      return x;
    }

    private void errors(double[][] out) {
      int from = 0;
      for (int c = 0; c < group.wiring().choices().size(); c++) {
        for (int row = 0; row < rows; row++) {
          int head = group.wiring().choices().get(c);
          double value = out[row][from + track(row).choice(head, t, row % batch)];
          double error = value - given.worths.target(group.place(), t, c, row);
          loss += given.worths.weight(group.place(), t, c, row) * error * error;
        }
        from += group.wiring().choice(c).options();
      }
    }

    private double[][] send(double[][] out, List<double[][]> codes) {
      int words = group.wiring().words().size();
      double[][] sent = new double[rows][];
      for (int row = 0; row < rows; row++) {
        int from = values();
        double[] whole = new double[0];
        for (int w = 0; w < words; w++) {
          double[] m = part(out[row], from, numbers(w));
          double[] noise = given.noises.get(t).get(group.place()).get(w);
          double[] own = noise.length == 0 ? noise : part(noise, row * m.length, m.length);
          double weight = speaks(w, row) ? 1 : 0;
          double worth = given.worths.advantage(group, t, w, row);
          double[] one = lines.send(m, own, masks(w, row), codes.get(w), weight, worth);
          double[] longer = part(whole, 0, whole.length + one.length);
          System.arraycopy(one, 0, longer, whole.length, one.length);
          whole = longer;
          from += m.length;
        }
        sent[row] = whole;
      }
      return sent;
    }

    private boolean speaks(int word, int row) {
      return given.worths.speaks(group, t, word, row);
    }

    private double[] masks(int word, int row) {
      double[] masks = new double[group.wiring().word(word).options()];
      int head = group.wiring().words().get(word);
      for (int o = 0; o < masks.length && track(row).acts(t, row % batch); o++) {
        masks[o] = track(row).open(head, o, t, row % batch) ? 0 : -1e9;
      }
      return masks;
    }

    private double[] part(double[] all, int from, int length) {
      double[] part = new double[length];
      System.arraycopy(all, from, part, 0, Math.min(length, all.length - from));
      return part;
    }
  }
}
