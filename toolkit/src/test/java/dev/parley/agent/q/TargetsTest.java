package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets, each looked for forward from its own moment. */
class TargetsTest {

  private static final int BATCH = 16;

  private static final QLearning SMALL =
      QLearning.RIAL
          .environment(Whisper.standard())
          .batch(BATCH)
          .hidden(5)
          .layers(1)
          .epsilon(0.8)
          .discount(0.7);

  static Stream<QLearning> plans() {
    return Stream.of(
        SMALL,
        SMALL.averageHeads(false),
        SMALL.environment(new Whisper(false, true, true)).doubleQ(true),
        SMALL.environment(new Whisper(false, true, true)).averageHeads(false).horizon(3),
        SMALL.environment(SwitchRiddle.of(3)),
        SMALL.environment(SwitchRiddle.of(3)).averageHeads(false).doubleQ(true),
        SMALL.environment(SwitchRiddle.of(3)).channel(Channel.dru(2)).horizon(3),
        SMALL.environment(SumOfDigits.standard()).policies(Policies.SEPARATE));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void eachIsWhatComesUntilTheNextMomentAndThatMomentsValue(QLearning plan) {
    Samples samples = new Signals(Whisper.NUMBERS, 3, 5, 0.1, 1).load();
    List<Seat> seats = Seat.of(plan.setup().environment().roles(), plan.speech(), samples);
    int steps = plan.steps();
    try (Team team = new Team(plan, seats, Streams.of(5));
        Unrolled online = new Unrolled(team, BATCH, steps + 1, Unrolled.Use.LEARN);
        Unrolled target = new Unrolled(team, BATCH, steps + 1, Unrolled.Use.TARGET)) {
      Trail trail = new Trail(team.wirings(), BATCH, steps);
      Table table = new Table(plan.setup().environment(), seats, steps, BATCH);
      Acting acting = new Acting(team, online, trail, table, true);
      acting.explore(plan.epsilon().at(0));
      acting.finish(
          table.play(
              samples,
              plan.setup().environment().open(samples, BATCH, Streams.of(7)),
              acting,
              acting));
      for (int t = 0; t < target.steps(); t++) {
        target.run(trail, t);
      }
      Targets targets = new Targets(plan, target, online, 3);
      int found = 0;
      for (Group group : team.groups()) {
        for (int s = 0; s < group.sharers(); s++) {
          found += check(plan, targets, group, s, trail, online, target);
        }
      }
      assertTrue(found > BATCH, found + " targets");
    }
  }

  private static int check(
      QLearning plan,
      Targets targets,
      Group group,
      int sharer,
      Trail trail,
      Unrolled online,
      Unrolled target) {
    List<Integer> steps = new ArrayList<>();
    Cell[] judges = new Cell[target.steps()];
    Cell[] choosers = new Cell[target.steps()];
    for (int t = 0; t < judges.length; t++) {
      judges[t] = target.cell(t, group);
      choosers[t] = plan.doubleQ() ? online.cell(t, group) : judges[t];
    }
    Track track = trail.track(group.wirings().get(sharer).seat().agent());
    Worth checks =
        new Worth() {
          @Override
          public void learn(int step, int choice, int row, double y, boolean counts) {
            int e = row % BATCH;
            boolean free = track.openings(track.wiring().choices().get(choice), step, e) > 1;
            assertTrue(counts || !free);
            if (counts) {
              double expected = expected(plan, trail, track, choice, row, step, judges, choosers);
              assertEquals(expected, y, 1e-6);
              steps.add(step);
            }
          }

          @Override
          public void came(int step, int row, double worth) {}
        };
    targets.judge(group, sharer, trail, checks);
    return steps.size();
  }

  private static double expected(
      QLearning plan,
      Trail trail,
      Track track,
      int choice,
      int row,
      int step,
      Cell[] judges,
      Cell[] choosers) {
    int e = row % BATCH;
    int next = step + 1;
    double earned = track.reward(step, e);
    while (next < trail.length(e) && !track.acts(next, e)) {
      earned += track.reward(next, e);
      next++;
    }
    boolean goesOn = next < trail.length(e) || trail.cutOff(e);
    double value = goesOn ? value(plan, track, choice, row, next, judges, choosers) : 0;
    return earned + plan.discount() * value;
  }

  private static double value(
      QLearning plan, Track track, int choice, int row, int step, Cell[] judges, Cell[] choosers) {
    Wiring wiring = track.wiring();
    List<Double> free = new ArrayList<>();
    List<Double> done = new ArrayList<>();
    List<Double> each = new ArrayList<>();
    boolean own = false;
    int from = 0;
    for (int c = 0; c < wiring.choices().size(); c++) {
      int head = wiring.choices().get(c);
      int best = -1;
      int open = 0;
      for (int o = 0; o < wiring.choice(c).options(); o++) {
        if (track.open(head, o, step, row % BATCH)) {
          open++;
          float now = choosers[step].value(row, from + o);
          best = best < 0 || now > choosers[step].value(row, from + best) ? o : best;
        }
      }
      double value = judges[step].value(row, from + best);
      each.add(value);
      if (open > 1) {
        free.add(value);
        own |= c == choice;
      }
      if (!wiring.choice(c).isSaid()) {
        done.add(value);
      }
      from += wiring.choice(c).options();
    }
    if (own && !plan.averageHeads()) {
      return each.get(choice);
    }
    List<Double> counted = free.isEmpty() ? done : free;
    boolean forced = free.isEmpty() && !wiring.choice(choice).isSaid() && !plan.averageHeads();
    return forced ? each.get(choice) : counted.stream().mapToDouble(v -> v).average().orElseThrow();
  }
}
