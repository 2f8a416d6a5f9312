package dev.parley.study;

import dev.parley.error.ParleyException;
import dev.parley.train.PlanText;
import dev.parley.train.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What a study keeps of one trial.
 *
 * @param key of the trial
 * @param line the plan as a line of Java
 * @param seed of the plan
 * @param measures numbers by name; see {@link Run#measures}
 * @param verdict of the audit, in a word; empty if nobody speaks
 * @param rewards the joint reward of each round
 * @param facts what the numbers depend on
 * @param seconds that it took
 * @param failure what went wrong; empty if nothing did
 */
public record TrialRecord(
    String key,
    String line,
    long seed,
    Map<String, Double> measures,
    String verdict,
    List<Double> rewards,
    Map<String, String> facts,
    double seconds,
    String failure) {

  /** Copies the collections. */
  public TrialRecord {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    rewards = List.copyOf(rewards);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** What a finished run comes to. */
  public static TrialRecord of(Trial trial, Run run) {
    return new TrialRecord(
        trial.key(),
        PlanText.line(trial.plan()),
        trial.plan().setup().seed(),
        run.measures(),
        run.audit().done() ? run.audit().verdict().toString() : "",
        DoubleStream.of(run.jointReward()).boxed().toList(),
        run.provenance().facts(),
        run.time().toMillis() / 1e3,
        "");
  }

  /** A trial that came to nothing. */
  public static TrialRecord failed(Trial trial, Throwable cause, double seconds) {
    String text =
        cause instanceof ParleyException told
            ? told.problems().get(0).toString()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new TrialRecord(
        trial.key(),
        PlanText.line(trial.plan()),
        trial.plan().setup().seed(),
        Map.of(),
        "",
        List.of(),
        Map.of(),
        seconds,
        text.replaceAll("\\s*\\R\\s*", "; "));
  }

  /** Whether it came to nothing. */
  public boolean failed() {
    return !failure.isEmpty();
  }

  /** A measure; NaN if this trial has none of that name. */
  double measure(String name) {
    return measures.getOrDefault(name, Double.NaN);
  }

  /** The same, but a run that did not converge counts as one that does in its last round. */
  double counted(String name) {
    double value = measure(name);
    return name.equals("converged_round") && Double.isNaN(value) ? measure("rounds") : value;
  }
}
