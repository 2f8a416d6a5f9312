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

final class GruTest {

  private static final int INPUTS = 3;
  private static final int HIDDEN = 5;
  private static final int BATCH = 4;
  private static final int STEPS = 6;

  /** See the golden test. */
  private static final float[] STATES = {
    -0.07249359f,
    -0.19602183f,
    0.0922148f,
    -0.35827246f,
    -0.14844376f,
    -0.26632428f,
    -0.046231393f,
    -0.48794055f,
    -0.27723315f,
    -0.36116084f,
    -0.07285052f,
    -0.5055918f
  };

  /** Of its loss. */
  private static final float[] GRADIENT = {
    0.00031497932f,
    0.0014305749f,
    -0.061530218f,
    0.26033264f,
    -0.31486306f,
    -0.03598053f,
    -0.00030613464f,
    -0.007950929f,
    0.0018149336f,
    -0.08437386f,
    0.08912652f,
    0.14748767f,
    -0.00064578984f,
    -0.010022385f,
    0.06349144f,
    -0.35150743f,
    0.41117358f,
    0.19535638f,
    -0.0016961253f,
    0.120203875f,
    -0.04418911f,
    -0.5072883f,
    -0.5472307f,
    -1.6503997f,
    -9.7378055E-5f,
    0.00051340903f,
    0.014678357f,
    -0.09170938f,
    0.029062575f,
    0.008878438f,
    0.0003631404f,
    -0.028855914f,
    0.01889954f,
    0.0786917f,
    0.0634316f,
    0.2606963f,
    -0.0016961253f,
    0.120203875f,
    -0.04418911f,
    -0.5072883f,
    -0.25234616f,
    -0.9965181f
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
   * Of PyTorch 2.15.0, torch.nn.GRU in float64, three steps of a batch of two: parameter k is 0.5
   * sin k, input k is cos k, the state before is 0.3 cos 2k; the loss is the sum of all squares.
   */
  @Test
  void goldenOfPyTorch() {
    Gru gru = new Gru(parameters, 3, 2, new RandomStream(1));
    Tensor h = graph.input(2, 2);
    h.write(waves(4, 0.3, 2, Math.PI / 2));
    float[] all = waves(18, 1, 1, Math.PI / 2);
    Tensor loss = graph.input(1, 1);
    Tensor[] states = new Tensor[3];
    for (int t = 0; t < 3; t++) {
      Tensor x = graph.input(2, 3);
      x.writeRow(0, all, 6 * t);
      x.writeRow(1, all, 6 * t + 3);
      h = gru.apply(x, h);
      states[t] = h;
      loss = Elementwise.add(loss, Reduce.sum(Elementwise.multiply(h, h)));
    }
    parameters.write(waves(parameters.length(), 0.5, 1, 0));
    graph.backwardFromZero(loss).run();

    for (int t = 0; t < 3; t++) {
      float[] state = states[t].toArray();
      for (int i = 0; i < 4; i++) {
        assertEquals(STATES[4 * t + i], state[i], 1e-6, "step " + t + " at " + i);
      }
    }
    assertEquals(0.9819557747, loss.item(), 1e-6);
    assertArrayEquals(GRADIENT, parameters.gradientsToArray(), 2e-6f);
  }

  /** In respect of all parameters, all inputs and the state before the first step. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void gradientThroughSixSteps(long seed) {
    RandomStream random = new RandomStream(seed);
    Gru gru = new Gru(parameters, INPUTS, HIDDEN, random);
    Tensor start = parameters.add(BATCH, HIDDEN, Initial.uniform(BATCH * HIDDEN, 1, random));
    Tensor h = Elementwise.add(start, graph.input(BATCH, HIDDEN));
    Tensor loss = graph.input(1, 1);
    float[][] weights = new float[STEPS][];
    for (int t = 0; t < STEPS; t++) {
      Tensor x = parameters.add(BATCH, INPUTS, Initial.normal(BATCH * INPUTS, 1, random));
      h = gru.apply(Elementwise.add(x, graph.input(BATCH, INPUTS)), h);
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
    RecurrentReference.Sums w = all.sums(INPUTS, 3 * HIDDEN);
    RecurrentReference.Sums u = all.sums(HIDDEN, 3 * HIDDEN);
    double[][] h = new double[BATCH][];
    for (int e = 0; e < BATCH; e++) {
      h[e] = all.take(HIDDEN);
    }
    double loss = 0;
    for (int t = 0; t < STEPS; t++) {
      for (int e = 0; e < BATCH; e++) {
        h[e] = RecurrentReference.gru(w, u, all.take(INPUTS), h[e]);
        for (int j = 0; j < HIDDEN; j++) {
          loss += weights[t][e * HIDDEN + j] * h[e][j];
        }
      }
    }
    assertTrue(all.atEnd());
    return loss;
  }

  @Test
  void startsWithinTheBoundOfItsUnits() {
    Gru gru = new Gru(parameters, 4, 25, new RandomStream(5));
    assertEquals(25, gru.hidden());
    assertEquals(3 * 25 * (4 + 1 + 25 + 1), parameters.length());
    double largest = 0;
    for (float value : parameters.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= 0.2 && largest > 0.19, "largest " + largest);
  }

  /** Each gate's matrix is orthogonal on its own, and biases are as told. */
  @Test
  void startsAsTold() {
    new Gru(parameters, 4, 3, Start.orthogonal(2), Start.constant(0.5), new RandomStream(5));
    float[] all = parameters.toArray();
    for (int i = 36; i < 45; i++) {
      assertEquals(0.5f, all[i]);
      assertEquals(0.5f, all[i + 36]);
    }
    for (int gate = 0; gate < 3; gate++) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          double dot = 0;
          for (int column = 0; column < 3; column++) {
            int place = 45 + 3 * gate + column;
            dot += all[place + 9 * a] * all[place + 9 * b];
          }
          assertEquals(a == b ? 4 : 0, dot, 1e-5);
        }
      }
    }
  }

  @Test
  void inputOrStateOfTheWrongWidth() {
    Gru gru = new Gru(parameters, 4, 3, new RandomStream(5));
    Tensor x = graph.input(2, 4);
    Tensor h = graph.input(2, 3);
    assertThrows(ShapeException.class, () -> gru.apply(h, h));
    assertThrows(ShapeException.class, () -> gru.apply(x, x));
    assertThrows(ShapeException.class, () -> gru.apply(x, graph.input(3, 3)));
  }
}
