package dev.parley.study;

import dev.parley.train.Plan;
import dev.parley.train.PlanText;

/**
 * One run of a study: all that a runner needs to know of it.
 *
 * @param key names the numbers that it will have: what it depends on, hashed, and the seed
 * @param plan with its seed
 */
public record Trial(String key, Plan<?> plan) {

  /** The plan as a line of Java. */
  @Override
  public String toString() {
    return PlanText.line(plan);
  }
}
