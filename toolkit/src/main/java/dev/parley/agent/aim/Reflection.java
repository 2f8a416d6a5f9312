package dev.parley.agent.aim;

import dev.parley.train.Setting;
import dev.parley.train.Spoken;

/**
 * Weights of the two reflection losses; 0 switches one off.
 *
 * @param contextValue λ_refl: an agent predicts the joint reward from its own symbols and what it
 *     sees
 * @param opponent λ_predict: an agent predicts the other's reward or symbols
 */
public record Reflection(double contextValue, double opponent) implements Spoken {

  /** Checks both. */
  public Reflection {
    Setting.weight("reflection λ_refl", contextValue);
    Setting.weight("reflection λ_predict", opponent);
  }

  @Override
  public String call(String name) {
    return name + "(" + contextValue + ", " + opponent + ")";
  }
}
