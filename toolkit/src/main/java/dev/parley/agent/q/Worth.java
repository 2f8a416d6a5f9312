package dev.parley.agent.q;

/** Who is told what choices turned out to be worth. */
interface Worth {

  /**
   * The target of a choice.
   *
   * @param counts whether there was anything to choose
   */
  void learn(int step, int choice, int row, double target, boolean counts);

  /** What was earned from a moment on, discounted; what was still to come as it is valued. */
  void came(int step, int row, double worth);
}
