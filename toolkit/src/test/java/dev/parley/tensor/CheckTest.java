package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.Problem;
import dev.parley.error.ShapeException;
import dev.parley.random.RandomStream;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is told while recording, with the shapes of both operands. */
final class CheckTest {

  private final Graph graph = new Graph();
  private final Tensor t23 = graph.input(2, 3);
  private final Tensor t32 = graph.input(3, 2);
  private final Tensor t24 = graph.input(2, 4);

  @AfterEach
  void close() {
    graph.close();
  }

  private static void refused(String subject, String got, String allowed, Executable call) {
    Problem problem = assertThrows(ShapeException.class, call).problems().get(0);
    assertEquals(subject, problem.subject());
    assertEquals(got, problem.value("got").orElseThrow());
    assertEquals(allowed, problem.value("allowed").orElseThrow());
  }

  private interface Binary {

    Tensor of(Tensor a, Tensor b);
  }

  @Test
  void elementwise() {
    Object[][] operations = {
      {"add", (Binary) Elementwise::add},
      {"subtract", (Binary) Elementwise::subtract},
      {"multiply", (Binary) Elementwise::multiply},
      {"straightThrough", (Binary) Codes::straightThrough}
    };
    for (Object[] operation : operations) {
      String name = (String) operation[0];
      Binary binary = (Binary) operation[1];
      refused(name, "[2, 3] with [3, 2]", "equal shapes", () -> binary.of(t23, t32));
      refused(name, "[2, 3] with [2, 4]", "equal shapes", () -> binary.of(t23, t24));
    }
  }

  @Test
  void oneValueIsNotSpread() {
    Tensor one = graph.input(1, 1);
    refused("add", "[2, 3] with [1, 1]", "equal shapes", () -> Elementwise.add(t23, one));
  }

  @Test
  void linear() {
    refused(
        "linear",
        "[2, 3] with [2, 4]",
        "[n, k] with [k, m]",
        () -> Dense.linear(t23, t24, graph.input(1, 4), Activation.NONE));
  }

  @Test
  void linearBias() {
    refused(
        "linear bias",
        "[3, 2] with [1, 3]",
        "[n, m] with [1, m]",
        () -> Dense.linear(t23, t32, graph.input(1, 3), Activation.NONE));
    refused(
        "linear bias",
        "[3, 2] with [2, 1]",
        "[n, m] with [1, m]",
        () -> Dense.linear(t23, t32, graph.input(2, 1), Activation.NONE));
  }

  @Test
  void product() {
    refused("product", "[2, 3] with [2, 3]", "[n, k] with [k, m]", () -> Dense.product(t23, t23));
  }

  @Test
  void productTransposed() {
    refused(
        "product",
        "[2, 3] with [3, 2]",
        "as many columns",
        () -> Dense.productTransposed(t23, t32));
  }

  @Test
  void nearest() {
    refused("nearest", "[2, 3] with [2, 4]", "as many columns", () -> Codes.nearest(t23, t24));
  }

  @Test
  void concatenate() {
    refused(
        "concatenate",
        "[2, 3] with [3, 2]",
        "as many rows",
        () -> Columns.concatenate(t23, t24, t32));
  }

  @Test
  void concatenateNothing() {
    assertThrows(IllegalArgumentException.class, Columns::concatenate);
  }

  @Test
  void pick() {
    Indices five = graph.indices(5);
    refused("pick", "[2, 3] with 5 indices", "one index a row", () -> Lookup.pick(t23, five));
  }

  @Test
  void scalars() {
    refused("scaleBy", "[2, 4]", "[1, 1]", () -> Elementwise.scaleBy(t23, t24));
    refused("loss", "[2, 3]", "[1, 1]", () -> graph.backward(t23));
    refused("item", "[2, 3]", "[1, 1]", t23::item);
  }

  @Test
  void reshape() {
    refused("reshape", "[2, 3]", "as many values as [2, 4]", () -> t23.reshape(2, 4));
    refused("shape", "[-2, -3]", "1 or more rows and columns", () -> t23.reshape(-2, -3));
  }

  @Test
  void emptyAndNegativeShapes() {
    String allowed = "1 or more rows and columns";
    refused("shape", "[0, 5]", allowed, () -> graph.input(0, 5));
    refused("shape", "[5, 0]", allowed, () -> graph.input(5, 0));
    refused("shape", "[-1, -5]", allowed, () -> graph.input(-1, -5));
    refused("shape", "[0, 5]", allowed, () -> new Parameters().add(0, 5, new float[0]));
  }

  @Test
  void fewerOrMoreValuesThanPlaces() {
    refused("write", "5 values for [2, 3]", "6 values", () -> t23.write(new float[5]));
    refused("write", "7 values for [2, 3]", "6 values", () -> t23.write(new float[7]));
    refused("read", "room for 5 values of [2, 3]", "6 or more", () -> t23.read(new float[5]));
  }

  /** Native code copies: here a wrong length would reach beyond the array. */
  @Test
  void fewerOrMoreValuesThanAParameter() {
    try (Parameters parameters = new Parameters()) {
      Tensor w = parameters.add(2, 3, new float[6]);
      refused("write", "5 values for [2, 3]", "6 values", () -> w.write(new float[5]));
      refused("write", "7 values for [2, 3]", "6 values", () -> w.write(new float[7]));
      refused("read", "room for 5 values of [2, 3]", "6 or more", () -> w.read(new float[5]));
    }
  }

