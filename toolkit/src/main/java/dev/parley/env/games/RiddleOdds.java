package dev.parley.env.games;

/** How probably everybody has been in the room, and what play by rote earns from it. */
final class RiddleOdds {

  private RiddleOdds() {}

  /**
   * How probably everybody has been in the room after so many days; all is exact but for rounding.
   *
   * @return [days + 1]
   */
  static double[] allVisited(int people, int days) {
    double[] all = new double[days + 1];
    double[] visitors = new double[people + 1];
    visitors[0] = 1;
    all[0] = visitors[people];
    for (int day = 1; day <= days; day++) {
      for (int k = people; k >= 1; k--) {
        double again = visitors[k] * k / people;
        visitors[k] = again + visitors[k - 1] * (people - k + 1) / people;
      }
      visitors[0] = 0;
      all[day] = visitors[people];
    }
    return all;
  }

  /** An agent's reward where whoever is in the room tells with a chance, whatever it knows. */
  static double telling(double chance, int people, int days) {
    double[] all = allVisited(people, days);
    double sum = 0;
    double silence = 1;
    for (int day = 1; day <= days; day++) {
      sum += silence * chance * (2 * all[day] - 1);
      silence *= 1 - chance;
    }
    return sum;
  }

  /**
   * An agent's reward under the best choice of one action for each. If two or more always tell, the
   * first of them to come is wrong; if one does, it is right if all others came before it.
   */
  static double constant(int people, int days) {
    double[] others = allVisited(people - 1, days);
    double sum = 0;
    double notYet = 1;
    for (int day = 1; day <= days; day++) {
      sum += notYet / people * (2 * others[day - 1] - 1);
      notYet *= (people - 1.0) / people;
    }
    return Math.max(0, sum);
  }
}
