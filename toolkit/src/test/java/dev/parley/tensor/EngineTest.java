package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.nn.Adam;
import dev.parley.nn.Initial;
import dev.parley.nn.Losses;
import dev.parley.nn.Mlp;
import dev.parley.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

final class EngineTest {

  @Test
  void description() {
    Map<String, String> description = Engine.describe();
    assertEquals(
        List.of("backend", "blas", "blas core", "kernels", "products", "threads"),
        List.copyOf(description.keySet()));
    assertTrue(description.values().stream().noneMatch(v -> v.isBlank() || v.equals("null")));
  }

  /** What ND4J's CUDA backend tells of itself, by its names. */
  @Test
  void descriptionOfGpus() {
    Properties facts = new Properties();
    facts.put("backend", "CUDA");
    facts.put("blas.vendor", "CUBLAS");
    facts.put(
        "cuda.devicesInformation",
        List.of(Map.of("cuda.deviceName", "A"), Map.of("cuda.deviceName", "B")));
    assertEquals(
        Map.of("backend", "CUDA", "blas", "CUBLAS", "device", "A, B"), Engine.describe(facts));
  }

  /** OpenMP keeps its number of threads for each thread that calls it. */
  @Test
  void everyThreadThatRunsAProgramIsHeldToOne() throws InterruptedException {
    Engine.start();
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    int[] threads = new int[2];
    Thread other =
        new Thread(
            () -> {
              ops.setOmpNumThreads(3);
              threads[0] = ops.ompGetMaxThreads();
              try (Graph graph = new Graph()) {
                Reduce.sum(graph.input(2, 2));
                graph.forward().run();
              }
              threads[1] = ops.ompGetMaxThreads();
            });
    other.start();
    other.join();
    assertEquals(3, threads[0]);
    assertEquals(1, threads[1]);
  }

  /**
   * Trains in two processes in which ND4J takes the machine for one with 1 and with 3 cores; all
   * bits of all parameters, losses and norms must be equal.
   */
  @Test
  void numbersDoNotDependOnTheNumberOfCores(@TempDir Path folder) throws Exception {
    String one = trainedWithCores(1, folder.resolve("one"));
    String three = trainedWithCores(3, folder.resolve("three"));
    assertEquals(one, three);
    assertTrue(one.contains("loss"), one);
  }

  private static String trainedWithCores(int cores, Path result)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(), "-cp", classes, Trained.class.getName(), result.toString());
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(cores));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ends");
    assertEquals(0, process.exitValue());
    return Files.readString(result);
  }

  /** Trains a classifier and writes what came out. */
  static final class Trained {

    private Trained() {}

    /** Writes into the file that the argument names. */
    public static void main(String[] arguments) throws IOException {
      StringBuilder text = new StringBuilder();
      for (int batch : new int[] {1, 64}) {
        RandomStream random = new RandomStream(batch);
        try (Graph graph = new Graph();
            Parameters parameters = new Parameters()) {
          Mlp net = new Mlp(parameters, 50, 60, batch == 1 ? 3000 : 100, random);
          Tensor x = graph.input(batch, 50);
          x.write(Initial.normal(x.length(), 1, random));
          Tensor logits = net.apply(x);
          Tensor rows = logits.reshape(logits.length() / 100, 100);
          Tensor entropy = Reduce.mean(Softmax.entropy(Softmax.log(rows)));
          Tensor square = Reduce.mean(Elementwise.multiply(logits, logits));
          Tensor loss = Losses.crossEntropy(rows, graph.indices(rows.rows()));
          loss = Elementwise.add(Elementwise.subtract(loss, entropy), square);
          train(graph.backward(loss), parameters);
          text.append("loss ").append(Float.toHexString(loss.item()));
          text.append(" norm ").append(Double.toHexString(parameters.gradientNorm()));
          text.append(" parameters ").append(Arrays.hashCode(parameters.toArray()));
        }
      }
      Files.writeString(Path.of(arguments[0]), text);
    }

    /** The norm is clipped at every step. */
    private static void train(Program program, Parameters parameters) {
      try (Adam adam = new Adam(parameters, 0.01)) {
        for (int step = 0; step < 10; step++) {
          parameters.clearGradients();
          program.run();
          adam.step(1e-3);
        }
      }
    }
  }
}
