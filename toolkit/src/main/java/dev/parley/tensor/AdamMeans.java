package dev.parley.tensor;

/**
 * The running means of one kernel of Adam, wherever it keeps them. Not to be touched while it runs.
 */
interface AdamMeans {

  /** Copies the means of the gradients, and those of their squares, from where they are. */
  void read(float[] gradients, float[] squares);

  /** Copies them to where they are. */
  void write(float[] gradients, float[] squares);
}
