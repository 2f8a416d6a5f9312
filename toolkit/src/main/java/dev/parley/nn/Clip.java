package dev.parley.nn;

import dev.parley.tensor.Parameters;

/** Limits of gradients. */
final class Clip {

  private Clip() {}

  /**
   * Scales all gradients so that their norm is no larger than {@code most} (Pascanu et al., 2013).
   */
  static void norm(Parameters parameters, double most) {
    if (most < Double.POSITIVE_INFINITY) {
      double norm = parameters.gradientNorm();
      if (norm > most) {
        parameters.scaleGradients(most / norm);
      }
    }
  }
}
