package dev.parley.train;

import dev.parley.env.Anchors;
import dev.parley.language.Audit;
import dev.parley.language.MessageLog;
import dev.parley.report.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finished runs made by hand. */
final class Runs {

  static final Anchors NOT_NEEDED = new Anchors(4, 9, 9, 9);
  static final Anchors NEEDED = new Anchors(4.5, 5, 7, 10);

  private static final Provenance PROVENANCE =
      new Provenance(Map.of("backend", "CPU", "nd4j", "1.0"), Instant.EPOCH);

  private Runs() {}

  /** A run with these joint rewards, one a round. */
  static Run of(Fake plan, Anchors anchors, double... joint) {
    RoundLog log = new RoundLog();
    for (double reward : joint) {
      log.jointReward().set(reward);
      log.endRound();
    }
    return of(plan, anchors, log);
  }

  /** A run with this log. */
  static Run of(Fake plan, Anchors anchors, RoundLog log) {
    Outcome outcome =
        new Outcome(
            () -> Tables.named("preparation"), Map.of("a and b", new long[] {2, 0, 1}), messages());
    return new Run(
        plan,
        anchors,
        log,
        outcome,
        Audit.none(Audit.NOBODY_SPEAKS, anchors),
        PROVENANCE,
        Duration.ofMillis(1234));
  }

  /** Rounds of one reward, then rounds of another. */
  static double[] step(int low, double first, int high, double then) {
    double[] joint = new double[low + high];
    Arrays.fill(joint, 0, low, first);
    Arrays.fill(joint, low, joint.length, then);
    return joint;
  }

  /** Label 0: a says 1 2, b says 3 3; label 1, twice: a says 2 1, b says 3 3. */
  private static MessageLog messages() {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 5, 1, 10, 10);
    for (int label : new int[] {0, 1, 1}) {
      log.begin(label);
      log.said(0, 0, 1 + label);
      log.said(0, 1, 2 - label);
      log.said(1, 0, 3);
      log.said(1, 1, 3);
      log.did(0, label);
      log.did(1, 0);
    }
    return log;
  }
}
