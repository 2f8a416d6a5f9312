package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs of one graph, run and run again. */
final class GraphTest {

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

  private Tensor parameter(float... row) {
    return parameters.add(1, row.length, row);
  }

  @Test
  void inputsAreZeroAtFirst() {
    Tensor x = graph.input(2, 2);
    Tensor y = Elementwise.scale(x, 3);
    graph.forward().run();
    values(x, 0, 0, 0, 0);
    values(y, 0, 0, 0, 0);
  }

  @Test
  void inputKeepsItsValueUntilItIsRewritten() {
    Tensor a = graph.input(1, 2);
    Tensor b = graph.input(1, 2);
    Tensor sum = Elementwise.add(a, b);
    Program program = graph.forward();
    a.write(new float[] {1, 2});
    b.write(new float[] {10, 20});
    program.run();
    values(sum, 11, 22);
    program.run();
    values(sum, 11, 22);
    b.write(0, 1, 50);
    program.run();
    values(sum, 11, 52);
    a.writeRow(0, new float[] {9, 9, 3, 4}, 2);
    program.run();
    values(sum, 13, 54);
    values(a, 3, 4);
    values(b, 10, 50);
  }

  /** What is written takes effect at the next run, not before. */
  @Test
  void resultsAreThoseOfTheLastRun() {
    Tensor x = graph.input(1, 1);
    Tensor y = Elementwise.scale(x, 2);
    Program program = graph.forward();
    x.write(0, 0, 1);
    program.run();
    x.write(0, 0, 5);
    values(y, 2);
    values(x, 5);
    program.run();
    values(y, 10);
  }

  @Test
  void inputOfSeveralPrograms() {
    Tensor x = graph.input(1, 1);
    Tensor y = Elementwise.scale(x, 2);
    Program first = graph.forward();
    Tensor z = Elementwise.add(x, y);
    Program second = graph.forward();
    x.write(0, 0, 1);
    first.run();
    x.write(0, 0, 10);
    second.run();
    values(y, 2);
    values(z, 12);
    first.run();
    values(y, 20);
    second.run();
    values(z, 30);
  }

  @Test
  void everyResultCanBeReadAfterEachProgram() {
    Tensor x = graph.input(1, 2);
    Tensor y = Elementwise.scale(x, 2);
    Program first = graph.forward();
    Tensor logs = Softmax.log(y);
    Indices mode = Softmax.mode(logs);
    Program second = graph.forward();
    Tensor picked = Lookup.pick(y, mode);
    Program third = graph.forward();
    for (int run = 1; run < 4; run++) {
      float larger = run;
      x.write(run % 2 == 0 ? new float[] {larger, -1} : new float[] {-1, larger});
      first.run();
      assertEquals(2 * larger, Math.max(y.toArray()[0], y.toArray()[1]));
      second.run();
      assertEquals(run % 2, mode.get(0));
      assertEquals(2 * larger, y.toArray()[run % 2]);
      third.run();
      values(picked, 2 * larger);
      assertEquals(-2, y.toArray()[1 - run % 2]);
    }
  }

  @Test
  void indicesChangeBetweenRuns() {
    Tensor table = parameters.add(3, 2, new float[] {0, 1, 10, 11, 20, 21});
    Indices index = graph.indices(2);
    Tensor rows = Lookup.rows(table, index);
    Program program = graph.forward();
    program.run();
    values(rows, 0, 1, 0, 1);
    index.set(0, 2);
    program.run();
    values(rows, 20, 21, 0, 1);
    program.run();
    values(rows, 20, 21, 0, 1);
    index.set(0, 1);
    index.set(1, 1);
    program.run();
    values(rows, 10, 11, 10, 11);
    table.write(new float[] {0, 1, 12, 13, 20, 21});
    program.run();
    values(rows, 12, 13, 12, 13);
  }

