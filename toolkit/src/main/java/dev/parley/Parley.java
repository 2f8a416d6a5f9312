package dev.parley;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Card;
import dev.parley.train.Plan;
import dev.parley.train.SettingsCard;
import dev.parley.train.Setup;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Help at a prompt: {@code Parley.help()} says how to begin. Each card fits what JShell echoes, and
 * every line of code in it can be typed as it stands, those of a topic in their order after those
 * of {@code Parley.help("start")}.
 */
public final class Parley {

  private Parley() {}

  /** How to begin, and what else can be asked. */
  public static Card help() {
    return Topic.START.card();
  }

  /**
   * A topic.
   *
   * @param topic such as {@code "run"}; {@link #help()} names them all
   * @throws SettingException if there is none of that name
   */
  public static Card help(@Nullable String topic) {
    String label = topic == null ? "" : topic.strip().toLowerCase(Locale.ROOT);
    for (Topic each : Topic.values()) {
      if (each.label().equals(label)) {
        return each.card();
      }
    }
    throw unknown(String.valueOf(topic));
  }

  /**
   * What can be done with a value: of a plan, its settings, what they are and may be; of any other,
   * or of a class, the topic that it belongs to.
   *
   * @param thing a plan, its {@code setup()}, a run, a study, a game, or the class of one
   * @throws SettingException if there is no topic for it
   */
  public static Card help(@Nullable Object thing) {
    if (thing instanceof Plan<?> plan) {
      return SettingsCard.own(plan);
    }
    if (thing instanceof Setup setup) {
      return SettingsCard.shared(setup);
    }
    if (thing == null || thing instanceof String) {
      return help((String) thing);
    }
    Class<?> type = thing instanceof Class<?> named ? named : thing.getClass();
    for (Topic each : Topic.values()) {
      if (each.isAbout(type)) {
        return each.card();
      }
    }
    throw unknown("a value of " + type.getSimpleName());
  }

  private static SettingException unknown(String got) {
    String topics =
        Arrays.stream(Topic.values())
            .map(topic -> '"' + topic.label() + '"')
            .collect(Collectors.joining(", "));
    return new SettingException(
        Problem.with("help").got(got).allowed(topics + ", a plan, run, study or game"));
  }
}
