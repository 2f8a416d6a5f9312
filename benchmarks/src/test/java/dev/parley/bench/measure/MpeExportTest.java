package dev.parley.bench.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.datasets.Signals;
import dev.parley.env.Episodes;
import dev.parley.random.Streams;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What peers get to play and to learn again. */
class MpeExportTest {

  private static final int STEPS = WorldSteps.STEPS;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"speaker-listener, 14, 2, 5", "reference, 42, 4, 10"})
  void episodes(String game, int seen, int parts, int options) throws IOException {
    WorldSteps.export(game, new Export(folder));
    Flat flat = new Flat(folder);
    int rounds = flat.layout().path("rounds").asInt();
    int batch = flat.layout().path("batch").asInt();
    assertTrue(rounds > 1);
    assertEquals(rounds * (STEPS + 1) * batch * seen, flat.floats("seen.f32").length);
    int[] choices = flat.wholes("choices.i32");
    assertEquals(rounds * STEPS * batch * parts, choices.length);
    assertEquals(options - 1, Arrays.stream(choices).max().orElseThrow());
    double[] rewards = flat.doubles("rewards.f64");
    assertEquals(rounds * STEPS * batch * 2, rewards.length);
    assertTrue(Arrays.stream(rewards).allMatch(reward -> reward < 0));
  }

  @Test
  void recordedGameIsTheGame() throws IOException {
    Recorded game = new Recorded(WorldSteps.game("speaker-listener"));
    new WorldSteps(game, 2).episode();
    game.write(new Export(folder));
    Episodes own =
        WorldSteps.game("speaker-listener")
            .open(Signals.of(2, 1).load(), 2, Streams.of(1).child("episodes"));
    own.reset();
    float[] speaker = new float[2 * 3];
    own.observe(0, speaker);
    assertArrayEquals(speaker, Arrays.copyOf(new Flat(folder).floats("seen.f32"), 6));
  }

  @Test
  void nothingOfAGameIsLeftOut() throws NoSuchMethodException {
    for (Method method : Episodes.class.getMethods()) {
      Method own = Passed.class.getMethod(method.getName(), method.getParameterTypes());
      assertEquals(Passed.class, own.getDeclaringClass(), method.toString());
    }
  }

  @Test
  void roundsOfPpo() throws IOException {
    int rounds = 2;
    new PpoExport(PpoRounds.plan(), rounds).write(new Export(folder));
    Flat flat = new Flat(folder);
    JsonNode layout = flat.layout();
    int moments = PpoRounds.steps();
    int epochs = layout.path("epochs").asInt();
    int actor = 3 * 64 + 64 + 64 * 64 + 64 + 64 * 3 + 3;
    int critic = 14 * 64 + 64 + 64 * 64 + 64 + 64 + 1;
    assertEquals(actor + critic, layout.path("parameters").path(0).asInt());
    assertEquals(
        layout.path("parameters").path(0).asInt() + layout.path("parameters").path(1).asInt(),
        flat.floats("parameters.f32").length);
    int[] orders = flat.wholes("orders.i32");
    assertEquals(rounds * 2 * epochs * moments, orders.length);
    int[] dealt = Arrays.copyOfRange(orders, moments, 2 * moments);
    Arrays.sort(dealt);
    assertArrayEquals(IntStream.range(0, moments).toArray(), dealt);
    double[] log = flat.doubles("log.f64");
    assertEquals(rounds * 2 * 5, log.length);
    // The entropy of a speaker with three words that has hardly learned yet, in nats.
    assertEquals(Math.log(3), log[2], 0.05);
  }

  @Test
  void moreOfARoundIsLearningThanWorlds() {
    Map<String, Double> shares = PpoRounds.shares();
    double worlds = shares.getOrDefault("worlds", 0.0);
    assertTrue(worlds > 0, shares::toString);
    assertTrue(shares.getOrDefault("choices", 0.0) > 0, shares::toString);
    assertTrue(shares.getOrDefault("learning", 0.0) > worlds, shares::toString);
  }
}
