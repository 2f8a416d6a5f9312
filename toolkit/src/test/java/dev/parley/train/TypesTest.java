package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Signals;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TypesTest {

  /** The name of a record of the toolkit. */
  private record Signals2(int x) {}

  private static final class Other {
    private record Signals2(int y) {}
  }

  private static Types types(List<Class<? extends Record>> records) {
    return new Types(List.of(() -> records));
  }

  @Test
  void recordsThatFit() {
    Types types = Types.standard();
    assertEquals(
        Set.of("ContextualPrisonersDilemma", "ParityDilemma", "PrisonersDilemma"),
        types.fitting(Dilemma.class).keySet());
    assertEquals(Set.of("Aim", "Ppo", "QLearning"), types.fitting(Plan.class).keySet());
    assertEquals(Set.of("Bimatrix"), types.fitting(Bimatrix.class).keySet());
    assertEquals(Set.of(), types.fitting(Runnable.class).keySet());
  }

  @Test
  void oneNameForTwoRecords() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> types(List.of(Signals2.class, Other.Signals2.class)));
    assertTrue(String.valueOf(e.getMessage()).startsWith("one name for two records: "));
    assertEquals(1, types(List.of(Signals.class, Signals.class)).fitting(Record.class).size());
  }

  /** Only what the table has can be named, whatever else is on the class path. */
  @Test
  void smallerTable() {
    JsonNode archive = Json.read(PlanJson.write(Aim.DEFAULT));
    PlanReader reader = new PlanReader(types(List.of(Aim.class, Signals.class)));
    RuntimeException e = assertThrows(RuntimeException.class, () -> reader.plan(archive));
    assertEquals(
        "settings.environment.type: got \"ContextualPrisonersDilemma\", allowed: ", e.getMessage());
  }

  @Test
  void nearestWord() {
    List<String> known = List.of("codebook", "codebooks", "seed", "seqLen");
    assertEquals("codebook", Nearest.to("codebok", known).orElseThrow());
    assertEquals("codebooks", Nearest.to("Codebookss", known).orElseThrow());
    assertEquals("seqLen", Nearest.to("seq_len", known).orElseThrow());
    assertTrue(Nearest.to("quantiser", known).isEmpty());
    assertTrue(Nearest.to("", known).isEmpty());
    assertTrue(Nearest.to("codebook".repeat(1000), known).isEmpty());
    assertTrue(Nearest.to("codebook", List.of()).isEmpty());
    assertEquals(3, Nearest.edits("kitten", "sitting"));
    assertEquals(4, Nearest.edits("", "four"));
  }
}
