package dev.parley.train;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The types that an archive may name: a fixed table, never a class that a file asks for. */
final class Types {

  /** Looked for when first needed: every place of the class path is searched. */
  private static final class Standard {
    static final Types TYPES =
        new Types(ServiceLoader.load(Catalogue.class, Catalogue.class.getClassLoader()));
  }

  private final Map<String, Class<? extends Record>> known = new TreeMap<>();

  /**
   * The records of these catalogues.
   *
   * @throws IllegalStateException if two have one name
   */
  Types(Iterable<Catalogue> catalogues) {
    for (Catalogue catalogue : catalogues) {
      for (Class<? extends Record> type : catalogue.records()) {
        Class<? extends Record> other = known.put(type.getSimpleName(), type);
        if (other != null && other != type) {
          throw new IllegalStateException("one name for two records: " + type + ", " + other);
        }
      }
    }
  }

  /** The records of all catalogues on the class path. */
  static Types standard() {
    return Standard.TYPES;
  }

  /** All records of the catalogues, in the order of their simple names. */
  List<Class<? extends Record>> records() {
    return List.copyOf(known.values());
  }

  /** The records that may stand where a value of this type is declared, by simple name. */
  Map<String, Class<? extends Record>> fitting(Class<?> declared) {
    Map<String, Class<? extends Record>> fitting = new TreeMap<>();
    if (declared.isRecord()) {
      fitting.put(declared.getSimpleName(), declared.asSubclass(Record.class));
    } else {
      known.forEach(
          (name, type) -> {
            if (declared.isAssignableFrom(type)) {
              fitting.put(name, type);
            }
          });
    }
    return fitting;
  }

  /** The canonical constructor. */
  static Constructor<? extends Record> constructor(Class<? extends Record> type) {
    Class<?>[] parts =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(parts);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  /** The names of a record's components, in the order of their declaration. */
  static List<String> parts(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
