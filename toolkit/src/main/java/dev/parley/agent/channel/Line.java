package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Tensor;

/** A channel for one symbol of a message, in the numbers of the engine. */
public interface Line {

  /** How many numbers a sender's net gives. */
  int numbers();

  /** How many random numbers a message takes; 0 for none. */
  default int noises() {
    return 0;
  }

  /** Draws the random numbers of a message, into {@link #noises} places. */
  default void draw(RandomStream stream, float[] into, int at) {}

  /**
   * Records what is sent.
   *
   * @param m [rows, {@link #numbers}]
   * @param noise [rows, {@link #noises}], zeros for what is sent when learning is over; of a line
   *     without noise not looked at
   * @param masks [rows, symbols]: 0, or far below it for a symbol that is closed
   */
  Sent send(Tensor m, Tensor noise, Tensor masks);

  /** Writes what a listener reads for a whole symbol, into {@link Channel#width} places. */
  void vector(int symbol, float[] into, int at);

  /** Takes the parameters of the line as they are now, for {@link #vector}. */
  default void refresh() {}
}
