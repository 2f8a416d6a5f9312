package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {

  @Test
  void allThatNumbersDependOn() {
    Samples samples = Signals.of(3, 2).load();
    Instant started = Instant.parse("2026-01-02T03:04:05Z");
    Provenance provenance =
        Provenance.of(samples, Map.of("backend", "CPU", "blas", "X", "threads", "1"), started);
    Map<String, String> facts = provenance.facts();
    assertEquals(
        Set.of(
            "parley",
            "nd4j",
            "code sha256",
            "jdk",
            "os",
            "architecture",
            "data",
            "data sha256",
            "backend",
            "blas",
            "threads"),
        facts.keySet());
    assertEquals("signals", facts.get("data"));
    assertEquals(samples.sha256(), facts.get("data sha256"));
    assertEquals("CPU", facts.get("backend"));
    assertEquals(System.getProperty("os.arch"), facts.get("architecture"));
    assertTrue(facts.getOrDefault("jdk", "").endsWith(System.getProperty("java.version")));
    assertEquals(started, provenance.started());
  }

  /** The build writes the versions down; a placeholder would be left if it had not. */
  @Test
  void versionsAreFilledIn() {
    Map<String, String> facts =
        Provenance.of(Signals.of(3, 2).load(), Map.of(), Instant.EPOCH).facts();
    for (String name : List.of("parley", "nd4j")) {
      String version = facts.getOrDefault(name, "");
      assertTrue(version.matches("\\d+\\.\\d+.*"), name + " " + version);
    }
  }

  @Test
  void factsAreSortedAndCopied() {
    Map<String, String> given = new HashMap<>(Map.of("b", "2", "a", "1", "c", "3"));
    Provenance provenance = new Provenance(given, Instant.EPOCH);
    given.put("d", "4");
    assertEquals(List.of("a", "b", "c"), List.copyOf(provenance.facts().keySet()));
    assertThrows(UnsupportedOperationException.class, () -> provenance.facts().put("a", "another"));
  }
}