  /** One column of indices looked up among 3 and among 2 classes. */
  @Test
  void indicesOfTwoTables() {
    Tensor three = parameters.add(3, 1, new float[] {1, 2, 3});
    Tensor two = parameters.add(2, 1, new float[] {10, 20});
    Indices index = graph.indices(1);
    Tensor sum = Elementwise.add(Lookup.rows(three, index), Lookup.rows(two, index));
    Program program = graph.forward();
    index.set(0, 1);
    program.run();
    values(sum, 22);
    index.set(0, 0);
    program.run();
    values(sum, 11);
  }

  /** The program after a sampling program uses what was drawn, at every run. */
  @Test
  void whatWasSampledIsLookedUpInTheNextProgram() {
    Tensor logits = graph.input(4, 5);
    Tensor logs = Softmax.log(logits);
    Indices drawn = Softmax.sample(logs, new RandomStream(3));
    Program first = graph.forward();
    Tensor numbers = parameters.add(5, 1, new float[] {0, 1, 2, 3, 4});
    Tensor looked = Lookup.rows(numbers, drawn);
    Tensor chosen = Lookup.pick(logs, drawn);
    Program second = graph.forward();
    for (int run = 0; run < 20; run++) {
      first.run();
      second.run();
      values(looked, numbers(drawn));
      values(chosen, log5(), log5(), log5(), log5());
    }
  }

  private static float[] numbers(Indices drawn) {
    float[] numbers = new float[drawn.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = drawn.get(row);
    }
    return numbers;
  }

  private static float log5() {
    return (float) -Math.log(5);
  }

  /** The same in one program: drawing comes before looking up. */
  @Test
  void whatWasSampledIsLookedUpInTheSameProgram() {
    Tensor logits = graph.input(4, 5);
    Indices drawn = Softmax.sample(Softmax.log(logits), new RandomStream(3));
    Tensor numbers = parameters.add(5, 1, new float[] {0, 1, 2, 3, 4});
    Tensor looked = Lookup.rows(numbers, drawn);
    Program program = graph.forward();
    boolean changed = false;
    float[] before = {};
    for (int run = 0; run < 20; run++) {
      program.run();
      float[] expected = numbers(drawn);
      values(looked, expected);
      changed |= run > 0 && !Arrays.equals(before, expected);
      before = expected;
    }
    assertTrue(changed);
  }

  @Test
  void detachedIsStillTheSamePlace() {
    Tensor x = graph.input(1, 2);
    Tensor same = x.detach();
    same.write(new float[] {4, 5});
    values(x, 4, 5);
    values(Elementwise.scale(x, 1).detach(), 0, 0);
  }

  @Test
  void reshapeIsTheSamePlace() {
    Tensor x = graph.input(2, 3);
    x.reshape(1, 6).write(new float[] {1, 2, 3, 4, 5, 6});
    values(x, 1, 2, 3, 4, 5, 6);
    assertEquals("[3, 2]", x.reshape(3, 2).shape());
    assertEquals("Tensor[2, 3]", x.toString());
  }

  @Test
  void computedTensorsCannotBeWritten() {
    Tensor y = Elementwise.scale(graph.input(1, 2), 2);
    for (Tensor t : new Tensor[] {y, y.reshape(2, 1), y.detach()}) {
      assertThrows(IllegalStateException.class, () -> t.write(new float[2]));
      assertThrows(IllegalStateException.class, () -> t.write(0, 0, 1));
      assertThrows(IllegalStateException.class, () -> t.writeRow(0, new float[2], 0));
    }
  }

  @Test
  void parametersAreWrittenAsAWhole() {
    Tensor w = parameter(1, 2);
    w.write(new float[] {3, 4});
    values(w, 3, 4);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> w.write(0, 0, 1));
    assertEquals("tensor [1, 2] is a parameter, which is written as a whole", thrown.getMessage());
  }

  @Test
  void programWithNothingToDo() {
    Program program = graph.forward();
    program.run();
    assertEquals(0, program.size());
  }
}
