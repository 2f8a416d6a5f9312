package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocks that are written and read by turns on the host, on the device and by the user hold what a
 * single array would hold.
 */
final class TapeTest {

  private static final int LENGTH = 3;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /** A block and the array that it must be equal to. */
  private static final class Cell {

    final Matrix matrix;
    final float[] expected = new float[LENGTH];

    Cell(Matrix matrix) {
      this.matrix = matrix;
    }

    static Cell of(Block block) {
      return new Cell(new Matrix(block, 1, LENGTH));
    }

    float[] now() {
      float[] values = new float[LENGTH];
      matrix.block().read(values);
      return values;
    }
  }

  /** One recorded program and what it must do to the expected arrays. */
  private record Recorded(Program program, List<Runnable> reference, List<Cell> written) {}

  private final List<Cell> inputs = new ArrayList<>();
  private final List<Cell> residents = new ArrayList<>();
  private final List<Cell> computed = new ArrayList<>();

  private void write(RandomStream random, Cell cell) {
    for (int i = 0; i < LENGTH; i++) {
      cell.expected[i] = random.nextInt(9) - 4;
    }
    if (cell.matrix.block().kind() == Block.Kind.RESIDENT) {
      cell.matrix.block().device().put(cell.expected);
    } else {
      System.arraycopy(cell.expected, 0, cell.matrix.block().host(), 0, LENGTH);
      cell.matrix.block().markWritten();
    }
  }

  /** c = a + b, on a side of chance; c is a new block, a resident one, or a again. */
  private void record(RandomStream random, Tape tape, Recorded recorded) {
    Cell a = any(random);
    Cell b = any(random);
    boolean inPlace = recorded.written.contains(a) && random.nextInt(3) == 0;
    Cell c = inPlace ? a : target(random);
    recorded.written.add(c);
    if (random.nextInt(2) == 0) {
      Matrix sum = c.matrix;
      new Nd4jKernels(tape).add(a.matrix, b.matrix, sum);
    } else {
      float[] left = tape.hostRead(a.matrix);
      float[] right = tape.hostRead(b.matrix);
      float[] sum = tape.hostWrite(c.matrix);
      tape.emit(() -> add(left, right, sum));
    }
    recorded.reference.add(() -> add(a.expected, b.expected, c.expected));
  }

  private static void add(float[] a, float[] b, float[] sum) {
    for (int i = 0; i < LENGTH; i++) {
      sum[i] = a[i] + b[i];
    }
  }

  private Cell any(RandomStream random) {
    List<Cell> all = new ArrayList<>(inputs);
    all.addAll(residents);
    all.addAll(computed);
    return all.get(random.nextInt(all.size()));
  }

  private Cell target(RandomStream random) {
    if (random.nextInt(4) == 0) {
      return residents.get(random.nextInt(residents.size()));
    }
    Cell fresh = Cell.of(Block.computed(LENGTH));
    computed.add(fresh);
    return fresh;
  }

