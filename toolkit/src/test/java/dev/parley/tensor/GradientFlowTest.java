package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where gradients arrive, and when they are added to what is there. */
final class GradientFlowTest {

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private static void values(Tensor t, float... expected) {
    assertArrayEquals(expected, t.toArray(), 1e-6f);
  }

  private static void gradient(Tensor t, float... expected) {
    assertArrayEquals(expected, t.gradientToArray(), 1e-6f);
  }

  private Tensor parameter(float... row) {
    return parameters.add(1, row.length, row);
  }

  @Test
  void gradientsOfParametersAccumulateUntilCleared() {
    Tensor w = parameter(1, 2);
    Tensor x = graph.input(1, 2);
    Program program = graph.backward(Reduce.sum(Elementwise.multiply(w, x)));
    x.write(new float[] {3, 5});
    program.run();
    gradient(w, 3, 5);
    program.run();
    gradient(w, 6, 10);
    x.write(new float[] {1, 1});
    program.run();
    gradient(w, 7, 11);
    parameters.clearGradients();
    gradient(w, 0, 0);
    program.run();
    gradient(w, 1, 1);
  }

  @Test
  void backwardFromZeroReplacesTheGradientsThatItReaches() {
    Tensor w = parameter(1, 2);
    Tensor other = parameter(3);
    Tensor x = graph.input(1, 2);
    Tensor seven = graph.input(1, 1);
    seven.write(0, 0, 7);
    Tensor y = Elementwise.multiply(w, x);
    Program both = graph.backward(Reduce.sum(Elementwise.add(y, Elementwise.scale(y, 2))));
    Program alone = graph.backward(Reduce.sum(Elementwise.multiply(other, seven)));
    Program fresh = graph.backwardFromZero(Reduce.sum(Elementwise.add(y, y)));
    x.write(new float[] {3, 5});
    both.run();
    alone.run();
    gradient(w, 9, 15);
    for (int i = 0; i < 3; i++) {
      fresh.run();
      gradient(w, 6, 10);
      gradient(other, 7);
    }
  }

  @Test
  void gradientsOfResultsDoNotAccumulate() {
    Tensor w = parameter(1, 2);
    Tensor y = Elementwise.add(w, graph.input(1, 2));
    Program program = graph.backward(Reduce.sum(Elementwise.add(y, Elementwise.scale(y, 2))));
    program.run();
    program.run();
    gradient(y, 3, 3);
    gradient(w, 6, 6);
  }

  @Test
  void twoProgramsEqualOne() {
    float[][] gradients = new float[2][];
    float[] losses = new float[2];
    for (int cut = 0; cut < 2; cut++) {
      try (Graph g = new Graph();
          Parameters p = new Parameters()) {
        RandomStream random = new RandomStream(5);
        Tensor w = p.add(4, 3, Initial.normal(12, 1, random));
        Tensor b = p.add(1, 3, Initial.normal(3, 1, random));
        Tensor x = g.input(6, 4);
        x.write(Initial.normal(24, 1, random));
        Tensor hidden = Dense.linear(x, w, b, Activation.TANH);
        Tensor logs = Softmax.log(hidden);
        Indices drawn = Softmax.sample(logs, random);
        Program first = cut == 1 ? g.forward() : null;
        Tensor chosen = Lookup.pick(logs, drawn);
        Tensor loss = Elementwise.add(Reduce.mean(chosen), Reduce.sum(Softmax.entropy(logs)));
        Program last = g.backward(loss);
        for (int run = 0; run < 3; run++) {
          if (first != null) {
            first.run();
          }
          last.run();
        }
        losses[cut] = loss.item();
        gradients[cut] = Arrays.copyOf(w.gradientToArray(), 15);
        System.arraycopy(b.gradientToArray(), 0, gradients[cut], 12, 3);
      }
    }
    assertArrayEquals(gradients[0], gradients[1]);
    assertEquals(losses[0], losses[1]);
    assertFalse(Arrays.equals(new float[15], gradients[0]));
  }

