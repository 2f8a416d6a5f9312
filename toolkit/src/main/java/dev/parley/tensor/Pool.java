package dev.parley.tensor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory that the kernels of one graph share: constants, and scratch space that lives no longer
 * than one kernel.
 */
final class Pool {

  private record Slot(int number, int length) {}

  private record Constant(int columns, float value) {}

  private final Map<Slot, Block> scratch = new HashMap<>();
  private final Map<Constant, Matrix> constants = new HashMap<>();
  private final Map<Block, float[]> exponentials = new HashMap<>();

  Matrix scratch(int slot, int rows, int columns) {
    int length = Check.length(rows, columns);
    Block block = scratch.computeIfAbsent(new Slot(slot, length), s -> Block.computed(length));
    return new Matrix(block, rows, columns);
  }

  /** A row [1, columns] with the same value in every place. */
  Matrix filled(int columns, float value) {
    return constants.computeIfAbsent(
        new Constant(columns, value),
        c -> {
          Block block = Block.input(columns);
          Arrays.fill(block.host(), value);
          return new Matrix(block, 1, columns);
        });
  }

  /** Room for the exponentials of a block of log-probabilities, kept with them. */
  float[] keepExponentials(Block logs) {
    return exponentials.computeIfAbsent(logs, block -> new float[block.length()]);
  }

  /** The exponentials of a block of log-probabilities, if they were kept. */
  float @Nullable [] exponentials(Block logs) {
    return exponentials.get(logs);
  }

  void free() {
    exponentials.clear();
    scratch.values().forEach(Block::free);
    constants.values().forEach(m -> m.block().free());
  }
}
