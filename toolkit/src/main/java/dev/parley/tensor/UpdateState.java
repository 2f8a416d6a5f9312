package dev.parley.tensor;

/**
 * What a kernel that updates parameters remembers from one update to the next: two numbers for each
 * parameter, wherever it keeps them. Not to be touched while it runs.
 */
interface UpdateState {

  /** Copies the first and the second number of each parameter from where they are. */
  void read(float[] first, float[] second);

  /** Copies them to where they are. */
  void write(float[] first, float[] second);
}