  @Test
  void twoLossesOfOneGraph() {
    Tensor w = parameter(1, 2);
    Tensor y = Elementwise.add(w, graph.input(1, 2));
    Program first = graph.backward(Reduce.sum(y));
    Program second = graph.backward(Reduce.sum(Elementwise.multiply(y, y)));
    first.run();
    gradient(w, 1, 1);
    second.run();
    gradient(w, 1 + 2, 1 + 4);
    first.run();
    gradient(w, 2 + 2, 2 + 4);
  }

  @Test
  void whatTheLossDoesNotDependOnTakesNoGradient() {
    Tensor w = parameter(1, 2);
    Tensor other = parameter(3, 4);
    Tensor x = graph.input(1, 2);
    Tensor unused = Elementwise.scale(Elementwise.add(other, x), 100);
    graph.backward(Reduce.sum(Elementwise.add(w, x))).run();
    gradient(w, 1, 1);
    gradient(other, 0, 0);
    values(unused, 300, 400);
    assertThrows(IllegalStateException.class, x::gradientToArray);
  }

  @Test
  void detachPassesNoGradient() {
    Tensor w = parameter(2, 3);
    Tensor y = Elementwise.add(w, graph.input(1, 2));
    Tensor loss = Reduce.sum(Elementwise.multiply(y, y.detach()));
    graph.backward(loss).run();
    assertEquals(13, loss.item());
    gradient(w, 2, 3);
  }

  @Test
  void straightThroughGivesTheValuesOfOneAndTheGradientToTheOther() {
    Tensor w = parameter(0.2f, 0.7f);
    Tensor codes = parameters.add(1, 2, new float[] {5, 6});
    Tensor z = Elementwise.scale(Elementwise.add(w, graph.input(1, 2)), 3);
    Tensor quantised = Elementwise.add(codes, graph.input(1, 2));
    Tensor passed = Codes.straightThrough(z, quantised);
    Tensor weights = graph.input(1, 2);
    weights.write(new float[] {10, 100});
    Tensor loss = Reduce.sum(Elementwise.multiply(passed, weights));
    Program program = graph.backward(loss);
    program.run();
    values(passed, 5, 6);
    assertEquals(650, loss.item());
    gradient(w, 30, 300);
    gradient(codes, 0, 0);
  }

  /** The gradient arrives together with another one that takes the ordinary way. */
  @Test
  void straightThroughAddsToOtherGradients() {
    Tensor w = parameter(1, 2);
    Tensor z = Elementwise.add(w, graph.input(1, 2));
    Tensor passed = Codes.straightThrough(z, graph.input(1, 2));
    Tensor loss = Elementwise.add(Reduce.sum(Elementwise.scale(passed, 10)), Reduce.sum(z));
    graph.backward(loss).run();
    assertEquals(3, loss.item());
    gradient(w, 11, 11);
  }

  @Test
  void straightThroughToAParameter() {
    Tensor w = parameter(1, 2);
    Tensor passed = Codes.straightThrough(w, graph.input(1, 2));
    graph.backward(Reduce.sum(Elementwise.scale(passed, 4))).run();
    gradient(w, 4, 4);
  }

  @Test
  void straightThroughFromWhatTakesNoGradient() {
    Tensor x = graph.input(1, 1);
    Tensor quantised = Elementwise.add(parameter(7), graph.input(1, 1));
    Tensor passed = Codes.straightThrough(x, quantised);
    assertThrows(IllegalStateException.class, () -> graph.backward(Reduce.sum(passed)));
  }

  /** The derivative of max(x, 0) at 0 is taken as 0. */
  @Test
  void gradientAtTheKinkOfRelu() {
    Tensor w = parameter(0, 1, -1);
    Tensor identity = graph.input(3, 3);
    identity.write(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    Tensor x = Elementwise.add(w, graph.input(1, 3));
    Tensor y = Dense.linear(x, identity, graph.input(1, 3), Activation.RELU);
    graph.backward(Reduce.sum(y)).run();
    gradient(w, 0, 1, 0);
  }
}
