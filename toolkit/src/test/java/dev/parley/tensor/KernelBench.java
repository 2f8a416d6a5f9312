package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Where one kernel is run on its own and its result compared with a reference in 64-bit floats. A
 * target that the kernel must overwrite holds NaN before.
 */
final class KernelBench implements AutoCloseable {

  private static final int SEEDS = 20;

  /** A way to compute all kernels. */
  record Implementation(String name, Function<Tape, Kernels> on) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Implementation> ALL =
      List.of(
          new Implementation("ND4J", Nd4jKernels::new), new Implementation("CPU", CpuKernels::new));

  private final Implementation implementation;
  private final RandomStream random;
  private final Pool pool = new Pool();
  private final List<Device> devices = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();

  KernelBench(Implementation implementation, long seed) {
    this.implementation = implementation;
    this.random = new RandomStream(seed);
  }

  /** Every implementation with every seed. */
  static Stream<Arguments> all() {
    return ALL.stream()
        .flatMap(
            i ->
                Stream.iterate(1L, seed -> seed + 1)
                    .limit(SEEDS)
                    .map(seed -> Arguments.of(i, seed)));
  }

  /** The value in one place of a matrix. */
  interface Place {

    double at(int row, int column);
  }

  /** A number of rows or columns: often 1, mostly small, at times not a multiple of anything. */
  int size() {
    return 1 + random.nextInt(random.nextInt(4) == 0 ? 70 : 6);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  float gaussian() {
    return (float) random.nextGaussian();
  }

  /** Standard normal values. */
  Matrix normal(int rows, int columns) {
    return holding(rows, columns, (i, j) -> random.nextGaussian());
  }

  Matrix holding(int rows, int columns, Place values) {
    Device device = Device.allocate(rows * columns);
    devices.add(device);
    device.put(floats(rows, columns, values));
    return new Matrix(Block.resident(rows * columns, () -> device), rows, columns);
  }

  /** Where a kernel writes: NaN if it must overwrite, standard normal values if it must add. */
  Matrix target(int rows, int columns, boolean accumulate) {
    return accumulate ? normal(rows, columns) : holding(rows, columns, (i, j) -> Double.NaN);
  }

  /** The values as they are now. */
  Place now(Matrix m) {
    float[] values = values(m);
    return (row, column) -> values[row * m.columns() + column];
  }

  private static float[] values(Matrix m) {
    float[] values = new float[m.length()];
    m.block().read(values);
    return values;
  }

  private static float[] floats(int rows, int columns, Place values) {
    float[] all = new float[rows * columns];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) values.at(i / columns, i % columns);
    }
    return all;
  }

  /** Builds a program of these kernels and runs it once. */
  void run(Consumer<Kernels> kernels) {
    Tape tape = new Tape(pool);
    kernels.accept(implementation.on.apply(tape));
    Program program = new Program(tape.finish());
    programs.add(program);
    program.run();
  }

  /**
   * Runs a kernel that replaces its target, and one that adds to it, and compares both with what is
   * expected to be written or added.
   */
  void both(int rows, int columns, double tolerance, Place expected, Assigning kernel) {
    for (boolean accumulate : new boolean[] {false, true}) {
      Matrix target = target(rows, columns, accumulate);
      Place before = now(target);
      run(k -> kernel.emit(k, target, accumulate));
      Place sum = accumulate ? (i, j) -> before.at(i, j) + expected.at(i, j) : expected;
      check(target, tolerance, sum);
    }
  }

  /** A kernel that can add. */
  interface Assigning {

    void emit(Kernels kernels, Matrix target, boolean accumulate);
  }

  /** The tolerance is relative for values beyond one. */
  static void check(Matrix actual, double tolerance, Place expected) {
    float[] values = values(actual);
    for (int i = 0; i < actual.rows(); i++) {
      for (int j = 0; j < actual.columns(); j++) {
        double e = expected.at(i, j);
        assertEquals(
            e,
            values[i * actual.columns() + j],
            tolerance * Math.max(1, Math.abs(e)),
            String.format(
                Locale.ROOT, "[%d, %d] at %d, %d", actual.rows(), actual.columns(), i, j));
      }
    }
  }

  @Override
  public void close() {
    programs.forEach(Program::free);
    pool.free();
    devices.forEach(Device::free);
  }
}
