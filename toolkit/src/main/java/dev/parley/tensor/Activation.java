package dev.parley.tensor;

/** What a linear layer puts its sums through; each one's derivative is a function of its result. */
public enum Activation {
  /** y = x. */
  NONE,
  /** y = max(x, 0). */
  RELU,
  /** y = tanh x. */
  TANH,
  /** y = 1 / (1 + exp(-x)). */
  SIGMOID
}
