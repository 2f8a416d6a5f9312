package dev.parley.vq;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;

/**
 * How a codebook learns (van den Oord et al., 2017, "Neural Discrete Representation Learning").
 *
 * @param update what moves the code vectors
 * @param straightThrough whether the decoder's gradient passes the quantisation as if it were the
 *     identity; without it the encoder learns from the commitment term alone
 * @param commitment β, the weight of the mean of (z - sg[e])², 0 or more; the paper found no
 *     difference from 0.1 to 2
 * @param decay γ of the running means, in [0, 1); they drive the codes of {@link Update#EMA} and
 *     tell which are dead; no effect on {@link Update#GRADIENT} without restarts
 * @param restart the share of uniform use below which a code is dead and is moved to a random
 *     latent of the batch; 0 for never
 */
public record Quantiser(
    Update update, boolean straightThrough, double commitment, double decay, double restart) {

  /** What moves the code vectors. */
  public enum Update {
    /**
     * Running means of the latents that each code quantises (the paper's appendix A.1),
     * Laplace-smoothed.
     */
    EMA,
    /**
     * The gradient of the mean of (sg[z] - e)². Without the straight-through gradient the decoder
     * reads the code vectors themselves, and its gradient moves them too.
     */
    GRADIENT
  }

  private static final Quantiser EMA = new Quantiser(Update.EMA, true, 0.25, 0.99, 0.1);
  private static final Quantiser GRADIENT = new Quantiser(Update.GRADIENT, true, 0.25, 0.99, 0);

  /** Checks every value. */
  public Quantiser {
    require("commitment", commitment, commitment >= 0, "0 or more");
    require("decay", decay, decay >= 0 && decay < 1, "0 or more, below 1");
    require("restart", restart, restart >= 0 && restart < 1, "0 or more, below 1");
    commitment = commitment + 0.0; // -0 becomes 0, which it is equal to
    decay = decay + 0.0;
    restart = restart + 0.0;
  }

  /**
   * Running means with β = 0.25, γ = 0.99, and dead codes restarted below a tenth of uniform use.
   */
  public static Quantiser ema() {
    return EMA;
  }

  /** The gradient with β = 0.25 and no restarts. */
  public static Quantiser gradient() {
    return GRADIENT;
  }

  /** The same without the straight-through gradient. */
  public Quantiser withoutStraightThrough() {
    return new Quantiser(update, false, commitment, decay, restart);
  }

  /** The same with another weight of the commitment term. */
  public Quantiser commitment(double beta) {
    return new Quantiser(update, straightThrough, beta, decay, restart);
  }

  /** The same with another decay of the running means. */
  public Quantiser decay(double gamma) {
    return new Quantiser(update, straightThrough, commitment, gamma, restart);
  }

  /** The same with another share of uniform use below which a code is restarted; 0 for never. */
  public Quantiser restart(double share) {
    return new Quantiser(update, straightThrough, commitment, decay, share);
  }

  private static void require(String name, double value, boolean holds, String allowed) {
    if (!holds || !Double.isFinite(value)) {
      throw new SettingException(Problem.with(name).got(value).allowed(allowed));
    }
  }

  /** The Java expression that makes this quantiser. */
  @Override
  public String toString() {
    Quantiser base = update == Update.EMA ? EMA : GRADIENT;
    StringBuilder text =
        new StringBuilder("Quantiser.").append(update == Update.EMA ? "ema()" : "gradient()");
    if (!straightThrough) {
      text.append(".withoutStraightThrough()");
    }
    if (commitment != base.commitment) {
      text.append(".commitment(").append(commitment).append(')');
    }
    if (decay != base.decay) {
      text.append(".decay(").append(decay).append(')');
    }
    if (restart != base.restart) {
      text.append(".restart(").append(restart).append(')');
    }
    return text.toString();
  }
}
