package dev.parley.train;

import dev.parley.analysis.Interventions;
import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.language.MessageLog;
import dev.parley.random.RandomStream;
import dev.parley.state.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two agents who play at random; a says the label, b says what it does. */
final class FakeLearner implements Learner {

  private final Script script;
  private final Stage stage;
  private final Episodes episodes;
  private final RandomStream choices;
  private final MessageLog messages;
  private final Map<String, RoundLog.Column> columns = new LinkedHashMap<>();

  FakeLearner(Fake plan, Stage stage) {
    this.script = plan.script();
    this.stage = stage;
    this.episodes = stage.episodes();
    this.choices = stage.streams().stream("choices");
    this.messages =
        script.speaks
            ? new MessageLog(List.of("a", "b"), 1, 10, plan.setup().batch(), 1, 1000)
            : MessageLog.none();
    script.stage = stage;
    columns.put("joint_reward", stage.log().jointReward());
    columns.put("reward_a", stage.log().column("reward_a"));
    columns.put("defections", stage.log().count("defections"));
  }

  @Override
  public int preparations() {
    return script.preparations;
  }

  @Override
  public void prepare(int step) {
    script.calls.add("prepare " + step);
    script.preparing.accept(step);
  }

  @Override
  public void begin() {
    script.calls.add("begin");
    script.beginning.run();
  }

  @Override
  public void round(int round) {
    script.calls.add("round " + round);
    script.playing.accept(round);
    episodes.reset();
    int[][] actions = new int[2][episodes.batch()];
    int defections = 0;
    for (int e = 0; e < episodes.batch(); e++) {
      for (int agent = 0; agent < 2; agent++) {
        actions[agent][e] = choices.nextInt(2);
        defections += actions[agent][e];
      }
    }
    episodes.step(Actions.of(actions));
    double first = 0;
    double joint = 0;
    for (int e = 0; e < episodes.batch(); e++) {
      first += episodes.reward(0, e);
      joint += episodes.reward(0, e) + episodes.reward(1, e);
    }
    column("joint_reward").set(joint / episodes.batch());
    column("reward_a").set(first / episodes.batch());
    column("defections").set(defections);
    remember(actions);
    script.logging.accept(round, this::column);
  }

  private RoundLog.Column column(String name) {
    RoundLog.Column column = columns.get(name);
    if (column == null) {
      throw new AssertionError(name);
    }
    return column;
  }

  private void remember(int[][] actions) {
    for (int e = 0; script.speaks && e < episodes.batch(); e++) {
      int label = stage.train().label(episodes.signal(e));
      messages.begin(label);
      messages.said(0, 0, label);
      messages.said(1, 0, actions[1][e]);
      messages.did(0, actions[0][e]);
      messages.did(1, actions[1][e]);
    }
  }

  @Override
  public double[] evaluate(int episodes) {
    script.calls.add("evaluate " + episodes);
    return script.evaluating.apply(episodes);
  }

  @Override
  public Optional<Interventions> interventions(int atLeast) {
    script.calls.add("interventions " + atLeast);
    script.auditing.run();
    return script.interventions;
  }

  @Override
  public void keep(State state) {
    script.calls.add(state.restoring() ? "restore" : "save");
    state.stream("choices", choices);
    script.weights = state.floats("weights", script.weights, script.weights.length);
    episodes.keep(state.part("episodes"));
    messages.keep(state.part("messages"), 10, 2);
  }

  @Override
  public Outcome outcome() {
    script.calls.add("outcome");
    script.ending.run();
    return new Outcome(script.preparation, script.codeUse, messages);
  }

  @Override
  public Map<String, String> engine() {
    return Map.of("backend", "none at all", "threads", "1");
  }

  @Override
  public void close() {
    script.calls.add("close");
  }
}
