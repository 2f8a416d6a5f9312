package dev.parley.train;

import dev.parley.report.Card;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a plan for somebody who looks for one: what each is, as it stands in the call
 * that sets it, and what else it can be. All of it is read off the plan's own record and asked of
 * its own checks.
 */
public final class SettingsCard {

  private SettingsCard() {}

  /** The settings that only plans of this kind have. */
  public static Card own(Plan<?> plan) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    PlanText.collect((Record) base(plan), defaults);
    Card card = card("Settings of " + plan.getClass().getSimpleName(), (Record) plan, defaults);
    return card.line("seed, rounds …", "Parley.help(plan.setup())");
  }

  /** The settings that every plan has. */
  public static Card shared(Setup setup) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    PlanText.collect(Setup.DEFAULT, defaults);
    return card("Settings of every plan", setup, defaults);
  }

  /** What a plan of this kind is where nothing has been set. */
  private static Plan<?> base(Plan<?> plan) {
    return plan.doors().entrySet().stream()
        .filter(door -> door.getKey().startsWith("Experiment."))
        .<Plan<?>>map(Map.Entry::getValue)
        .findFirst()
        .orElse(plan);
  }

  private static Card card(String title, Record record, Map<String, Object> defaults) {
    Map<String, Object> values = new LinkedHashMap<>();
    PlanText.collect(record, values);
    Card card = new Card(title);
    Allowed allowed = new Allowed(record);
    values.forEach(
        (name, value) -> {
          if (!(value instanceof Setup)) {
            Object usual = defaults.getOrDefault(name, value);
            String known = usual.equals(value) ? "" : "default " + Allowed.text(name, usual);
            String note =
                Stream.of(known, allowed.of(name, usual))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
            String text = PlanText.argument(name, value);
            card.line(name, note.isEmpty() ? text : text + " (" + note + ")");
          }
        });
    return card;
  }
}
