package dev.parley.agent.ppo;

import dev.parley.analysis.Interventions;
import dev.parley.env.Episodes;
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
  private final Episodes episodes;
  private final List<Seat> seats;
  private final List<Policy> policies = new ArrayList<>();
  private final Playing playing;
  private final Rollout rollout;
  private final Transcript transcript;
  private final RoundColumns columns;

  PpoLearner(Ppo plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    seats = Seat.of(plan);
    Streams streams = stage.streams();
    for (List<Seat> group : Playing.groups(plan, seats)) {
      boolean shared = plan.policies() == Policies.SHARED;
      String name = shared ? "shared" : group.get(0).name();
      policies.add(new Policy(plan, name, group, seats, streams.child("policy " + name)));
    }
    episodes = stage.episodes();
    playing = new Playing(plan, seats, policies);
    rollout = new Rollout(plan, seats, playing, episodes);
    transcript = new Transcript(plan, seats);
    columns = new RoundColumns(plan.setup().batch(), seats, policies, stage.log());
  }

  @Override
  public void round(int round) {
    rollout.play();
    for (Policy policy : policies) {
      policy.learn(round, rollout.tracks());
    }
    transcript.take(episodes, rollout.tracks());
    columns.set(rollout);
  }

  @Override
  public Optional<Interventions> interventions(int atLeast) {
    return new Intervention(plan, stage, seats, policies, playing).play(atLeast);
  }

  @Override
  public void keep(State state) {
    policies.forEach(policy -> policy.keep(state.part("policy_" + policy.name())));
    episodes.keep(state.part("episodes"));
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
  }
}
