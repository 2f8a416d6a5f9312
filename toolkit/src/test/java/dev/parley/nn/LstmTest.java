package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.ShapeException;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LstmTest {

  private static final int INPUTS = 3;
  private static final int HIDDEN = 5;
  private static final int BATCH = 4;
  private static final int STEPS = 6;

  /** See the golden test. */
  private static final float[] STATES = {
    -0.070217334f,
    -0.43131277f,
    0.017124172f,
    0.009710683f,
    -0.22985932f,
    -0.5463407f,
    0.03458767f,
    -0.062144566f,
    -0.30773106f,
    -0.5707664f,
    0.043785565f,
    -0.13860205f
  };

  /** Of its loss. */
  private static final float[] GRADIENT = {
    -0.41786566f,
    0.20201686f,
    -0.12139384f,
    -0.15707919f,
    -0.03698171f,
    -0.365852f,
    0.12756942f,
    0.30910173f,
    0.00786185f,
    -0.015040912f,
    -0.028948024f,
    -0.010410822f,
    -0.03713266f,
    0.054920927f,
    0.0042183027f,
    -0.046975616f,
    0.4263612f,
    -0.21827014f,
    0.09011247f,
    0.14582922f,
    -0.0031440158f,
    0.4251998f,
    -0.123011105f,
    -0.3598638f,
    -0.118629515f,
    -0.39684197f,
    -0.056229107f,
    -0.15967916f,
    0.747693f,
    0.75159f,
    0.16122507f,
    0.4560733f,
    0.069079824f,
    -0.010110637f,
    0.018619249f,
    0.048441462f,
    -0.022220323f,
    0.035597906f,
    -0.02750347f,
    -0.06507165f,
    0.13526066f,
    0.06484035f,
    0.052036338f,
    0.09792228f,
    -0.17499658f,
    -0.11627113f,
    -0.07802804f,
    -0.18378972f,
    -0.118629515f,
    -0.39684197f,
    -0.056229107f,
    -0.15967916f,
    0.747693f,
    0.75159f,
    0.16122507f,
    0.4560733f
  };

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private static float[] waves(int length, double size, double pace, double phase) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (size * Math.sin(pace * (i + 1) + phase));
    }
    return values;
  }

  /**
   * Of PyTorch 2.15.0, torch.nn.LSTM in float64, three steps of a batch of two: parameter k is 0.5
   * sin k, input k is cos k, the state before is 0.3 cos 2k and 0.3 sin 2k; the loss is the sum of
   * all squares and of the cells after the last step.
   */
  @Test
  void goldenOfPyTorch() {
    Lstm lstm = new Lstm(parameters, 3, 2, new RandomStream(1));
    Lstm.Memory memory = lstm.start(graph, 2);
    memory.hidden().write(waves(4, 0.3, 2, Math.PI / 2));
    memory.cell().write(waves(4, 0.3, 2, 0));
    float[] all = waves(18, 1, 1, Math.PI / 2);
    Tensor loss = graph.input(1, 1);
    Tensor[] states = new Tensor[3];
    for (int t = 0; t < 3; t++) {
      Tensor x = graph.input(2, 3);
      x.writeRow(0, all, 6 * t);
      x.writeRow(1, all, 6 * t + 3);
      memory = lstm.apply(x, memory);
      Tensor h = memory.hidden();
      states[t] = h;
      loss = Elementwise.add(loss, Reduce.sum(Elementwise.multiply(h, h)));
    }
    loss = Elementwise.add(loss, Reduce.sum(memory.cell()));
    parameters.write(waves(parameters.length(), 0.5, 1, 0));
    graph.backwardFromZero(loss).run();

    for (int t = 0; t < 3; t++) {
      float[] state = states[t].toArray();
      for (int i = 0; i < 4; i++) {
        assertEquals(STATES[4 * t + i], state[i], 1e-6, "step " + t + " at " + i);
      }
    }
    assertEquals(-1.1515524330, loss.item(), 1e-6);
    assertArrayEquals(GRADIENT, parameters.gradientsToArray(), 2e-6f);
  }

  /** In respect of all parameters, all inputs and the memory before the first step. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void gradientThroughSixSteps(long seed) {
    RandomStream random = new RandomStream(seed);
    Lstm lstm = new Lstm(parameters, INPUTS, HIDDEN, random);
    Tensor start = parameters.add(BATCH, HIDDEN, Initial.uniform(BATCH * HIDDEN, 1, random));
    Tensor cell = parameters.add(BATCH, HIDDEN, Initial.normal(BATCH * HIDDEN, 1, random));
    Tensor zeros = graph.input(BATCH, HIDDEN);
    Lstm.Memory memory =
        new Lstm.Memory(Elementwise.add(start, zeros), Elementwise.add(cell, zeros));
    Tensor loss = graph.input(1, 1);
    float[][] weights = new float[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      Tensor x = parameters.add(BATCH, INPUTS, Initial.normal(BATCH * INPUTS, 1, random));
      memory = lstm.apply(Elementwise.add(x, graph.input(BATCH, INPUTS)), memory);
      Tensor squares = Elementwise.multiply(memory.cell(), memory.cell());
      Tensor h = Elementwise.add(memory.hidden(), squares);
      weights[t] = Initial.normal(BATCH * HIDDEN, 1, random);
      Tensor w = graph.input(BATCH, HIDDEN);
      w.write(weights[t]);
      loss = Elementwise.add(loss, Reduce.sum(Elementwise.multiply(h, w)));
    }
    graph.backwardFromZero(loss).run();
    double[] values = Slopes.doubles(parameters.toArray());
    double expected = loss(values, weights);
    assertEquals(expected, loss.item(), 1e-5 * Math.max(1, Math.abs(expected)));
    Slopes.check(Slopes.of(v -> loss(v, weights), values), parameters.gradientsToArray());
  }

  private static double loss(double[] values, float[][] weights) {
    RecurrentReference all = new RecurrentReference(values);
    RecurrentReference.Sums w = all.sums(INPUTS, 4 * HIDDEN);
    RecurrentReference.Sums u = all.sums(HIDDEN, 4 * HIDDEN);
    double[][][] h = new double[BATCH][2][];
    for (int part = 0; part < 2; part++) {
      for (int e = 0; e < BATCH; e++) {
        h[e][part] = all.take(HIDDEN);
      }
    }
    double loss = 0;
    for (int t = 0; t < STEPS; t++) {
      for (int e = 0; e < BATCH; e++) {
        h[e] = RecurrentReference.lstm(w, u, all.take(INPUTS), h[e][0], h[e][1]);
        for (int j = 0; j < HIDDEN; j++) {
          loss += weights[t][e * HIDDEN + j] * (h[e][0][j] + h[e][1][j] * h[e][1][j]);
        }
      }
    }
    assertTrue(all.atEnd());
    return loss;
  }

  @Test
  void startsWithinTheBoundOfItsUnits() {
    Lstm lstm = new Lstm(parameters, 4, 25, new RandomStream(5));
    assertEquals(25, lstm.hidden());
    assertEquals(4 * 25 * (4 + 1 + 25 + 1), parameters.length());
    double largest = 0;
    for (float value : parameters.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= 0.2 && largest > 0.19, "largest " + largest);
  }

  @Test
  void startsAsTold() {
    new Lstm(parameters, 4, 3, Start.uniform(0.08), Start.constant(0.5), new RandomStream(5));
    float[] all = parameters.toArray();
    for (int i = 0; i < all.length; i++) {
      boolean bias = (i >= 48 && i < 60) || i >= 96;
      assertTrue(bias ? all[i] == 0.5f : Math.abs(all[i]) <= 0.08f, "at " + i);
    }
  }

  @Test
  void inputOrMemoryOfTheWrongWidth() {
    Lstm lstm = new Lstm(parameters, 4, 3, new RandomStream(5));
    Lstm.Memory zeros = lstm.start(graph, 2);
    Tensor x = graph.input(2, 4);
    assertThrows(ShapeException.class, () -> lstm.apply(zeros.cell(), zeros));
    assertThrows(ShapeException.class, () -> lstm.apply(x, new Lstm.Memory(x, zeros.cell())));
    assertThrows(ShapeException.class, () -> lstm.apply(x, new Lstm.Memory(zeros.hidden(), x)));
  }
}
