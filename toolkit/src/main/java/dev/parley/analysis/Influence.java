package dev.parley.analysis;

/** How much a message moves the one who hears it. */
public final class Influence {

  private Influence() {}

  /** Causal influence in bits of messages with these weights. */
  public static double causal(double[][] policy, double[] weights) {
    int actions = policy[0].length;
    double[] mean = new double[actions];
    for (int m = 0; m < policy.length; m++) {
      for (int a = 0; a < actions; a++) {
        mean[a] += weights[m] * policy[m][a];
      }
    }
    double sum = 0;
    for (int m = 0; m < policy.length; m++) {
      for (int a = 0; a < actions; a++) {
        if (policy[m][a] > 0) {
          sum += weights[m] * policy[m][a] * Math.log(policy[m][a] / mean[a]);
        }
      }
    }
    return sum / Math.log(2);
  }
}
