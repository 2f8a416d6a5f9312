package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the plan of an archive: records built from numbers and strings by their own constructors,
 * which check them.
 */
final class PlanReader {

  private static final String TYPE = "type";
  private static final List<String> KEYS =
      List.of(
          "completed_rounds",
          "format",
          "id",
          "line",
          Archive.NOT_REPLAYABLE,
          "plan",
          "provenance",
          "seconds",
          "settings",
          "started");

  private final Types types;

  PlanReader(Types types) {
    this.types = types;
  }

  /**
   * The plan.
   *
   * @throws SettingException if a setting has a value that it cannot have
   * @throws DataException if anything else is wrong
   */
  Plan<?> plan(JsonNode archive) {
    JsonNode format = required(archive, "format", "format");
    if (!format.isInt() || format.intValue() != Archive.FORMAT) {
      throw new DataException(
          Problem.with("format")
              .got(Json.shown(format))
              .allowed(Integer.toString(Archive.FORMAT))
              .hint("written by another version of Parley?"));
    }
    requireKnown(archive, KEYS, "");
    if (archive.has(Archive.NOT_REPLAYABLE)) {
      JsonNode why = archive.get(Archive.NOT_REPLAYABLE);
      throw new DataException(
          Problem.with("plan")
              .got("one that cannot be read back")
              .fact("reason", Json.line(why.asText()))
              .hint("its line of Java can be run: " + Json.line(archive.path("line").asText())));
    }
    Class<? extends Record> type =
        type(required(archive, "plan", "plan"), "plan", types.fitting(Plan.class));
    JsonNode settings = object(required(archive, "settings", "settings"), "settings");
    List<String> known = new ArrayList<>(Types.parts(type));
    known.remove("setup");
    known.addAll(Types.parts(Setup.class));
    requireKnown(settings, known, "settings.");
    return (Plan<?>) record(type, settings, "settings");
  }

  /** A record of the parts that a node has; a plan's setup has its parts in the plan's own node. */
  private Record record(Class<? extends Record> type, JsonNode node, String path) {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Class<?> declared = parts[i].getType();
      String name = parts[i].getName();
      String key = path + "." + name;
      values[i] =
          declared == Setup.class
              ? record(Setup.class, node, path)
              : value(parts[i].getGenericType(), required(node, name, key), name, key);
    }
    try {
      return Types.constructor(type).newInstance(values);
    } catch (InvocationTargetException e) {
      throw refused(e, type, path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of the catalogue must be public: " + type, e);
    }
  }

  /** A value of a type; of a list or a map, the last of its arguments is the type of the values. */
  Object value(Type type, JsonNode node, String name, String key) {
    if (type instanceof ParameterizedType many) {
      Type each = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
      return many.getRawType() == List.class
          ? list(each, node, name, key)
          : map(each, node, name, key);
    }
    return value((Class<?>) type, node, name, key);
  }

  private List<Object> list(Type each, JsonNode node, String name, String key) {
    if (!node.isArray()) {
      throw wrong(name, node, "a list: [...]", key);
    }
    List<Object> values = new ArrayList<>();
    for (JsonNode part : node) {
      values.add(value(each, part, name, key + "[" + values.size() + "]"));
    }
    return values;
  }

  private Map<String, Object> map(Type each, JsonNode node, String name, String key) {
    Map<String, Object> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : object(node, key).properties()) {
      String own = key + "." + Json.shortened(part.getKey());
      values.put(part.getKey(), value(each, part.getValue(), name, own));
    }
    return values;
  }

  private Object value(Class<?> declared, JsonNode node, String name, String key) {
    Optional<Leaf> leaf = Leaf.of(declared);
    if (leaf.isPresent()) {
      if (!leaf.get().fits().test(node)) {
        throw wrong(name, node, leaf.get().allowed(), key);
      }
      return leaf.get().value().apply(node);
    }
    if (declared.isEnum()) {
      return constant(declared, node, name, key);
    }
    object(node, key);
    Class<? extends Record> type =
        type(required(node, TYPE, key + "." + TYPE), key + "." + TYPE, types.fitting(declared));
    List<String> known = new ArrayList<>(Types.parts(type));
    known.add(TYPE);
    requireKnown(node, known, key + ".");
    return record(type, node, key);
  }

  private static Object constant(Class<?> declared, JsonNode node, String name, String key) {
    List<String> names = new ArrayList<>();
    for (Object each : declared.getEnumConstants()) {
      String constant = ((Enum<?>) each).name();
      if (node.isTextual() && node.textValue().equals(constant)) {
        return each;
      }
      names.add(constant);
    }
    throw wrong(name, node, String.join(", ", names), key);
  }

  private static Class<? extends Record> type(
      JsonNode node, String key, Map<String, Class<? extends Record>> fitting) {
    Class<? extends Record> type = node.isTextual() ? fitting.get(node.textValue()) : null;
    if (type == null) {
      throw new DataException(
          meant(
              Problem.with(key).got(Json.shown(node)).allowed(String.join(", ", fitting.keySet())),
              node.asText(),
              fitting.keySet()));
    }
    return type;
  }

  /** The value of a key. */
  static JsonNode required(JsonNode node, String name, String key) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw new DataException(
          Problem.with(key)
              .got("no such key")
              .allowed("a value")
              .hint("damaged, or written by a version of Parley that did not have it"));
    }
    return value;
  }

  /** The node itself, which has keys. */
  static JsonNode object(JsonNode node, String key) {
    if (!node.isObject()) {
      throw new DataException(Problem.with(key).got(Json.shown(node)).allowed("keys: {...}"));
    }
    return node;
  }

  private static void requireKnown(JsonNode node, Collection<String> known, String path) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw new DataException(
            meant(
                Problem.with(path + Json.shortened(field.getKey()))
                    .got("an unknown key")
                    .allowed(String.join(", ", known)),
                field.getKey(),
                known));
      }
    }
  }

  private static Problem meant(Problem problem, String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(nearest -> problem.hint("did you mean " + nearest + "?"))
        .orElse(problem);
  }

  private static SettingException wrong(String name, JsonNode node, String allowed, String key) {
    return new SettingException(
        Problem.with(name).got(Json.shown(node)).allowed(allowed).fact("key", key));
  }

  /** What a constructor said of its values. */
  private static ParleyException refused(
      InvocationTargetException e, Class<? extends Record> type, String path) {
    Throwable cause = e.getCause();
    if (cause instanceof SettingException setting) {
      Problem problem = setting.problems().get(0);
      String part = problem.subject().split(" ", 2)[0];
      String key = Types.parts(type).contains(part) ? path + "." + part : path;
      return new SettingException(problem.fact("key", key));
    }
    if (cause instanceof ParleyException ours) {
      return ours;
    }
    return new DataException(
        Problem.with(path)
            .got(Json.shortened(String.valueOf(cause)))
            .allowed("what " + type.getSimpleName() + " takes"),
        e);
  }
}
