package dev.parley.agent.q;

import dev.parley.train.RoundLog;
import java.util.ArrayList;
import java.util.List;

/** What Q-learning logs of each round. */
final class RoundColumns {

  private final RoundLog.Column jointReward;
  private final RoundLog.Column steps;
  private final List<RoundLog.Column> returns = new ArrayList<>();
  private final RoundLog.Column loss;
  private final RoundLog.Column value;
  private final RoundLog.Column epsilon;

  RoundColumns(List<Wiring> wirings, RoundLog log) {
    jointReward = log.jointReward();
    steps = log.count("steps");
    wirings.forEach(wiring -> returns.add(log.column("return_" + wiring.seat().name())));
    loss = log.column("loss");
    value = log.column("mean_abs_q");
    epsilon = log.column("epsilon");
  }

  void set(Trail trail, Lesson lesson, double explored) {
    double joint = 0;
    for (int agent = 0; agent < returns.size(); agent++) {
      double sum = 0;
      for (int e = 0; e < trail.episodes(); e++) {
        for (int t = 0; t < trail.length(e); t++) {
          sum += trail.track(agent).reward(t, e);
        }
      }
      returns.get(agent).set(sum / trail.episodes());
      joint += sum / trail.episodes();
    }
    jointReward.set(joint);
    steps.set(trail.played());
    loss.set(lesson.loss());
    value.set(lesson.meanValue());
    epsilon.set(explored);
  }
}
