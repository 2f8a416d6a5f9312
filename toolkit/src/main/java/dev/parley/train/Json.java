package dev.parley.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of small files that anyone may have written: trees of numbers and strings, within limits. No
 * class is ever loaded for what a file says.
 */
final class Json {

  /** Bytes of a file; a plan has some three thousand. */
  static final int LARGEST = 1 << 20;

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int SHOWN = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_TEXT)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  /** A map as text, indented, with line feeds. */
  static String write(Map<String, ?> content) {
    try {
      return MAPPER.writeValueAsString(content).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers and strings cannot be written", e);
    }
  }

  /**
   * A text as a tree.
   *
   * @throws DataException if it is no JSON object, or beyond the limits
   */
  static JsonNode read(String text) {
    try {
      if (text.length() > LARGEST) {
        throw tooLarge();
      }
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isObject()) {
        throw new DataException(
            Problem.with("archive").got(shown(tree)).allowed("a JSON object: {...}"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new DataException(
          Problem.with("archive")
              .got(shortened(e.getOriginalMessage()))
              .allowed("JSON, as a run's save() writes it")
              .fact("place", place(e.getLocation())),
          e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws DataException if it cannot be read, is too large, or no UTF-8
   */
  static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.with("archive")
              .got(Files.exists(file) ? "no file but a folder or device" : "no such file")
              .allowed("a file in a folder that a run's save() has written"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return text(in.readNBytes(LARGEST + 1));
    } catch (IOException e) {
      throw new DataException(Problem.with("archive").got("not readable: " + e), e);
    }
  }

  /** The text of a file's bytes, as {@link #text(Path)}. */
  static String text(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw tooLarge();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DataException(
          Problem.with("archive").got("bytes that are no text").allowed("a text in UTF-8"), e);
    }
  }

  /** A value as JSON, cut short: for messages. */
  static String shown(JsonNode node) {
    return shortened(node.isMissingNode() ? "nothing" : node.toString());
  }

  /** A text as one line, without control characters, which a terminal would obey. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }

  /** A text as one line, cut short: for messages. */
  static String shortened(String text) {
    return shortened(text, SHOWN);
  }

  /** A text as one line of {@code most} characters at most, and dots if it has more. */
  static String shortened(String text, int most) {
    String line = line(text);
    return line.length() <= most ? line : line.substring(0, most) + "...";
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "unknown"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static DataException tooLarge() {
    return new DataException(
        Problem.with("archive").got("more than " + LARGEST + " bytes").allowed("fewer"));
  }
}
