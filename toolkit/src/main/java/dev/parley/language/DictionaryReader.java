package dev.parley.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dictionary that anyone may have written, within limits; read entry by entry. */
final class DictionaryReader {

  /** Who speaks where the context does not say that it is a response. */
  static final String FIRST = "a";

  /** Who responds. */
  static final String SECOND = "b";

  /** Bytes of a file; the published one has three and a half million. */
  static final long LARGEST = 64L << 20;

  /** Uses of all entries together. */
  static final int MOST_USES = 1_000_000_000;

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 1 << 14;
  private static final int LONGEST_NUMBER = 64;

  private static final JsonFactory FACTORY =
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
          .build();

  private final Path file;
  private final Map<String, List<Use>> uses = new TreeMap<>();
  private final Map<String, Map<String, String>> meanings = new TreeMap<>();
  private long total;
  private long stride = 1;
  private int number;

  private DictionaryReader(Path file) {
    this.file = file;
  }

  static Lexicon read(Path file) {
    return new DictionaryReader(file).read();
  }

  private Lexicon read() {
    try {
      requireFile();
      try (Reader text =
              new InputStreamReader(
                  Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
          JsonParser json = FACTORY.createParser(text)) {
        read(json);
      }
    } catch (JsonProcessingException e) {
      throw new DataException(
          problem(Shown.line(e.getOriginalMessage())).fact("place", place(e.getLocation())), e);
    } catch (CharacterCodingException e) {
      throw new DataException(problem("bytes that are no text in UTF-8"), e);
    } catch (IOException e) {
      throw new DataException(problem("not readable: " + Shown.line(e.toString())), e);
    }
    List<Uses> agents = new ArrayList<>();
    uses.forEach((agent, own) -> agents.add(Uses.of(agent, own)));
    return Lexicon.of(agents, meanings, stride);
  }

  private void requireFile() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          problem(Files.exists(file) ? "no file but a folder or device" : "no such file"));
    }
    long size = Files.size(file);
    if (size > LARGEST) {
      throw new DataException(
          Problem.with("lexicon")
              .got(size + " bytes")
              .allowed(LARGEST + " bytes at most")
              .fact("file", file.toString()));
    }
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new DataException(problem(Shown.token(json)));
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      number++;
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw wrong("entry", Shown.token(json), "an object: {...}");
      }
      DictionaryEntry entry = DictionaryEntry.read(json, this::wrong);
      add(entry);
    }
    if (json.nextToken() != null) {
      throw new DataException(problem("more than one value: " + Shown.token(json)));
    }
  }

  private void add(DictionaryEntry entry) {
    Use use = entry.use();
    total += use.count();
    if (total > MOST_USES) {
      throw wrong("usage_count", total + " in all", MOST_USES + " in all at most");
    }
    stride = Math.max(stride, entry.oneOf());
    uses.computeIfAbsent(entry.agent(), a -> new ArrayList<>()).add(use);
    if (!entry.meaning().isEmpty()) {
      String before =
          meanings
              .computeIfAbsent(entry.agent(), a -> new TreeMap<>())
              .putIfAbsent(use.message(), entry.meaning());
      if (before != null && !before.equals(entry.meaning())) {
        throw wrong("meaning", Shown.line(entry.meaning()), "one for a message: " + before);
      }
    }
  }

  private DataException wrong(String field, String got, String allowed) {
    return new DataException(
        Problem.with("lexicon")
            .got(field + " " + got)
            .allowed(allowed)
            .fact("entry", Integer.toString(number))
            .fact("file", file.toString()));
  }

  private Problem problem(String got) {
    return Problem.with("lexicon")
        .got(got)
        .allowed("a JSON array of entries: [{\"aim_id\": \"[12, 14]\", ...}, ...]")
        .fact("file", file.toString())
        .hint("the aim_dictionary.json of an AIM run, or what a lexicon's write() wrote");
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "unknown"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
