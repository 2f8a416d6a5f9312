package dev.parley.agent.q;

import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all policies learn from a batch of episodes, as it is recorded: the sum over steps, agents
 * and choices of the squared distances of values from their targets, and what a channel learns by
 * itself, divided by the number of agents and episodes.
 */
final class Lesson implements Worth {

  /** A choice of a policy's agents at a step. */
  private static final class Taken {

    private final Indices chosen;
    private final Tensor target;
    private final Tensor weights;
    private final float[] targets;
    private final float[] counts;

    Taken(Graph graph, int rows) {
      chosen = graph.indices(rows);
      target = graph.input(rows, 1);
      weights = graph.input(rows, 1);
      targets = new float[rows];
      counts = new float[rows];
    }

    Tensor loss(Tensor values) {
      Tensor error = Elementwise.subtract(Lookup.pick(values, chosen), target);
      return Reduce.sum(Elementwise.multiply(error, Elementwise.multiply(error, weights)));
    }

    void write() {
      target.write(targets);
      weights.write(counts);
    }
  }

  /** What is sent by a policy's agents at a step, if the channel learns from what comes of it. */
  private static final class Spoken {

    private final Tensor worth;
    private final Tensor weights;
    private final float[] came;
    private final float[] counts;

    /** Of each episode: what came of its words together, and how many they are. */
    private final double[] sums;

    private final int[] words;

    Spoken(Graph graph, int rows, int episodes) {
      worth = graph.input(rows, 1);
      weights = graph.input(rows, 1);
      came = new float[rows];
      counts = new float[rows];
      sums = new double[episodes];
      words = new int[episodes];
    }

    /** What came of words is told against what came of those of all other episodes. */
    void compare() {
      Arrays.fill(sums, 0);
      Arrays.fill(words, 0);
      double sum = 0;
      int count = 0;
      for (int row = 0; row < counts.length; row++) {
        if (counts[row] > 0) {
          int episode = row % sums.length;
          sums[episode] += came[row];
          words[episode]++;
          sum += came[row];
          count++;
        }
      }
      for (int row = 0; row < counts.length; row++) {
        int episode = row % sums.length;
        int others = count - words[episode];
        double mean = others > 0 ? (sum - sums[episode]) / others : 0;
        worth.write(row, 0, counts[row] > 0 ? (float) (came[row] - mean) : 0);
      }
      weights.write(counts);
    }
  }

  private final Team team;
  private final Unrolled online;
  private final Targets targets;
  private final int steps;
  private final float share;

  /** [step · policies + policy][choice] */
  private final List<List<Taken>> taken = new ArrayList<>();

  /** [step · policies + policy][word] */
  private final List<List<Spoken>> spoken = new ArrayList<>();

  private final Tensor loss;
  private final @Nullable Program learn;
  private Group judged;
  private double values;
  private long moments;

  Lesson(Team team, Unrolled online, Unrolled target, int steps) {
    this.team = team;
    this.online = online;
    this.steps = steps;
    this.share = 1f / (team.learners() * online.batch());
    int most = team.groups().stream().mapToInt(g -> g.wiring().choices().size()).max().orElse(0);
    targets = new Targets(team.plan(), target, online, most);
    judged = team.groups().get(0);
    Tensor sum = null;
    for (int t = 0; t < steps; t++) {
      for (Group group : team.groups()) {
        for (Tensor each : losses(t, group)) {
          sum = sum == null ? each : Elementwise.add(sum, each);
        }
      }
    }
    if (sum == null) {
      throw new IllegalStateException("nothing to learn");
    }
    loss = Elementwise.scale(sum, share);
    learn = online.graph().backwardFromZero(loss);
  }

  private List<Tensor> losses(int step, Group group) {
    Cell cell = online.cell(step, group);
    Graph graph = online.graph();
    List<Tensor> losses = new ArrayList<>();
    List<Taken> here = new ArrayList<>();
    for (int c = 0; c < group.wiring().choices().size(); c++) {
      Taken one = new Taken(graph, cell.rows());
      here.add(one);
      losses.add(one.loss(cell.out()));
    }
    taken.add(here);
    List<Spoken> said = new ArrayList<>();
    for (int w = 0; w < cell.sent().size(); w++) {
      Spoken one = new Spoken(graph, cell.rows(), online.batch());
      Optional<Tensor> own = cell.sent().get(w).loss(one.weights, one.worth);
      said.add(one);
      own.ifPresent(losses::add);
    }
    spoken.add(said);
    return losses;
  }

  /** Computes the gradients of all policies from what happened. */
  void run(Trail trail) {
    values = 0;
    moments = 0;
    for (Group group : team.groups()) {
      judged = group;
      clear(group);
      for (int s = 0; s < group.sharers(); s++) {
        targets.judge(group, s, trail, this);
        choose(group, s, trail);
      }
      for (int t = 0; t < steps; t++) {
        taken.get(place(t)).forEach(Taken::write);
        spoken.get(place(t)).forEach(Spoken::compare);
      }
    }
    if (learn != null) {
      learn.run();
    }
  }

  private int place(int step) {
    return step * team.groups().size() + judged.place();
  }

  private void clear(Group group) {
    judged = group;
    for (int t = 0; t < steps; t++) {
      taken.get(place(t)).forEach(one -> Arrays.fill(one.counts, 0));
      taken.get(place(t)).forEach(one -> Arrays.fill(one.targets, 0));
      spoken.get(place(t)).forEach(one -> Arrays.fill(one.counts, 0));
      spoken.get(place(t)).forEach(one -> Arrays.fill(one.came, 0));
    }
  }

  /** Writes what an agent has chosen, and when it had words to choose from. */
  private void choose(Group group, int sharer, Trail trail) {
    Wiring wiring = group.wirings().get(sharer);
    Track track = trail.track(wiring.seat().agent());
    for (int t = 0; t < steps; t++) {
      for (int e = 0; e < trail.episodes(); e++) {
        int row = sharer * trail.episodes() + e;
        int option = 0;
        for (int c = 0; c < wiring.choices().size(); c++) {
          int chosen = option + track.choice(wiring.choices().get(c), t, e);
          taken.get(place(t)).get(c).chosen.set(row, chosen);
          if (track.acts(t, e)) {
            values += Math.abs(online.cell(t, group).value(row, chosen));
            moments++;
          }
          option += wiring.choice(c).options();
        }
        for (int w = 0; w < wiring.words().size(); w++) {
          int head = wiring.words().get(w);
          boolean speaks =
              track.acts(t, e) && (wiring.word(w).options() == 1 || track.openings(head, t, e) > 1);
          spoken.get(place(t)).get(w).counts[row] = speaks ? 1 : 0;
        }
      }
    }
  }

  @Override
  public void learn(int step, int choice, int row, double target, boolean counts) {
    Taken one = taken.get(place(step)).get(choice);
    one.targets[row] = (float) target;
    one.counts[row] = counts ? 1 : 0;
  }

  @Override
  public void came(int step, int row, double worth) {
    for (Spoken words : spoken.get(place(step))) {
      words.came[row] = (float) worth;
    }
  }

  /** The loss of the last run. */
  double loss() {
    return loss.item();
  }

  /** The mean over agents and choices of how large the values of what was chosen are. */
  double meanValue() {
    return moments == 0 ? 0 : values / moments;
  }
}
