package dev.parley.train;

import dev.parley.nn.Schedule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as one line of Java that makes an equal plan: the door, and a call for every setting that
 * differs from the base.
 */
public final class PlanText {

  private PlanText() {}

  /** The line: the shortest that one of the plan's doors leads to. */
  public static String line(Plan<?> plan) {
    return plan.doors().entrySet().stream()
        .map(door -> from(door.getKey(), door.getValue(), plan))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static String from(String door, Plan<?> base, Plan<?> plan) {
    StringBuilder line = new StringBuilder(door);
    Map<String, Object> known = settings(base);
    settings(plan)
        .forEach(
            (name, value) -> {
              if (!value.equals(known.get(name))) {
                line.append('.').append(call(name, value));
              }
            });
    return line.toString();
  }

  /** All settings by name, those of the plan itself before those that every plan has. */
  public static Map<String, Object> settings(Plan<?> plan) {
    Map<String, Object> settings = new LinkedHashMap<>();
    collect((Record) plan, settings);
    settings.remove("setup");
    collect(plan.setup(), settings);
    return settings;
  }

  /** Whether the parts of a record can be read: not those of another package's private record. */
  static boolean isOpen(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .allMatch(part -> part.getAccessor().canAccess(record));
  }

  /** The parts of a record by name, in the order of its declaration. */
  static void collect(Record record, Map<String, Object> into) {
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      try {
        into.put(part.getName(), part.getAccessor().invoke(record));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a plan's record must be public: " + record.getClass(), e);
      }
    }
  }

  /** The call that gives a setting this value, such as {@code codebook(50)}. */
  public static String call(String name, Object value) {
    if (value instanceof Spoken spoken) {
      return spoken.call(name);
    }
    if (value instanceof Schedule s) {
      String decay = s.decay() == 1 ? "" : ", " + s.decay();
      return name + "(" + s.start() + decay + ")";
    }
    return name + "(" + java(value) + ")";
  }

  /** A value as a table shows it: a number, a word, or what stands in the call that sets it. */
  public static String shown(String name, Object value) {
    if (value instanceof Number || value instanceof String) {
      return value.toString();
    }
    if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
    return argument(name, value);
  }

  /** What stands in the call that gives a setting this value; all of a call of another name. */
  static String argument(String name, Object value) {
    String call = call(name, value);
    return call.startsWith(name + "(")
        ? call.substring(name.length() + 1, call.length() - 1)
        : call;
  }

  private static String java(Object value) {
    if (value instanceof Long l) {
      return l == l.intValue() ? l.toString() : l + "L";
    }
    if (value instanceof Double d && d.isInfinite()) {
      return "Double.POSITIVE_INFINITY";
    }
    if (value instanceof Enum<?> e) {
      return e.getDeclaringClass().getSimpleName() + "." + e.name();
    }
    return value.toString();
  }
}