  /**
   * Several programs of random additions; then they are run in their order again and again, with
   * some inputs and parameters rewritten in between, and every block is compared after each.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderOfSides(long seed) {
    RandomStream random = new RandomStream(seed);
    for (int i = 0; i < 2; i++) {
      inputs.add(Cell.of(Block.input(LENGTH)));
      Device device = Device.allocate(LENGTH);
      residents.add(Cell.of(Block.resident(LENGTH, () -> device)));
    }
    List<Recorded> programs = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      programs.add(build(random));
    }
    for (int pass = 0; pass < 4; pass++) {
      for (Recorded recorded : programs) {
        for (Cell cell : List.of(inputs.get(0), inputs.get(1), residents.get(0))) {
          if (random.nextInt(3) == 0) {
            write(random, cell);
          }
        }
        recorded.program.run();
        recorded.reference.forEach(Runnable::run);
        compare(recorded);
      }
      compareAll();
    }
    computed.forEach(cell -> cell.matrix.block().free());
  }

  private Recorded build(RandomStream random) {
    Tape tape = new Tape(new Pool());
    Recorded building =
        new Recorded(new Program(new Kernel[0]), new ArrayList<>(), new ArrayList<>());
    for (int operation = 0; operation < 6; operation++) {
      record(random, tape, building);
    }
    return new Recorded(new Program(tape.finish()), building.reference, building.written);
  }

  private void compare(Recorded recorded) {
    for (Cell cell : recorded.written) {
      assertArrayEquals(cell.expected, cell.now());
    }
    for (Cell cell : residents) {
      assertArrayEquals(cell.expected, cell.now());
    }
  }

  private void compareAll() {
    for (Cell cell : computed) {
      assertArrayEquals(cell.expected, cell.now());
    }
    for (Cell cell : inputs) {
      assertArrayEquals(cell.expected, cell.now());
    }
  }

  private static int kernels(Tape tape) {
    return tape.finish().length;
  }

  @Test
  void copyIsMadeOnceForSeveralReaders() {
    Tape tape = new Tape(new Pool());
    Matrix m = Matrix.of(1, LENGTH);
    tape.hostWrite(m);
    tape.deviceRead(m);
    tape.deviceRead(m);
    tape.hostRead(m);
    assertEquals(1, kernels(tape));
  }

  @Test
  void noCopyWhereTheSideIsCurrent() {
    Tape tape = new Tape(new Pool());
    Matrix m = Matrix.of(1, LENGTH);
    tape.deviceWrite(m);
    tape.deviceRead(m);
    tape.deviceUpdate(m);
    tape.hostWrite(m);
    tape.hostRead(m);
    assertEquals(0, kernels(tape));
  }

  @Test
  void nextProgramKnowsWhereTheLastLeftIt() {
    Pool pool = new Pool();
    Matrix m = Matrix.of(1, LENGTH);
    Tape first = new Tape(pool);
    first.deviceWrite(m);
    assertEquals(0, kernels(first));
    Tape second = new Tape(pool);
    second.deviceRead(m);
    second.hostRead(m);
    assertEquals(1, kernels(second));
  }

  @Test
  void whatLivesOnTheDeviceIsBroughtBack() {
    Device device = Device.allocate(LENGTH);
    Matrix m = new Matrix(Block.resident(LENGTH, () -> device), 1, LENGTH);
    Tape tape = new Tape(new Pool());
    tape.hostRead(m);
    tape.hostWrite(m);
    assertEquals(2, kernels(tape));
    assertTrue(m.block().deviceCurrent());
    assertFalse(m.block().hostCurrent());
    device.free();
  }

  @Test
  void inputIsUploadedOnlyIfItWasWritten() {
    Matrix m = new Matrix(Block.input(LENGTH), 1, LENGTH);
    Tape tape = new Tape(new Pool());
    tape.deviceRead(m);
    Program upload = new Program(tape.finish());
    m.block().host()[0] = 1;
    upload.run();
    m.block().host()[0] = 2;
    upload.run();
    float[] onDevice = new float[LENGTH];
    m.block().device().get(onDevice);
    assertArrayEquals(new float[] {1, 0, 0}, onDevice);
    m.block().markWritten();
    upload.run();
    m.block().device().get(onDevice);
    assertArrayEquals(new float[] {2, 0, 0}, onDevice);
    m.block().free();
  }

  @Test
  void constantsAreSharedAndScratchSlotsAreNot() {
    Tape tape = new Tape(new Pool());
    assertEquals(tape.constant(2).block(), tape.filled(1, 2).block());
    assertEquals(tape.ones(4).block(), tape.filled(4, 1).block());
    assertFalse(tape.ones(4).block() == tape.ones(5).block());
    assertEquals(tape.scratch(0, 2, 3).block(), tape.scratch(0, 3, 2).block());
    assertFalse(tape.scratch(0, 2, 3).block() == tape.scratch(1, 2, 3).block());
    assertFalse(tape.scratch(0, 2, 3).block() == tape.scratch(0, 2, 4).block());
  }
}
