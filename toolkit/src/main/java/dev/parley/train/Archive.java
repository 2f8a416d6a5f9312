package dev.parley.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run's archive: every setting and everything that the numbers depend on, as JSON with sorted
 * keys. {@link PlanReader} reads it.
 */
final class Archive {

  static final int FORMAT = 1;

  static final String NOT_REPLAYABLE = "not_replayable";

  private static final int ID_DIGITS = 12;

  private final Map<String, Object> content;

  Archive(Plan<?> plan, Provenance provenance) {
    content = content(plan);
    content.put("provenance", provenance.facts());
  }

  /** The part that tells the plan. */
  static Map<String, Object> content(Plan<?> plan) {
    Map<String, Object> settings = new TreeMap<>();
    PlanText.settings(plan).forEach((name, value) -> settings.put(name, tree(value)));
    Map<String, Object> content = new TreeMap<>();
    content.put("format", FORMAT);
    content.put("plan", plan.getClass().getSimpleName());
    content.put("line", PlanText.line(plan));
    content.put("settings", settings);
    Obstacles.of(plan).ifPresent(why -> content.put(NOT_REPLAYABLE, why));
    return content;
  }

  /** The text, without what may differ between two runs of equal numbers. */
  String json() {
    return Json.write(content);
  }

  /** The text with facts that are recorded but do not name the run, such as when it was started. */
  String json(Map<String, Object> more) {
    Map<String, Object> all = new TreeMap<>(content);
    all.putAll(more);
    return Json.write(all);
  }

  /** The beginning of the hash of {@link #json()}. */
  String id() {
    return id(content);
  }

  /** The beginning of the hash of an archive's text. */
  static String id(Map<String, ?> content) {
    try {
      byte[] text = Json.write(content).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A record as its parts, if they can be read; what is neither record nor number as its text. */
  private static Object tree(@Nullable Object value) {
    if (value instanceof Record record && PlanText.isOpen(record)) {
      Map<String, Object> parts = new LinkedHashMap<>();
      PlanText.collect(record, parts);
      Map<String, Object> tree = new TreeMap<>();
      tree.put("type", record.getClass().getSimpleName());
      parts.forEach((name, part) -> tree.put(name, tree(part)));
      return tree;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> tree = new TreeMap<>();
      map.forEach((name, each) -> tree.put(String.valueOf(name), tree(each)));
      return tree;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Archive::tree).toList();
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double d && Double.isFinite(d)) {
      return value;
    }
    return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
  }
}
