package dev.parley.env.grid;

/** What a predator on the prey earns in each step, with {@code k} predators there. */
public enum Catch {
  /** Nothing; the episode ends when all are there. */
  MIXED {
    @Override
    double earned(int there) {
      return 0;
    }
  },
  /** {@code 0.05 k}: more company is worth more to each. */
  COOPERATIVE {
    @Override
    double earned(int there) {
      return SHARE * there;
    }
  },
  /** {@code 0.05 / k}: they share what one would have. */
  COMPETITIVE {
    @Override
    double earned(int there) {
      return SHARE / there;
    }
  };

  private static final double SHARE = 0.05;

  /**
   * What each of them earns.
   *
   * @param there how many are on the prey, 1 or more
   */
  abstract double earned(int there);
}
