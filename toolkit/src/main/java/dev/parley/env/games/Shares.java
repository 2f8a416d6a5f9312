package dev.parley.env.games;

import dev.parley.datasets.Samples;

/** How frequent labels are among samples. */
final class Shares {

  private Shares() {}

  /** Shares of the labels: [classes]. */
  static double[] of(Samples samples) {
    double[] shares = new double[samples.classes()];
    for (int label = 0; label < shares.length; label++) {
      shares[label] = (double) samples.ofClass(label).length / samples.count();
    }
    return shares;
  }

  /** The share of the most frequent label. */
  static double most(Samples samples) {
    double most = 0;
    for (double share : of(samples)) {
      most = Math.max(most, share);
    }
    return most;
  }
}
