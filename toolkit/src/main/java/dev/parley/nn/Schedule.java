package dev.parley.nn;

/**
 * A number that decays exponentially: start · decayᵗ at step t.
 *
 * @param start the value at step 0, 0 or more
 * @param decay the factor from one step to the next, in (0, 1]; 1 keeps the value
 */
public record Schedule(double start, double decay) {

  /** The value at step {@code t}, counted from 0. */
  public double at(long t) {
    return decay == 1 ? start : start * Math.pow(decay, (double) t);
  }
}
