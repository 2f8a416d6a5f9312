package dev.parley.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley bench}: measures, compares with the peers, and writes docs/benchmarks.md. */
@Command(
    name = "parley bench",
    description = {
      "Measures Parley and the same work in PyTorch in turn, and writes docs/benchmarks.md.",
      "P1 AIM round, batch 1. P2 AIM round, batch 32 and 256. P3 VQ-VAE step. P4 the whole published"
          + " workload. P7 cold start. P8 memory. P10 two runs at once. P11 steps of MPE's worlds. P12 PPO"
          + " on the speaker-listener. P13 what P12 learns (minutes; not timed).",
      "ops and steps run the JMH suites, without a peer."
    },
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

  private static final List<String> IDS =
      List.of("P1", "P2", "P3", "P4", "P7", "P8", "P10", "P11", "P12", "P13");
  private static final List<String> COMPARED = List.of("P1", "P2", "P3", "P4", "P11", "P12", "P13");
  private static final Map<String, String> SUITES =
      Map.of("ops", "OpBenchmark", "steps", "StepBenchmark");

  /** A quarter of it is looked at. */
  private static final int LEAST_LEARNED = 4;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "What to measure. Default: every P.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--runs", paramLabel = "N", description = "Of each side. Default: 3.")
  private int runs = 3;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "That a run of a step is timed for. Default: 5.")
  private double seconds = 5;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Of P8, between two looks at the memory. Default: 1,000,000.")
  private int rounds = 1_000_000;

  @Option(
      names = "--learned",
      paramLabel = "N",
      description = "Of P13, rounds of 800 steps that each side learns. Default: 1,250.")
  private int learned = 1_250;

  @Option(
      names = "--mnist",
      paramLabel = "DIR",
      description = "Where the files of MNIST are, for P4. Default: synthetic images.")
  private String mnist = "";

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "An interpreter that has PyTorch. Default: one that is made in benchmarks/target.")
  private @Nullable Path python;

  /** Measures and ends the JVM with 0, or with 1 if something could not be measured. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    for (String name : names) {
      if (!IDS.contains(name) && !SUITES.containsKey(name)) {
        throw new ParameterException(
            spec.commandLine(), "got '" + name + "', allowed: " + IDS + ", ops, steps");
      }
    }
    if (learned < LEAST_LEARNED) {
      throw new ParameterException(
          spec.commandLine(), "--learned: got " + learned + ", allowed: 4 or more");
    }
    for (String name : names) {
      if (SUITES.containsKey(name)) {
        suite(name);
      }
    }
    List<String> ids = names.isEmpty() ? IDS : names.stream().filter(IDS::contains).toList();
    return ids.isEmpty() ? 0 : compare(ids);
  }

  private void suite(String name) throws RunnerException {
    new Runner(new OptionsBuilder().include(SUITES.getOrDefault(name, name)).build()).run();
  }

  private int compare(List<String> ids) throws IOException {
    Path home = Path.of(System.getProperty("parley.home", ".")).toAbsolutePath().normalize();
    Path interpreter = python == null ? Path.of("python3") : python;
    if (python == null && ids.stream().anyMatch(COMPARED::contains)) {
      interpreter = Python.environment(home, this::tell);
    }
    Bench.Settings settings = new Bench.Settings(runs, seconds, rounds, learned, mnist);
    Store store = new Store(home.resolve("benchmarks/target/results"));
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      tell(id);
      Result result = measure(id, new Bench(settings, new Programs(home, interpreter), this::tell));
      store.put(result);
      rows.addAll(result.rows());
    }
    List<Result> all = store.get(IDS);
    Files.writeString(home.resolve("docs/benchmarks.md"), Page.of(all, IDS));
    if (all.stream().anyMatch(result -> List.of("P1", "P2", "P3").contains(result.id()))) {
      Files.write(home.resolve("docs/benchmarks.png"), Chart.of(all).png());
    }
    if (all.stream().anyMatch(result -> result.id().equals("P11"))) {
      Files.write(home.resolve("docs/benchmarks-worlds.png"), Chart.worlds(all).png());
    }
    rows.forEach(row -> tell(row.line()));
    return 0;
  }

  private Result measure(String id, Bench bench) throws IOException {
    Map<String, Double> details = new LinkedHashMap<>();
    Curves curves = id.equals("P13") ? MpeWorlds.curves(bench) : Curves.NONE;
    List<Row> rows =
        switch (id) {
          case "P1" -> Steps.single(bench);
          case "P2" -> Steps.batched(bench);
          case "P3" -> Steps.vqVae(bench);
          case "P4" -> Wholes.workload(bench);
          case "P7" -> Wholes.coldStart(bench, details);
          case "P8" -> Wholes.memory(bench);
          case "P10" -> Wholes.twins(bench);
          case "P11" -> MpeWorlds.stepping(bench);
          case "P12" -> MpeWorlds.learning(bench, details);
          case "P13" -> List.of();
          default -> throw new IllegalArgumentException(id);
        };
    Map<String, String> circumstances =
        new LinkedHashMap<>(Machine.describe(bench.programs().home()));
    circumstances.putAll(bench.versions());
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    return new Result(id, today, command(id), circumstances, rows, details, curves);
  }

  /** The line that measures this goal alone with these settings. */
  private String command(String id) {
    if (id.equals("P13")) {
      return "./parley bench P13 --learned " + learned;
    }
    StringBuilder line = new StringBuilder("./parley bench ").append(id).append(" --runs ");
    line.append(runs).append(" --seconds ").append(seconds);
    if (id.equals("P8")) {
      line.append(" --rounds ").append(rounds);
    }
    if (id.equals("P4") && !mnist.isEmpty()) {
      line.append(" --mnist DIR");
    }
    return line.toString();
  }

  private void tell(String line) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(line);
    screen.flush();
  }
}
