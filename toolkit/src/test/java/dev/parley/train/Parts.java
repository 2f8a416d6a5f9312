package dev.parley.train;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a record by name. */
final class Parts {

  private Parts() {}

  static Map<String, Object> of(Record value) throws ReflectiveOperationException {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      parts.put(part.getName(), part.getAccessor().invoke(value));
    }
    return parts;
  }
}
