package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.nn.Adam;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Parameters;
import java.util.Arrays;
import java.util.List;

/** A policy: its nets, how its agents act by it, and how it learns from what came of that. */
final class Policy implements AutoCloseable {

  /** What is added to the deviation of advantages before they are divided by it (CleanRL). */
  private static final double LEAST_DEVIATION = 1e-8;

  private static final double NATS_PER_BIT = Math.log(2);

  private final Ppo plan;
  private final String name;
  private final List<Seat> seats;
  private final Parameters parameters = new Parameters();
  private final Acting acting;
  private final Lesson lesson;
  private final Adam adam;
  private final RandomStream choices;
  private final RandomStream order;
  private final ReturnScale scale;
  private final Progress progress = new Progress();
  private final int moments;
  private final int[] live;
  private final float[] all;
  private double mean;
  private double deviation;

  /**
   * A policy before its first round.
   *
   * @param seats the agents that act by it; what they see and do is of one size
   * @param everybody all agents of the game
   */
  Policy(Ppo plan, String name, List<Seat> seats, List<Seat> everybody, Streams streams) {
    this.plan = plan;
    this.name = name;
    this.seats = List.copyOf(seats);
    Seat first = seats.get(0);
    boolean central = plan.critic() == Critic.CENTRAL;
    int total = central ? everybody.stream().mapToInt(Seat::inputs).sum() : 0;
    int batch = plan.setup().batch();
    choices = streams.stream("choices");
    order = streams.stream("order");
    PolicyNet net =
        new PolicyNet(plan, parameters, first, central ? total : first.inputs(), streams);
    acting = new Acting(net, first, seats.size() * batch, total, choices);
    moments = batch * plan.steps();
    live = new int[seats.size() * moments];
    lesson = new Lesson(plan, net, first, Math.min(plan.minibatch(), live.length), total);
    adam = new Adam(parameters, plan.setup().clip());
    scale = new ReturnScale(plan.normaliseValues());
    all = new float[total];
  }

  String name() {
    return name;
  }

  List<Seat> seats() {
    return seats;
  }

  Acting acting() {
    return acting;
  }

  RandomStream choices() {
    return choices;
  }

  /** What its critic says of a row, as a return. */
  double value(int row) {
    return scale.returned(acting.value(row));
  }

  /** How the last round's learning went. */
  Progress progress() {
    return progress;
  }

  /** Learns from the moments at which its agents acted; from none if none did. */
  void learn(int round, List<Track> tracks) {
    progress.clear();
    int count = gather(tracks);
    if (count == 0) {
      return;
    }
    int parts = (count + lesson.rows() - 1) / lesson.rows();
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      order.shuffle(live, count);
      for (int part = 0; part < parts; part++) {
        int from = (int) ((long) part * count / parts);
        int to = (int) ((long) (part + 1) * count / parts);
        fill(tracks, from, to);
        lesson.run(round);
        adam.step(plan.setup().learningRate().at(round));
        progress.add(lesson);
      }
    }
  }

  /** Finds the moments, and what advantages and returns are like. */
  private int gather(List<Track> tracks) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    double returns = 0;
    double returnSquares = 0;
    for (int s = 0; s < seats.size(); s++) {
      Track track = tracks.get(seats.get(s).agent());
      for (int m = 0; m < moments; m++) {
        if (track.acted(m)) {
          live[count++] = s * moments + m;
          sum += track.advantage(m);
          squares += track.advantage(m) * track.advantage(m);
          returns += track.target(m);
          returnSquares += track.target(m) * track.target(m);
        }
      }
    }
    if (count > 0) {
      boolean standard = plan.normaliseAdvantages();
      mean = standard ? sum / count : 0;
      double variance = Math.max(0, squares / count - mean * mean);
      deviation = standard ? Math.sqrt(variance) + LEAST_DEVIATION : 1;
      scale.take(returns / count, returnSquares / count);
    }
    return count;
  }

  /** Rows that are left over repeat the first, with weight 0. */
  private void fill(List<Track> tracks, int from, int to) {
    for (int row = 0; row < lesson.rows(); row++) {
      boolean counts = row < to - from;
      int at = live[counts ? from + row : from];
      Track track = tracks.get(seats.get(at / moments).agent());
      int moment = at % moments;
      lesson.take(row, track, moment);
      if (all.length > 0) {
        side(tracks, moment);
        lesson.takeAll(row, all);
      }
      lesson.weigh(
          row,
          counts ? (track.advantage(moment) - mean) / deviation : 0,
          scale.scaled(track.target(moment)),
          counts ? 1.0 / (to - from) : 0);
    }
  }

  private void side(List<Track> tracks, int moment) {
    int at = 0;
    for (Track each : tracks) {
      each.copySeen(moment, all, at);
      at += each.seat().inputs();
    }
  }

  void keep(State state) {
    adam.keep(state);
    scale.keep(state);
    state.stream("choices", choices);
    state.stream("order", order);
  }

  @Override
  public void close() {
    adam.close();
    acting.close();
    lesson.close();
    parameters.close();
  }

  /** Means over the steps of a round. */
  static final class Progress {

    private final double[] sums = new double[10];
    private int steps;

    private void clear() {
      Arrays.fill(sums, 0);
      steps = 0;
    }

    private void add(Lesson lesson) {
      sums[0] += lesson.policyLoss();
      sums[1] += lesson.valueLoss();
      sums[2] += lesson.doneEntropy();
      sums[3] += lesson.saidEntropy();
      sums[4] += lesson.divergence();
      sums[5] += lesson.clipped();
      sums[6] += lesson.biases().meanEntropy();
      sums[7] += lesson.biases().signalling();
      sums[8] += lesson.biases().difference();
      sums[9] += lesson.biases().crossEntropy();
      steps++;
    }

    private double mean(int which) {
      return steps == 0 ? 0 : sums[which] / steps;
    }

    double policyLoss() {
      return mean(0);
    }

    double valueLoss() {
      return mean(1);
    }

    double doneEntropy() {
      return mean(2);
    }

    double saidEntropy() {
      return mean(3);
    }

    double divergence() {
      return mean(4);
    }

    double clipped() {
      return mean(5);
    }

    double meanEntropy() {
      return mean(6) / NATS_PER_BIT;
    }

    double signalling() {
      return mean(7);
    }

    double difference() {
      return mean(8);
    }

    double crossEntropy() {
      return mean(9);
    }
  }
}
