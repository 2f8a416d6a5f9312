package dev.parley.tensor;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A program while it is built: the kernels so far, in order, and what they have left where.
 *
 * <p>A kernel asks for its operands by what it does with them. If the face that it wants is not
 * current, a copy is emitted before it.
 */
final class Tape {

  private final List<Kernel> kernels = new ArrayList<>();
  private final Set<Block> seen = new LinkedHashSet<>();
  private final Pool pool;

  /** A tape that takes its constants and scratch memory from the pool of its graph. */
  Tape(Pool pool) {
    this.pool = pool;
  }

  void emit(Kernel kernel) {
    kernels.add(kernel);
  }

  /** An operand that a kernel reads on the device. */
  INDArray deviceRead(Matrix m) {
    Block block = see(m);
    if (!block.deviceCurrent()) {
      Mirror mirror = block.mirror();
      if (mirror != null) {
        mirror.set(block.device().floats());
      } else {
        kernels.add(block.upload());
      }
      block.mirrored();
    }
    return block.device().shaped(m.rows(), m.columns());
  }

  /** An operand that a kernel overwrites as a whole on the device. */
  INDArray deviceWrite(Matrix m) {
    Block block = see(m);
    block.produced(false);
    return block.device().shaped(m.rows(), m.columns());
  }

  /** An operand that a kernel changes on the device. */
  INDArray deviceUpdate(Matrix m) {
    deviceRead(m);
    return deviceWrite(m);
  }

  /** An operand that a kernel reads on the host. */
  float[] hostRead(Matrix m) {
    Block block = see(m);
    if (!block.hostCurrent()) {
      kernels.add(block.download());
      block.mirrored();
    }
    return block.host();
  }

  /**
   * The floats on the device if the host has not got them: a kernel that copies them itself then
   * asks for the host's face as one that it overwrites. Null if the host has them.
   */
  @Nullable FloatBuffer notYetOnHost(Matrix m) {
    Block block = see(m);
    return block.hostCurrent() ? null : block.device().floats();
  }

  /** An operand that a kernel overwrites as a whole on the host. */
  float[] hostWrite(Matrix m) {
    Block block = see(m);
    block.produced(true);
    return block.host();
  }

  /** An operand that a kernel changes on the host. */
  float[] hostUpdate(Matrix m) {
    hostRead(m);
    return hostWrite(m);
  }

  /**
   * Where the kernel that overwrites an operand on the host finds out whether its result is wanted
   * on the device too.
   */
  Mirror mirror(Matrix m) {
    Mirror mirror = new Mirror();
    m.block().mirrorBy(mirror);
    return mirror;
  }

  /**
   * Memory for the inside of one kernel; the next kernel may use it again. Slots tell several
   * apart.
   */
  Matrix scratch(int slot, int rows, int columns) {
    return pool.scratch(slot, rows, columns);
  }

  /** Where a kernel that makes log-probabilities leaves their exponentials. */
  float[] keepExponentials(Matrix logs) {
    return pool.keepExponentials(logs.block());
  }

  /** The exponentials of log-probabilities, computed first if no kernel has left them. */
  float[] exponentials(Matrix logs) {
    float[] kept = pool.exponentials(logs.block());
    if (kept != null) {
      return kept;
    }
    float[] source = hostRead(logs);
    float[] target = new float[source.length];
    Exp exp = new Exp();
    emit(() -> ElementLoops.exponentials(source, target, exp));
    return target;
  }

  /** A row of zeros on the device that belongs to one kernel and stays between runs. */
  Matrix kept(int columns) {
    return pool.kept(columns);
  }

  /** A constant [1, 1]. */
  Matrix constant(float value) {
    return filled(1, value);
  }

  /** A row of ones [1, columns]. */
  Matrix ones(int columns) {
    return filled(columns, 1);
  }

  /** A row with the same value in every place [1, columns]. */
  Matrix filled(int columns, float value) {
    return pool.filled(columns, value);
  }

  /** Whether no kernel on this tape has used the block yet. */
  boolean firstUse(Matrix m) {
    return !seen.contains(m.block());
  }

  /** Ends the tape: what lives on the device between programs is brought back there. */
  Kernel[] finish() {
    for (Block block : seen) {
      if (block.kind() == Block.Kind.RESIDENT && !block.deviceCurrent()) {
        kernels.add(block.upload());
      }
      block.reset();
    }
    return kernels.toArray(Kernel[]::new);
  }

  /** The memory that somebody else may give back while the program is there. */
  Device[] borrowed() {
    return seen.stream()
        .filter(block -> block.kind() == Block.Kind.RESIDENT)
        .map(block -> block.device().whole())
        .distinct()
        .toArray(Device[]::new);
  }

  private Block see(Matrix m) {
    Block block = m.block();
    if (seen.add(block)) {
      block.reset();
    }
    return block;
  }
}
