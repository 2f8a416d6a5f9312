package dev.parley.agent.bias;

import dev.parley.error.Problem;
import dev.parley.train.Setting;
import dev.parley.train.Spoken;

/**
 * How strongly listeners are drawn to minding what they hear, by {@link
 * dev.parley.rl.PositiveListening}.
 *
 * @param weight of L_pl, the distance of what is done with a message from what is done without; 0
 *     switches it off
 * @param crossEntropy of L_ce, by which the policy without a message learns; 0 switches it off, and
 *     leaves L_pl to measure from a policy that nothing trains
 */
public record Listening(double weight, double crossEntropy) implements Spoken {

  /** Nobody is drawn to anything. */
  public static final Listening OFF = new Listening(0, 0);

  /** Checks both. */
  public Listening {
    Setting.weight("positiveListening", weight);
    Setting.weight("positiveListening crossEntropy", crossEntropy);
    weight = weight + 0.0; // -0 becomes 0, which it is equal to
    crossEntropy = crossEntropy + 0.0;
  }

  /** Whether either has a weight. */
  public boolean on() {
    return weight > 0 || crossEntropy > 0;
  }

  /**
   * That it can have no effect.
   *
   * @param where such as "where nobody hears what is said"
   */
  public Problem refused(String where) {
    return Problem.with("positiveListening")
        .got(weight + ", " + crossEntropy)
        .allowed("0, 0 " + where)
        .hint("positiveListening(0, 0) switches it off");
  }

  /** The call that sets it, such as {@code positiveListening(0.01, 0.001)}. */
  @Override
  public String call(String name) {
    return name + "(" + weight + ", " + crossEntropy + ")";
  }
}
