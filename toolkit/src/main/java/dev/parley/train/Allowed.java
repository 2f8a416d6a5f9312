package dev.parley.train;

import dev.parley.error.SettingException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of a record may be. Numbers are asked of the record's own checks: it is given a
 * value that cannot be, and its refusal says what can.
 */
final class Allowed {

  /** The record with another value in the place of a part. */
  private interface Changed {
    Record with(Object value);
  }

  /** A part of a record. */
  private record Part(String name, Class<?> type, Object value, Changed whole) {}

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** The parts of this record. */
  Allowed(Record record) {
    parts(record, changed -> (Record) changed).forEach(part -> parts.put(part.name(), part));
  }

  /**
   * What else a part may be, in some words; empty if that cannot be told, or if there is nothing.
   *
   * @param known a value that is known, and not told again
   */
  String of(String name, Object known) {
    Part part = parts.get(name);
    return part == null ? "" : of(part, known);
  }

  private static String of(Part part, Object known) {
    Object value = part.value();
    if (value instanceof Boolean truth) {
      return truth ? "or false" : "or true";
    }
    if (value instanceof Enum<?> word) {
      return others(part.name(), word, known);
    }
    if (value instanceof Long) {
      return refusal(part, Long.MIN_VALUE, "a whole number");
    }
    if (value instanceof Integer) {
      return refusal(part, Integer.MIN_VALUE, "a whole number");
    }
    if (value instanceof Double) {
      return refusal(part, Double.NaN, "a number");
    }
    if (!part.type().isRecord()) {
      return String.join(", ", Types.standard().fitting(part.type()).keySet());
    }
    List<String> made = makers(part.type());
    if (made.isEmpty()) {
      return ofParts(part, (Record) value);
    }
    return made.stream()
        .filter(call -> !call.equals(value.toString()) && !call.equals(known.toString()))
        .collect(Collectors.joining(", "));
  }

  /** The calls that make values of a type, such as {@code Quantiser.ema()}, sorted. */
  private static List<String> makers(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == type)
        .map(method -> type.getSimpleName() + "." + call(method))
        .distinct()
        .sorted()
        .toList();
  }

  private static String call(Method method) {
    return method.getName() + (method.getParameterCount() == 0 ? "()" : "(…)");
  }

  /** A value in short: the word alone of an enum, else what stands in the call. */
  static String text(String name, Object value) {
    return value instanceof Enum<?> word && !(value instanceof Spoken)
        ? word.name()
        : PlanText.argument(name, value);
  }

  /** The other values of an enum. */
  private static String others(String name, Enum<?> value, Object known) {
    List<String> others = new ArrayList<>();
    for (Object other : value.getDeclaringClass().getEnumConstants()) {
      if (!other.equals(value) && !other.equals(known)) {
        others.add(text(name, other));
      }
    }
    return others.isEmpty() ? "" : "or " + String.join(", ", others);
  }

  /** What the parts may be; once, if all may be the same; of three or more the first. */
  private static String ofParts(Part part, Record value) {
    Map<String, String> each = new LinkedHashMap<>();
    for (Part inner : parts(value, part.whole())) {
      each.put(inner.name(), of(inner, inner.value()));
    }
    if (Set.copyOf(each.values()).size() <= 1) {
      return String.join("", Set.copyOf(each.values()));
    }
    String told =
        each.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .limit(each.size() > 2 ? 1 : 2)
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining("; "));
    return each.size() > 2 ? told + "; …" : told;
  }

  private static String refusal(Part part, Object impossible, String otherwise) {
    try {
      part.whole().with(impossible);
      return otherwise;
    } catch (SettingException e) {
      return brief(e.problems().get(0).value("allowed").orElse(otherwise));
    }
  }

  /** A range as it fits a card. */
  private static String brief(String range) {
    return range.replace("a finite number, ", "").replaceFirst("^(\\S+) or more$", "≥ $1");
  }

  /**
   * The parts of a record.
   *
   * @param whole what the record is a part of, made of the changed record
   */
  private static List<Part> parts(Record record, Changed whole) {
    Map<String, Object> values = new LinkedHashMap<>();
    PlanText.collect(record, values);
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      int place = parts.size();
      String name = component.getName();
      Object own = List.copyOf(values.values()).get(place);
      Changed changed =
          value -> {
            Object[] arguments = values.values().toArray();
            arguments[place] = value;
            return whole.with(make(Types.constructor(record.getClass()), arguments));
          };
      parts.add(new Part(name, component.getType(), own, changed));
    }
    return parts;
  }

  private static Record make(Constructor<? extends Record> constructor, Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a plan's record must be public: " + constructor, e);
    }
  }
}
