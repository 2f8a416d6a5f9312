package dev.parley.train;

import dev.parley.datasets.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the numbers of a run came from.
 *
 * @param facts what they depend on: versions of toolkit, ND4J and JDK; code, system, engine, data;
 *     by name, sorted
 * @param started when the run was started; no number depends on it
 */
public record Provenance(Map<String, String> facts, Instant started) {

  /** The fact that is the hash of the data. */
  static final String DATA = "data sha256";

  private static final Map<String, String> VERSIONS = versions();

  /** Computed when first asked for: of the toolkit, and of where a researcher's own types are. */
  private static final class Code {
    static final String HASH =
        CodeHash.of(
            Stream.concat(
                    Stream.of(Provenance.class, Samples.class), Types.standard().records().stream())
                .toArray(Class<?>[]::new));
  }

  /** Copies the facts. */
  public Provenance {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  static Provenance of(Samples samples, Map<String, String> engine, Instant started) {
    Map<String, String> facts = new TreeMap<>(engine);
    facts.putAll(VERSIONS);
    facts.put("code sha256", Code.HASH);
    facts.put("jdk", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    facts.put("os", System.getProperty("os.name"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("data", samples.name());
    facts.put(DATA, samples.sha256());
    return new Provenance(facts, started);
  }

  /** A hash of the code that runs. */
  static String codeHash() {
    return Code.HASH;
  }

  /**
   * Versions of the toolkit and of the ND4J that it was built with, as the build wrote them down.
   */
  private static Map<String, String> versions() {
    Properties properties = new Properties();
    try (InputStream in = Provenance.class.getResourceAsStream("/dev/parley/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("version.properties cannot be read", e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }
}
