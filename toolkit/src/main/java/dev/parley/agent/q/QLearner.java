package dev.parley.agent.q;

import dev.parley.agent.play.Company;
import dev.parley.agent.play.Examination;
import dev.parley.agent.play.Intervention;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.agent.play.Telling;
import dev.parley.agent.play.Transcript;
import dev.parley.agent.play.Witnesses;
import dev.parley.analysis.Interventions;
import dev.parley.env.Episodes;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.state.State;
import dev.parley.tensor.Engine;
import dev.parley.train.Learner;
import dev.parley.train.Outcome;
import dev.parley.train.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Q-learning: in each round a batch of whole episodes, and one update. */
final class QLearner implements Learner {

  private final QLearning plan;
  private final Stage stage;
  private final Team team;
  private final Episodes episodes;
  private final Table table;
  private final Unrolled online;
  private final Unrolled target;
  private final Acting acting;
  private final Lesson lesson;
  private final @Nullable Memory memory;
  private final Hired hired;
  private final Company players;
  private final Transcript transcript;
  private final Telling telling;
  private final Witnesses witnesses;
  private final RoundColumns columns;
  private @Nullable Unrolled play;
  private @Nullable Company best;

  QLearner(QLearning plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    Streams streams = stage.streams();
    int batch = plan.setup().batch();
    int steps = plan.steps();
    List<Seat> seats = Seat.of(plan.setup().environment().roles(), plan.speech(), stage.train());
    team = new Team(plan, seats, streams);
    team.groups().forEach(Group::copyToTarget);
    episodes = stage.episodes();
    table = new Table(plan.setup().environment(), seats, steps, batch);
    boolean tellsTheEnd = plan.doubleQ() || plan.batchNorm();
    int own = tellsTheEnd ? steps + 1 : steps;
    online = new Unrolled(team, batch, own, Unrolled.Use.LEARN);
    target = new Unrolled(team, batch, steps + 1, Unrolled.Use.TARGET);
    acting = new Acting(team, online, new Trail(team.wirings(), batch, steps), table, true);
    hired = new Hired(plan, table, streams);
    players = company(acting);
    lesson = new Lesson(team, online, target, steps);
    memory = plan.replay() == 0 ? null : new Memory(plan, team, streams.stream("replay"));
    transcript = new Transcript(plan.setup(), table);
    telling = new Telling(stage, table, transcript);
    witnesses = new Witnesses(List.of(acting, transcript, telling));
    columns = new RoundColumns(team.wirings(), stage.log());
  }

  private Company company(Acting learners) {
    return new Company(
        learners, plan.policies(), table.seats(), table.batch(), stage.streams(), hired);
  }

  @Override
  public void round(int round) {
    double epsilon = plan.epsilon().at(round);
    acting.explore(epsilon);
    telling.began(round);
    acting.finish(table.play(stage.train(), episodes, players, witnesses));
    telling.ended();
    transcript.take(episodes);
    Trail played = acting.trail();
    Trail learned = played;
    if (memory != null) {
      memory.take(played);
      learned = memory.draw();
      for (int t = 0; t < online.steps(); t++) {
        online.run(learned, t);
      }
    }
    judge(learned);
    lesson.run(learned);
    for (Group group : team.groups()) {
      group.learn(round);
      if ((round + 1) % plan.target() == 0) {
        group.copyToTarget();
      }
    }
    columns.set(played, lesson, epsilon);
  }

  /** The last step tells only what was still to come where an episode was cut off. */
  private void judge(Trail trail) {
    int count = trail.anyCutOff() ? target.steps() : target.steps() - 1;
    for (int t = 0; t < count; t++) {
      if (t < online.steps()) {
        target.drawAs(online, t);
      }
      target.run(trail, t);
    }
  }

  /** The agents without noise and without chance, by whole symbols. */
  private Company best() {
    if (best == null) {
      Unrolled nets = new Unrolled(team, table.batch(), table.horizon(), Unrolled.Use.PLAY);
      play = nets;
      Trail trail = new Trail(team.wirings(), table.batch(), table.horizon());
      best = company(new Acting(team, nets, trail, table, false));
    }
    return best;
  }

  @Override
  public double[] evaluate(int count) {
    return new Examination(stage, table, best()).play(count);
  }

  @Override
  public Optional<Interventions> interventions(int atLeast) {
    return new Intervention(stage, plan.speech(), table, best()).play(atLeast);
  }

  @Override
  public void keep(State state) {
    team.groups().forEach(group -> group.keep(state.part("policy_" + group.name())));
    players.keep(state.part("partners"));
    episodes.keep(state.part("episodes"));
    transcript.keep(state.part("messages"));
    if (memory != null) {
      memory.keep(state.part("replay"));
    }
  }

  @Override
  public Outcome outcome() {
    return new Outcome(() -> Tables.named("preparation"), Map.of(), transcript.log());
  }

  @Override
  public Map<String, String> engine() {
    return Engine.describe();
  }

  @Override
  public void close() {
    if (play != null) {
      play.close();
    }
    online.close();
    target.close();
    hired.close();
    team.close();
  }
}
