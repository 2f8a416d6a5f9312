package dev.parley.agent.ppo;

import dev.parley.agent.play.Company;
import dev.parley.agent.play.Examination;
import dev.parley.agent.play.Intervention;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.agent.play.Telling;
import dev.parley.agent.play.Transcript;
import dev.parley.agent.play.Witnesses;
import dev.parley.analysis.Interventions;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.state.State;
import dev.parley.tensor.Engine;
import dev.parley.train.Learner;
import dev.parley.train.Outcome;
import dev.parley.train.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PPO: in each round a batch of whole episodes, and several passes over it. */
final class PpoLearner implements Learner {

  private final Ppo plan;
  private final Stage stage;
  private final Table table;
  private final List<Policy> policies = new ArrayList<>();
  private final Hired hired;
  private final Company players;
  private final Rollout rollout;
  private final Transcript transcript;
  private final Telling telling;
  private final Witnesses witnesses;
  private final RoundColumns columns;

  PpoLearner(Ppo plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    List<Seat> seats = Seat.of(plan.setup().environment().roles(), plan.speech(), stage.train());
    Streams streams = stage.streams();
    plan.policies()
        .groups(seats)
        .forEach(
            (name, group) ->
                policies.add(
                    new Policy(plan, name, group, seats, streams.child("policy " + name))));
    Playing playing = new Playing(plan, seats, policies);
    hired = new Hired(plan, seats, streams);
    players = new Company(playing, plan.policies(), seats, plan.setup().batch(), streams, hired);
    table = new Table(plan.setup().environment(), seats, plan.steps(), plan.setup().batch());
    rollout = new Rollout(plan, table, playing, players, stage);
    transcript = new Transcript(plan.setup(), table);
    telling = new Telling(stage, table, transcript);
    witnesses = new Witnesses(List.of(rollout, transcript, telling));
    columns = new RoundColumns(plan, seats, policies, stage.log());
  }

  @Override
  public void round(int round) {
    telling.began(round);
    rollout.play(witnesses);
    telling.ended();
    for (Policy policy : policies) {
      policy.learn(round, rollout.tracks());
    }
    transcript.take(rollout.episodes());
    columns.set(rollout);
  }

  @Override
  public double[] evaluate(int count) {
    return new Examination(stage, table, players).play(count);
  }

  @Override
  public Optional<Interventions> interventions(int atLeast) {
    return new Intervention(stage, plan.speech(), table, players).play(atLeast);
  }

  @Override
  public void keep(State state) {
    policies.forEach(policy -> policy.keep(state.part("policy_" + policy.name())));
    players.keep(state.part("partners"));
    rollout.episodes().keep(state.part("episodes"));
    transcript.keep(state.part("messages"));
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
    policies.forEach(Policy::close);
    hired.close();
  }
}
