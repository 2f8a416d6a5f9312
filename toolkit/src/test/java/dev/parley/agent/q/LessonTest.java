package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loss of a whole batch of episodes, through time and through the channel, and its gradient in
 * respect of every parameter of every policy, against a second implementation in 64-bit floats and
 * its central differences.
 */
final class LessonTest {

  private static final double STEP = 1e-5;

  private static final QLearning SMALL =
      QLearning.RIAL
          .environment(Whisper.standard())
          .batch(3)
          .hidden(3)
          .layers(1)
          .epsilon(0.5)
          .discount(0.9);

  static Stream<QLearning> plans() {
    QLearning apart = SMALL.policies(Policies.SEPARATE);
    return Stream.of(
        SMALL,
        apart.layers(2).averageHeads(false),
        SMALL.environment(new Whisper(false, true, true)).doubleQ(true),
        SMALL.channel(Channel.dru(2)),
        SMALL.channel(Channel.dru(2)).batchNorm(true).layers(2),
        apart.channel(Channel.dru(0.5)),
        apart.channel(Channel.dru(0.5)).batchNorm(true),
        apart.channel(Channel.dru(1)).environment(new Whisper(true, true, true)),
        SMALL.channel(Channel.gumbel(1.5)),
        apart.channel(Channel.gumbel(0.7)).batchNorm(true),
        apart.channel(Channel.straightThrough(0.9)),
        SMALL.channel(Channel.straightThrough(1.5)),
        SMALL.channel(Channel.reinforce(0.3)),
        apart.channel(Channel.reinforce(0)).environment(new Whisper(false, true, true)),
        SMALL.channel(Channel.vq(3, 0.25)),
        apart.channel(Channel.vq(2, 1)),
        SMALL.environment(SwitchRiddle.of(3)).channel(Channel.dru(2)),
        apart.environment(SwitchRiddle.of(3)).channel(Channel.dru(2)),
        SMALL.environment(new Whisper(false, true, true, true)),
        SMALL.environment(new Whisper(false, true, true, true)).channel(Channel.dru(2)),
        apart.environment(new Whisper(false, true, true, true)).channel(Channel.gumbel(1)),
        SMALL.silent(),
        SMALL.environment(new Whisper(true, false, true)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void lossAndGradientsAreThoseOfTheFormula(QLearning plan) {
    Samples samples = new Signals(Whisper.NUMBERS, 3, 2, 0.1, 1).load();
    List<Seat> seats = Seat.of(plan.setup().environment().roles(), plan.speech(), samples);
    int batch = plan.setup().batch();
    int steps = plan.steps();
    try (Team team = new Team(plan, seats, Streams.of(5));
        Unrolled online = new Unrolled(team, batch, steps + 1, Unrolled.Use.LEARN);
        Unrolled target = new Unrolled(team, batch, steps + 1, Unrolled.Use.TARGET)) {
      Lesson lesson = new Lesson(team, online, target, steps);
      double[] values = begin(team);
      Trail trail = new Trail(team.wirings(), batch, steps);
      Table table = new Table(plan.setup().environment(), seats, steps, batch);
      Acting acting = new Acting(team, online, trail, table, true);
      acting.explore(plan.epsilon().at(0));
      acting.finish(
          table.play(
              samples,
              plan.setup().environment().open(samples, batch, Streams.of(7)),
              acting,
              acting));
      for (int t = 0; t < target.steps(); t++) {
        target.drawAs(online, t);
        target.run(trail, t);
      }
      lesson.run(trail);
      Worths worths = new Worths(trail);
      Targets targets = new Targets(plan, target, online, 3);
      for (Group group : team.groups()) {
        for (int s = 0; s < group.sharers(); s++) {
          targets.judge(group, s, trail, worths.of(group));
        }
      }
      LossReference reference =
          new LossReference(
              team, new LossReference.Given(trail, worths, noises(team, online, steps)));
      assertEquals(reference.loss(values), lesson.loss(), 1e-5 * Math.max(1, lesson.loss()));
      assertGradients(reference, values, gradients(team));
    }
  }

  private static double[] begin(Team team) {
    RandomStream random = new RandomStream(3);
    List<float[]> all = new ArrayList<>();
    for (Group group : team.groups()) {
      float[] values = Initial.normal(group.parameters().length(), 0.5, random);
      group.parameters().write(values);
      all.add(values);
      group.copyToTarget();
    }
    return joined(all);
  }

  private static double[] gradients(Team team) {
    return joined(team.groups().stream().map(g -> g.parameters().gradientsToArray()).toList());
  }

  private static double[] joined(List<float[]> parts) {
    double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      for (float each : part) {
        all[at++] = each;
      }
    }
    return all;
  }

  private static List<List<List<double[]>>> noises(Team team, Unrolled online, int steps) {
    List<List<List<double[]>>> all = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      List<List<double[]>> step = new ArrayList<>();
      for (Group group : team.groups()) {
        step.add(online.cell(t, group).noises().stream().map(n -> joined(List.of(n))).toList());
      }
      all.add(step);
    }
    return all;
  }

  private static void assertGradients(LossReference reference, double[] values, double[] found) {
    int moved = 0;
    for (int i = 0; i < values.length; i++) {
      double at = values[i];
      values[i] = at + STEP;
      double above = reference.loss(values);
      values[i] = at - STEP;
      double below = reference.loss(values);
      values[i] = at;
      double slope = (above - below) / (2 * STEP);
      assertEquals(slope, found[i], 2e-4 * Math.max(1, Math.abs(slope)), "parameter " + i);
      moved += Math.abs(slope) > 1e-4 ? 1 : 0;
    }
    assertTrue(moved > values.length / 5, moved + " of " + values.length + " have a slope");
  }
}
