package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.measure.AimGame;
import dev.parley.bench.measure.Export;
import dev.parley.bench.measure.Flat;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AimExportTest {

  private static final int BATCH = 3;
  private static final int ROUNDS = 5;

  @TempDir private Path folder;

  /** What is exported is what a run does. */
  @Test
  void logIsThatOfARun() throws IOException {
    Aim plan = AimGame.plan(BATCH).rounds(ROUNDS);
    Flat flat = export(plan);
    double[] log = flat.doubles("log.f64");
    JsonNode names = flat.layout().path("log");
    Run run = plan.run(Listener.silent());
    assertEquals(11, names.size());
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.path(i).asText();
        double logged = run.rounds().numberColumn(name).getDouble(round);
        assertEquals(logged, log[round * names.size() + i], name);
      }
    }
  }

  @Test
  void filesHaveTheLengthsOfTheLayout() throws IOException {
    Aim plan = AimGame.plan(BATCH);
    Flat flat = export(plan);
    int count = flat.wholes("labels.i32").length;
    assertEquals(flat.parameters(), flat.floats("parameters.f32").length);
    assertEquals(count * plan.latent(), flat.floats("latents.f32").length);
    assertEquals(ROUNDS * BATCH, flat.wholes("samples.i32").length);
    assertEquals(ROUNDS * 2 * BATCH * plan.seqLen(), flat.wholes("symbols.i32").length);
    assertEquals(ROUNDS * 2 * BATCH, flat.doubles("rewards.f64").length);
    assertTrue(IntStream.of(flat.wholes("samples.i32")).allMatch(s -> s >= 0 && s < count));
    assertTrue(IntStream.of(flat.wholes("symbols.i32")).allMatch(s -> s >= 0 && s < 32));
  }

  @Test
  void payoffsAreThoseOfTheGame() throws IOException {
    JsonNode payoffs = export(AimGame.plan(BATCH)).layout().path("payoffs");
    assertEquals("[[[5.0,5.0],[-1.0,5.0]],[[5.0,-1.0],[0.0,0.0]]]", payoffs.path(0).toString());
    assertEquals("[[[4.0,4.0],[-2.0,5.0]],[[5.0,-2.0],[0.0,0.0]]]", payoffs.path(1).toString());
  }

  private Flat export(Aim plan) throws IOException {
    try (AimExport export = new AimExport(plan, AimGame.stage(plan))) {
      export.write(new Export(folder), ROUNDS);
    }
    return new Flat(folder);
  }
}
