package dev.parley.analysis;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whether trained agents use what they say: the verdict of interventions on the message.
 *
 * @param verdict what holds of the message
 * @param needed whether the optimum is out of reach without communication
 * @param intact mean joint reward with messages as they were said
 * @param permuted mean joint reward with messages from other episodes
 * @param silenced mean joint reward without messages
 * @param permutedCost what permuting costs, paired by episode
 * @param silencedCost what silencing costs, paired by episode
 * @param bits entropy of the messages
 * @param episodes how many were played
 */
public record Audit(
    Verdict verdict,
    boolean needed,
    double intact,
    double permuted,
    double silenced,
    Difference permutedCost,
    Difference silencedCost,
    double bits,
    int episodes) {

  /** Below this entropy, in bits a message, the message is a constant. */
  public static final double CONSTANT_BELOW = 0.05;

  /** What holds of the message. */
  public enum Verdict {
    /**
     * Permuting messages across episodes costs reward: the interval of 95 % lies above 0. Of runs
     * in which it costs nothing one in forty is called used all the same.
     */
    USED,
    /** Messages vary, and permuting them does not cost reward, as far as the interval tells. */
    IGNORED,
    /** Messages do not vary: their entropy is below 0.05 bit. */
    CONSTANT,
    /** The channel is closed. */
    SILENT
  }

  /** Judges interventions. */
  public static Audit of(Interventions played, boolean needed) {
    Difference permuted = Difference.of(played.intact(), played.permuted());
    Difference silenced = Difference.of(played.intact(), played.silenced());
    double bits = Entropy.bits(played.messages());
    Verdict verdict;
    if (!played.open()) {
      verdict = Verdict.SILENT;
    } else if (bits < CONSTANT_BELOW) {
      verdict = Verdict.CONSTANT;
    } else {
      verdict = permuted.low() > 0 ? Verdict.USED : Verdict.IGNORED;
    }
    return new Audit(
        verdict,
        needed,
        mean(played.intact()),
        mean(played.permuted()),
        mean(played.silenced()),
        permuted,
        silenced,
        bits,
        played.intact().length);
  }

  /** The verdict and its evidence in a line. */
  public String line() {
    String need = needed ? "" : ", not needed";
    String evidence =
        switch (verdict) {
          case SILENT -> "the channel is closed";
          case CONSTANT -> format("%.2f bit a message", bits);
          case USED, IGNORED ->
              format(
                  "shuffling messages costs %.2f [%.2f, %.2f] of %.2f",
                  permutedCost.mean(), permutedCost.low(), permutedCost.high(), intact);
        };
    return verdict.name().toLowerCase(Locale.ROOT) + need + ": " + evidence;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("-0.00", "0.00");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
