package dev.parley.train;

import dev.parley.datasets.Signals;
import dev.parley.error.Problem;
import java.util.List;
import java.util.Map;

/** A plan that trains nothing: its learner plays at random and follows a script. */
record Fake(Setup setup, int size, Script script) implements Plan<Fake> {

  static final Setup SMALL =
      Setup.DEFAULT.rounds(30).batch(4).dataset(Signals.of(4, 3).perClass(10));

  /** Another door, far from the first: among other things, the gradient has a limit. */
  static final Setup FAR = SMALL.seed(987_654).rounds(4_321).batch(777).holdout(0.321).clip(2);

  static Fake plan() {
    return new Fake(SMALL, 3, new Script());
  }

  @Override
  public Fake with(Setup value) {
    return new Fake(value, size, script);
  }

  @Override
  public Map<String, Fake> doors() {
    return Map.of(
        "Fake.plan()", new Fake(SMALL, 3, script), "Fake.far()", new Fake(FAR, 3, script));
  }

  @Override
  public List<Problem> conflicts() {
    return script.conflicts;
  }

  @Override
  public Learner learner(Stage stage) {
    script.calls.add("learner");
    return new FakeLearner(this, stage);
  }
}
