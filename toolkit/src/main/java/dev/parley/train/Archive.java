package dev.parley.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run's archive: every setting and everything that the numbers depend on, as JSON with sorted
 * keys.
 */
final class Archive {

  private static final int FORMAT = 1;
  private static final int ID_DIGITS = 12;

  private final Map<String, Object> content = new TreeMap<>();

  Archive(Plan<?> plan, Provenance provenance) {
    Map<String, Object> settings = new TreeMap<>();
    PlanText.settings(plan).forEach((name, value) -> settings.put(name, tree(value)));
    content.put("format", FORMAT);
    content.put("plan", plan.getClass().getSimpleName());
    content.put("line", PlanText.line(plan));
    content.put("settings", settings);
    content.put("provenance", provenance.facts());
  }

  /** The text, without what may differ between two runs of equal numbers. */
  String json() {
    return write(content);
  }

  /** The text with facts that are recorded but do not name the run, such as when it was started. */
  String json(Map<String, Object> more) {
    Map<String, Object> all = new TreeMap<>(content);
    all.putAll(more);
    return write(all);
  }

  /** The beginning of the hash of {@link #json()}. */
  String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A record as its parts, if they can be read; what is neither record nor number as its text. */
  private static Object tree(Object value) {
    if (value instanceof Record record && PlanText.isOpen(record)) {
      Map<String, Object> parts = new LinkedHashMap<>();
      PlanText.collect(record, parts);
      Map<String, Object> tree = new TreeMap<>();
      tree.put("type", record.getClass().getSimpleName());
      parts.forEach((name, part) -> tree.put(name, tree(part)));
      return tree;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Double d && Double.isFinite(d)) {
      return value;
    }
    return value.toString();
  }

  private static String write(Map<String, Object> content) {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(content)
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers and strings cannot be written", e);
    }
  }
}
