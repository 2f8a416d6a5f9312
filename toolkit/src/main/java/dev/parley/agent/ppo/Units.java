package dev.parley.agent.ppo;

import dev.parley.tensor.Activation;

/** What hidden layers are made of. */
public enum Units {
  /** Hyperbolic tangents. */
  TANH,
  /** Rectified units. */
  RELU;

  Activation activation() {
    return this == TANH ? Activation.TANH : Activation.RELU;
  }
}
