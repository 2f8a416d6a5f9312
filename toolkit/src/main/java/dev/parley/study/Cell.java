package dev.parley.study;

import dev.parley.train.Plan;
import dev.parley.train.PlanText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One combination of settings of a study, to be run with every seed.
 *
 * @param name what tells it from the others, in a few words
 * @param settings what is varied, by the name of the setting, as it is in this cell
 * @param plan with the seed of the base
 * @param base whether it is the plan that the others are changes of
 */
record Cell(String name, Map<String, Object> settings, Plan<?> plan, boolean base) {

  Cell {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** What a varied setting is in this cell, as a table shows it. */
  String text(String setting) {
    return text(setting, settings.getOrDefault(setting, ""));
  }

  /** A value as a table shows it: a number, a word, or what stands in the call that sets it. */
  static String text(String name, Object value) {
    return PlanText.shown(name, value);
  }

  /** The same plan with another seed. */
  Plan<?> seeded(long seed) {
    return plan.seed(seed);
  }
}
