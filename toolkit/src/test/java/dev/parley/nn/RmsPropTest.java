package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.state.StateFile;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RmsPropTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  private final Parameters parameters = new Parameters();
  private final Tensor w = parameters.add(1, 4, new float[] {1, -1, 0.5f, 0});

  @TempDir private Path folder;

  @AfterEach
  void close() {
    parameters.close();
  }

  private static float cos(double x) {
    return (float) Math.cos(x);
  }

  private void steps(RmsProp optimiser, int from, int to, double rate) {
    for (int t = from; t <= to; t++) {
      parameters.writeGradients(new float[] {1, cos(t), cos(2 * t), cos(3 * t)});
      optimiser.step(rate);
    }
  }

  /** Of PyTorch 2.15.0, torch.optim.RMSprop in float64: gradients cos(t i), i = 0 to 3. */
  @Test
  void goldenOfPyTorch() {
    try (RmsProp optimiser = new RmsProp(parameters, NONE)) {
      steps(optimiser, 1, 10, 0.1);
    }
    assertArrayEquals(
        new float[] {-4.064867f, -0.36037672f, 1.6438599f, 0.58702505f}, w.toArray(), 1e-5f);
  }

  /** The same with momentum=0.95. */
  @Test
  void goldenOfPyTorchWithMomentum() {
    try (RmsProp optimiser = new RmsProp(parameters, NONE, 0.99, 1e-8, 0.95)) {
      steps(optimiser, 1, 10, 0.1);
    }
    assertArrayEquals(
        new float[] {-26.91241f, 0.23885116f, 11.261114f, 5.004105f}, w.toArray(), 5e-5f);
  }

  @Test
  void gradientAboveTheLimitIsScaledToIt() {
    try (RmsProp optimiser = new RmsProp(parameters, 1)) {
      parameters.writeGradients(new float[] {3, -4, 0, 0});
      optimiser.step(0.01);
    }
    assertArrayEquals(new float[] {0.6f, -0.8f, 0, 0}, w.gradientToArray(), 1e-6f);
    assertEquals(1, parameters.gradientNorm(), 1e-6);
  }

  @Test
  void goesOnFromWhereItWas() throws IOException {
    try (RmsProp optimiser = new RmsProp(parameters, NONE, 0.9, 1e-6, 0.5);
        RmsProp other = new RmsProp(parameters, NONE, 0.9, 1e-6, 0.5)) {
      steps(optimiser, 1, 5, 0.1);
      Path file = Files.write(folder.resolve("x.npz"), StateFile.bytes("{}", optimiser::keep));
      steps(optimiser, 6, 9, 0.1);
      float[] expected = w.toArray();
      try (StateFile state = StateFile.open(file)) {
        state.restore(other::keep);
      }
      steps(other, 6, 9, 0.1);
      assertArrayEquals(expected, w.toArray());
    }
  }
}
