package dev.parley.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The text of a record: JSON with a hash of its content, so that a damaged file is known as one.
 */
final class RecordFile {

  private static final int FORMAT = 1;

  /** Strict: what is read twice or left over is no file of ours. */
  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private RecordFile() {}

  static String write(TrialRecord record) {
    ObjectNode content = JSON.createObjectNode();
    content.put("key", record.key());
    content.put("line", record.line());
    content.put("seed", record.seed());
    content.put("verdict", record.verdict());
    content.put("seconds", record.seconds());
    content.put("failure", record.failure());
    ObjectNode measures = content.putObject("measures");
    record.measures().forEach((name, value) -> measures.put(name, text(value)));
    ObjectNode facts = content.putObject("facts");
    record.facts().forEach(facts::put);
    ArrayNode rewards = content.putArray("rewards");
    record.rewards().forEach(value -> rewards.add(text(value)));
    ObjectNode file = JSON.createObjectNode();
    file.put("format", FORMAT);
    file.put("sha256", hash(content));
    file.set("record", content);
    try {
      return JSON.writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and strings cannot be written", e);
    }
  }

  /** Numbers as texts: every double comes back bit for bit, NaN too. */
  private static String text(double value) {
    return Double.toString(value);
  }

  /**
   * The record in a file's text.
   *
   * @param name of the file, to be told
   * @throws DataException if it is damaged, or no such file
   */
  static TrialRecord read(String name, String text) {
    try {
      JsonNode file = JSON.readTree(text);
      JsonNode content = file.path("record");
      if (file.path("format").asInt() != FORMAT || !content.isObject()) {
        throw damaged(name, "it is no record of a trial of format " + FORMAT);
      }
      if (!hash(content).equals(file.path("sha256").asText())) {
        throw damaged(name, "its content is not what was written");
      }
      return record(content);
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new DataException(problem(name, "it is not JSON as it was written"), e);
    }
  }

  private static TrialRecord record(JsonNode content) {
    List<Double> rewards = new ArrayList<>();
    content.path("rewards").forEach(value -> rewards.add(Double.valueOf(value.asText())));
    return new TrialRecord(
        content.path("key").asText(),
        content.path("line").asText(),
        content.path("seed").asLong(),
        map(content.path("measures"), Double::valueOf),
        content.path("verdict").asText(),
        rewards,
        map(content.path("facts"), value -> value),
        content.path("seconds").asDouble(),
        content.path("failure").asText());
  }

  private static <V> Map<String, V> map(JsonNode node, Function<String, V> value) {
    Map<String, V> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), value.apply(e.getValue().asText())));
    return map;
  }

  private static String hash(JsonNode content) {
    try {
      byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static DataException damaged(String name, String reason) {
    return new DataException(problem(name, reason));
  }

  private static Problem problem(String name, String reason) {
    return Problem.with("record").got(name).allowed("a record of a trial").fact("reason", reason);
  }
}