  @Test
  void placesThatDoNotExist() {
    assertThrows(IndexOutOfBoundsException.class, () -> t23.write(2, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> t23.write(-1, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> t23.write(0, 3, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> t23.write(1, -1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> t23.writeRow(2, new float[9], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> t23.writeRow(0, new float[9], 7));
  }

  @Test
  void parameterOfAnotherLength() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> new Parameters().add(2, 3, new float[5]));
    assertEquals("5 values for a parameter [2, 3]", thrown.getMessage());
  }

  /** The indices are known only when the program runs. */
  @Test
  void indexOutOfRange() {
    try (Parameters parameters = new Parameters()) {
      Tensor table = parameters.add(4, 2, new float[8]);
      Indices index = graph.indices(3);
      Tensor rows = Lookup.rows(table, index);
      Program program = graph.forward();
      for (int wrong : new int[] {4, -1, Integer.MAX_VALUE}) {
        index.set(2, wrong);
        refused("index", Integer.toString(wrong), "0 to 3", program::run);
        Problem problem = assertThrows(ShapeException.class, program::run).problems().get(0);
        assertEquals("2", problem.value("row").orElseThrow());
      }
      table.write(new float[] {0, 1, 2, 3, 4, 5, 6, 7});
      index.set(2, 3);
      program.run();
      assertEquals(7, rows.toArray()[5]);
    }
  }

  @Test
  void tensorsOfTwoGraphs() {
    try (Graph other = new Graph()) {
      Tensor foreign = other.input(2, 3);
      Indices foreignIndex = other.indices(2);
      Function<Executable, IllegalStateException> refusal =
          call -> assertThrows(IllegalStateException.class, call);
      Executable[] mixed = {
        () -> Elementwise.add(t23, foreign),
        () -> Elementwise.scaleBy(t23, other.input(1, 1)),
        () -> Dense.linear(t23, t32, other.input(1, 2), Activation.NONE),
        () -> Dense.product(t32, foreign),
        () -> Dense.productTransposed(t23, foreign),
        () -> Columns.concatenate(t23, t24, foreign),
        () -> Codes.nearest(t23, foreign),
        () -> Codes.straightThrough(t23, foreign),
        () -> Lookup.rows(t23, foreignIndex),
        () -> Lookup.pick(t23, foreignIndex)
      };
      for (Executable call : mixed) {
        assertEquals("tensors of two graphs in one operation", refusal.apply(call).getMessage());
      }
    }
  }

  @Test
  void parametersAlone() {
    try (Parameters parameters = new Parameters()) {
      Tensor w = parameters.add(1, 2, new float[2]);
      assertThrows(IllegalStateException.class, () -> Elementwise.add(w, w));
      assertThrows(IllegalStateException.class, () -> Softmax.sample(w, new RandomStream(1)));
    }
  }

  @Test
  void lossThatCannotBeLearnt() {
    try (Parameters parameters = new Parameters();
        Graph other = new Graph()) {
      Tensor w = parameters.add(1, 1, new float[1]);
      Tensor foreign = Elementwise.add(w, other.input(1, 1));
      assertThrows(IllegalStateException.class, () -> graph.backward(Reduce.sum(t23)));
      assertThrows(IllegalStateException.class, () -> graph.backward(foreign));
      assertThrows(IllegalStateException.class, () -> graph.backward(w));
    }
  }

  @Test
  void slice() {
    String allowed = "0 <= from < to <= 4";
    refused("slice", "columns -1 to before 2 of [2, 4]", allowed, () -> Columns.slice(t24, -1, 2));
    refused("slice", "columns 2 to before 2 of [2, 4]", allowed, () -> Columns.slice(t24, 2, 2));
    refused("slice", "columns 1 to before 5 of [2, 4]", allowed, () -> Columns.slice(t24, 1, 5));
  }

  @Test
  void rowsAndColumnsThatAreRepeated() {
    Tensor row = graph.input(1, 3);
    Tensor wide = graph.input(1, 4);
    refused(
        "affine gain",
        "[2, 3] with [1, 4]",
        "[n, m] with [1, m]",
        () -> Broadcast.affine(t23, wide, row));
    refused(
        "affine shift",
        "[2, 3] with [1, 4]",
        "[n, m] with [1, m]",
        () -> Broadcast.affine(t23, row, wide));
    refused(
        "multiplyColumn",
        "[2, 3] with [1, 3]",
        "[n, m] with [n, 1]",
        () -> Broadcast.multiplyColumn(t23, row));
  }

  @Test
  void normalise() {
    ColumnStatistics three = new ColumnStatistics(3, 0.1);
    refused(
        "batch",
        "[1, 3]",
        "2 or more rows, for a variance",
        () -> Normalise.batch(graph.input(1, 3), 1e-5, three));
    refused(
        "batch",
        "[2, 4] with statistics of 3 columns",
        "as many columns",
        () -> Normalise.batch(t24, 1e-5, three));
    refused(
        "running",
        "[2, 4] with statistics of 3 columns",
        "as many columns",
        () -> Normalise.running(t24, 1e-5, three));
  }
}
