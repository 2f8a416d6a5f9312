package dev.parley.tensor;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where the backward pass of one program writes. The first gradient that reaches a tensor is
 * assigned, later ones are added: resolved while the program is built, so that gradients of
 * intermediate results are never zeroed. Those of parameters may be wanted on top of what is there.
 */
final class Gradients {

  private final Set<Block> assigned = new HashSet<>();
  private final boolean onTop;

  /** Writes the gradients of parameters on top of what is there, or over it. */
  Gradients(boolean onTop) {
    this.onTop = onTop;
  }

  /** The gradient of a result; its consumers have all contributed. */
  Matrix of(Tensor y) {
    return y.requireGradient();
  }

  /** Whether any gradient has reached the tensor. */
  boolean reached(Tensor y) {
    return y.hasGradient() && assigned.contains(y.requireGradient().block());
  }

  /**
   * Calls {@code contribute} with where to write and whether to add, if the tensor takes a
   * gradient.
   */
  void to(Tensor x, BiConsumer<Matrix, Boolean> contribute) {
    if (x.hasGradient()) {
      Matrix target = x.requireGradient();
      boolean kept = onTop && target.block().kind() == Block.Kind.RESIDENT;
      boolean add = !assigned.add(target.block()) || kept;
      contribute.accept(target, add);
    }
  }
}
