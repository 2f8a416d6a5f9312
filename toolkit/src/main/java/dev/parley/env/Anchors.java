package dev.parley.env;

/**
 * Expected joint rewards of an episode under policies of reference: what a curve is read against.
 *
 * @param uniform every agent chooses uniformly at random
 * @param bestConstant the best choice of one action an agent, whatever it sees
 * @param withoutCommunication the best policy of agents that act on what they see and exchange
 *     nothing
 * @param optimum the best policy of agents that know everything
 */
public record Anchors(
    double uniform, double bestConstant, double withoutCommunication, double optimum) {

  private static final double NEGLIGIBLE = 1e-9;

  /** What is not known of a game is NaN, and so is every score in it. */
  public static Anchors unknown() {
    return new Anchors(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * Whether the best without communication and the optimum are known. Where they are not, nobody
   * can say whether messages are needed.
   */
  public boolean known() {
    return !Double.isNaN(optimum - withoutCommunication);
  }

  /** Whether the optimum is known to be out of reach without an exchange of messages. */
  public boolean communicationNeeded() {
    return optimum - withoutCommunication > NEGLIGIBLE;
  }

  /**
   * How far a joint reward is on the way from uniform play (0) to the optimum (1); NaN in a game in
   * which both are the same.
   */
  public double progress(double jointReward) {
    return (jointReward - uniform) / (optimum - uniform);
  }

  /**
   * A joint reward on the scale on which 0 is the best policy without communication and 1 the
   * optimum; where both are the same, the scale begins at uniform play. NaN where they are not
   * known.
   */
  public double score(double jointReward) {
    if (!known()) {
      return Double.NaN;
    }
    double zero = communicationNeeded() ? withoutCommunication : uniform;
    return (jointReward - zero) / (optimum - zero);
  }
}
