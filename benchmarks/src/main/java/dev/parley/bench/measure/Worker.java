package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.agent.aim.Aim;
import dev.parley.agent.aim.AimExport;
import dev.parley.tensor.Peak;
import dev.parley.vq.Quantiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measurement in a process of its own: the first argument says which, the second names the file
 * that gets the result as JSON, the others are its settings.
 */
public final class Worker {

  /** Rounds that are exported: enough for an optimiser's mistakes to show. */
  static final int ROUNDS = 20;

  /** Rounds of PPO that are exported: 40 steps of each policy's optimiser. */
  private static final int PPO_ROUNDS = 2;

  /** Steps that are timed at once, at least. */
  private static final int SPAN = 6_400;

  private Worker() {}

  /** Measures and ends. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> result = measure(arguments);
    new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), result);
  }

  private static Map<String, Object> measure(String[] a) throws IOException {
    return switch (a[0]) {
      case "aim" -> aim(Integer.parseInt(a[2]), Double.parseDouble(a[3]));
      case "vqvae" -> vqVae(Integer.parseInt(a[2]), Double.parseDouble(a[3]));
      case "peak" -> peak(Integer.parseInt(a[2]), Double.parseDouble(a[3]));
      case "workload" -> Workload.run(a[2]);
      case "cold-start" -> ColdStart.phases();
      case "memory" -> Memory.rounds(Integer.parseInt(a[2]));
      case "twins" -> Twins.compare(Integer.parseInt(a[2]), Integer.parseInt(a[3]));
      case "export-aim" -> exportAim(Integer.parseInt(a[2]), Path.of(a[3]));
      case "export-vqvae" -> {
        exportVqVae(Integer.parseInt(a[2]), Path.of(a[3]));
        yield Map.of();
      }
      case "stepping" -> stepping(a[2], Integer.parseInt(a[3]), Double.parseDouble(a[4]));
      case "export-stepping" -> {
        WorldSteps.export(a[2], new Export(Path.of(a[3])));
        yield Map.of();
      }
      case "ppo" -> ppo(Double.parseDouble(a[2]));
      case "export-ppo" -> {
        new PpoExport(PpoRounds.plan(), PPO_ROUNDS).write(new Export(Path.of(a[2])));
        yield Map.of();
      }
      case "learn-ppo" ->
          Map.of("returns", PpoRounds.returns(Long.parseLong(a[2]), Integer.parseInt(a[3])));
      case "export-workload" -> {
        Workload.export(a[2], Files.createDirectories(Path.of(a[3])));
        yield Map.of();
      }
      default -> throw new IllegalArgumentException("no measurement " + a[0]);
    };
  }

  private static Map<String, Object> aim(int batch, double seconds) {
    try (AimGame game = new AimGame(AimGame.plan(batch))) {
      return facts(Timing.of(game::round, 1, seconds));
    }
  }

  private static Map<String, Object> vqVae(int batch, double seconds) {
    try (VqVaeSteps steps = new VqVaeSteps(batch)) {
      return facts(Timing.of(steps::epoch, VqVaeSteps.STEPS, seconds));
    }
  }

  /** Floating-point operations a second of the fastest product, on so many threads. */
  private static Map<String, Object> peak(int threads, double seconds) {
    Timing timing = Timing.of(Peak.product(threads), 1, seconds);
    return Map.of("flops", Peak.OPERATIONS / (timing.low() * 1e-6));
  }

  private static Map<String, Object> stepping(String game, int batch, double seconds) {
    WorldSteps worlds = new WorldSteps(WorldSteps.game(game), batch);
    int episodes = Math.max(1, SPAN / (WorldSteps.STEPS * batch));
    Runnable work =
        () -> {
          for (int i = 0; i < episodes; i++) {
            worlds.episode();
          }
        };
    return facts(Timing.of(work, episodes * WorldSteps.STEPS * batch, seconds));
  }

  private static Map<String, Object> ppo(double seconds) {
    Map<String, Object> facts = new LinkedHashMap<>(facts(PpoRounds.time(seconds)));
    facts.put("shares", PpoRounds.shares());
    return facts;
  }

  private static Map<String, Object> facts(Timing timing) {
    return Map.of(
        "median_us", timing.median(),
        "low_us", timing.low(),
        "high_us", timing.high(),
        "steps", timing.steps());
  }

  /** The model that is timed, and beside it, in the folder {@code published}, that of the paper. */
  private static void exportVqVae(int batch, Path folder) throws IOException {
    Quantiser quantiser = Quantiser.gradient();
    VqVaeExport.write(new Export(folder), batch, quantiser);
    VqVaeExport.write(
        new Export(folder.resolve("published")), batch, quantiser.withoutStraightThrough());
  }

  /**
   * The published plan, and beside it, in the folder {@code stressed}, one whose rates and weights
   * are so large that a loss left out or weighed otherwise shows within these rounds.
   */
  private static Map<String, Object> exportAim(int batch, Path folder) throws IOException {
    Aim published = AimGame.plan(batch);
    export(published, folder);
    export(
        published.learningRate(1e-3, 0.9).entropy(1, 0.9).reflection(0, 1).intent(0.7),
        folder.resolve("stressed"));
    return Map.of();
  }

  private static void export(Aim plan, Path folder) throws IOException {
    try (AimExport export = new AimExport(plan, AimGame.stage(plan))) {
      export.write(new Export(folder), ROUNDS);
    }
  }
}
