package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.agent.aim.Aim;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import story.Games;

final class ArchiveTest {

  private static final Map<String, String> FACTS = Map.of("parley", "1", "jdk", "17", "data", "d");

  private static Provenance provenance(Map<String, String> facts) {
    return new Provenance(facts, Instant.EPOCH);
  }

  private static Archive archive(Plan<?> plan) {
    return new Archive(plan, provenance(FACTS));
  }

  /**
   * The whole default plan of AIM. The values were compared by hand with docs/aim.md, "Games" and
   * "Settings". A change here changes what every researcher gets who says nothing: it needs a
   * reason and a line in the change log.
   */
  @Test
  void goldenOfTheDefaultPlan() throws IOException {
    assertEquals(golden("aim.json"), new Archive(Aim.DEFAULT, provenance(Map.of())).json());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ArchiveTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keysAreSorted() throws IOException {
    assertSorted(new ObjectMapper().readTree(archive(Aim.published()).json()));
    assertSorted(
        new ObjectMapper().readTree(archive(Aim.DEFAULT).json(Map.of("zeta", 1, "alpha", 2))));
  }

  private static void assertSorted(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertEquals(names.stream().sorted().toList(), names);
    node.forEach(ArchiveTest::assertSorted);
  }

  @Test
  void everySettingIsToldWhetherDefaultOrNot() throws IOException {
    JsonNode settings = new ObjectMapper().readTree(archive(Aim.DEFAULT).json()).get("settings");
    Set<String> names = new HashSet<>();
    settings.fieldNames().forEachRemaining(names::add);
    assertEquals(AimSettings.other().keySet(), names);
  }

  @Test
  void factsOfOneRunAreToldBesideButDoNotNameIt() throws IOException {
    Archive archive = archive(Aim.DEFAULT);
    String before = archive.id();
    JsonNode json = new ObjectMapper().readTree(archive.json(Map.of("seconds", 1.5)));
    assertEquals(1.5, json.get("seconds").asDouble());
    assertEquals(before, archive.id());
    assertEquals(-1, archive.json().indexOf("seconds"));
  }

  @Test
  void idIsTheBeginningOfTheHash() {
    assertTrue(archive(Aim.DEFAULT).id().matches("[0-9a-f]{12}"));
  }

  @Test
  void equalPlansHaveOneId() {
    Aim forth = Aim.DEFAULT.seed(7).codebook(16).seed(8).rounds(5);
    Aim back = Aim.DEFAULT.rounds(5).seed(8).codebook(16);
    assertEquals(archive(forth).id(), archive(back).id());
    assertEquals(archive(forth).json(), archive(back).json());
  }

  @Test
  void everySettingChangesTheId() {
    Set<String> ids = new HashSet<>(Set.of(archive(Aim.DEFAULT).id()));
    AimSettings.other()
        .forEach(
            (name, change) -> assertTrue(ids.add(archive(change.apply(Aim.DEFAULT)).id()), name));
  }

  @Test
  void everyFactOfTheProvenanceChangesTheId() {
    Set<String> ids = new HashSet<>(Set.of(archive(Aim.DEFAULT).id()));
    for (String name : FACTS.keySet()) {
      Map<String, String> facts = new TreeMap<>(FACTS);
      facts.put(name, "other");
      assertTrue(ids.add(new Archive(Aim.DEFAULT, provenance(facts)).id()), name);
      facts.remove(name);
      assertTrue(ids.add(new Archive(Aim.DEFAULT, provenance(facts)).id()), name);
    }
  }

  @Test
  void startTimeDoesNot() {
    Provenance later = new Provenance(FACTS, Instant.EPOCH.plusSeconds(1));
    assertEquals(archive(Aim.DEFAULT).id(), new Archive(Aim.DEFAULT, later).id());
  }

  /** An environment of the user's own is known by its text where its parts cannot be read. */
  @Test
  void environmentThatIsNotPublic() throws IOException {
    Plan<?> plan = Fake.plan().environment(Games.solitaire(3));
    JsonNode json = new ObjectMapper().readTree(archive(plan).json());
    assertEquals("Solitaire[stake=3]", json.at("/settings/environment").asText());
    assertNotEquals(archive(plan).id(), archive(Fake.plan().environment(Games.solitaire(4))).id());
  }
}
