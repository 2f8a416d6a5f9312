package dev.parley.train;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a plan cannot be read back from its archive. */
final class Obstacles {

  /** What JShell puts in front of the name that a type has for its author. */
  private static final Pattern JSHELL = Pattern.compile("^REPL\\.\\$JShell\\$\\w+\\$");

  private final Types types;

  private Obstacles(Types types) {
    this.types = types;
  }

  /** The first obstacle, in words that name the setting; empty if there is none. */
  static Optional<String> of(Plan<?> plan) {
    return of(plan, Types.standard());
  }

  /** The first obstacle, if these are the types that can be read back. */
  static Optional<String> of(Plan<?> plan, Types types) {
    if (!types.fitting(Plan.class).containsValue(plan.getClass())) {
      return Optional.of("plan: " + unknown(plan));
    }
    return new Obstacles(types).in((Record) plan, "");
  }

  private Optional<String> in(Record record, String path) {
    Map<String, Object> values = new LinkedHashMap<>();
    PlanText.collect(record, values);
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      Object value = values.get(part.getName());
      Optional<String> found =
          value instanceof Setup setup
              ? in(setup, path)
              : in(part.getGenericType(), value, path + part.getName());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> in(Type type, @Nullable Object value, String path) {
    if (!(type instanceof ParameterizedType many)) {
      return in((Class<?>) type, value, path);
    }
    Type each = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> in(each, entry.getValue(), path + "." + entry.getKey()))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(part -> in(each, part, path)).flatMap(Optional::stream).findFirst();
    }
    return in((Class<?>) many.getRawType(), value, path);
  }

  private Optional<String> in(Class<?> declared, @Nullable Object value, String path) {
    if (value == null) {
      return Optional.of(path + ": null");
    }
    if (value instanceof Path file) {
      return file.getFileSystem().equals(FileSystems.getDefault())
          ? Optional.empty()
          : Optional.of(path + ": a path of another file system, " + file.toUri());
    }
    if (declared.isEnum() || Leaf.of(declared).isPresent()) {
      return Optional.empty();
    }
    if (value instanceof Record record
        && types.fitting(declared).containsValue(record.getClass())
        && isOpen(record)) {
      return in(record, path + ".");
    }
    return Optional.of(path + ": " + unknown(value));
  }

  private static boolean isOpen(Record record) {
    return PlanText.isOpen(record) && Types.constructor(record.getClass()).canAccess(null);
  }

  private static String unknown(Object value) {
    Class<?> type = value.getClass();
    String name = type.isHidden() ? "a lambda" : JSHELL.matcher(type.getName()).replaceFirst("");
    return name + " is not in the catalogue of types that can be read back";
  }
}
