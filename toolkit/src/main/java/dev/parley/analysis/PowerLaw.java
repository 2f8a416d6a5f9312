package dev.parley.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Whether the frequencies of types follow a power law, by the method of Clauset, Shalizi and Newman
 * (2009, "Power-law distributions in empirical data", SIAM Review 51): p(x) = x<sup>-α</sup> / ζ(α,
 * x<sub>min</sub>) for how often a type occurs, from x<sub>min</sub> up.
 *
 * <p>α has the highest likelihood; x<sub>min</sub> is the frequency whose tail is nearest to its
 * power law in the distance of Kolmogorov and Smirnov, over all integers. The goodness of fit is a
 * semi-parametric bootstrap: as many types as observed, from the law in the tail and from the data
 * below it, with x<sub>min</sub> and α fitted anew each time. Two other models are fitted to the
 * same tail, a rounded log-normal and a geometric distribution, the discrete exponential, and
 * compared by Vuong's test.
 *
 * <p>A line on logarithmic axes is no evidence, nor is a slope fitted to it. {@link #conclusion()}
 * says what the data bear out.
 *
 * <p>Departures: the standard error is that of the discrete likelihood, 1 / √(n Var(ln x)), not its
 * approximation (α - 1) / √n; p is (1 + k) / (1 + B) for k of B resamples, never 0. The log-normal
 * is not held to a mean above x<sub>min</sub>: its limit for an ever wider one is a rounded power
 * law.
 *
 * @param xMin the lowest frequency of the tail; 0 without a fit
 * @param xMax the highest frequency; 0 if nothing was counted
 * @param alpha NaN without a fit, which needs types of two frequencies
 * @param standardError of alpha, for a given xMin
 * @param distance the largest distance of the distribution functions in the tail
 * @param types how many types were observed
 * @param tail how many of them are in the tail
 * @param p of the goodness of fit: low if the power law is not the truth; NaN for a tail of fewer
 *     than {@link #FEWEST}
 * @param logNormal the power law, first, against the log-normal; NaN where {@code p} is
 * @param exponential the power law, first, against the exponential; NaN where {@code p} is
 */
public record PowerLaw(
    long xMin,
    long xMax,
    double alpha,
    double standardError,
    double distance,
    long types,
    long tail,
    double p,
    Vuong logNormal,
    Vuong exponential) {

  /** Tails of fewer types say nothing. */
  public static final int FEWEST = 50;

  /** As many resamples as give p within 0.01 (Clauset et al., 2009, section 4.1). */
  public static final int RESAMPLES = 2500;

  /** Below this p a model is ruled out, as in the paper. */
  public static final double LEVEL = 0.1;

  /** The exponential must be worse at this p before a tail is taken for a heavy one. */
  public static final double HEAVY = 0.01;

  /** What the data say of a power law. */
  public enum Conclusion {
    /**
     * Not ruled out, no alternative is significantly better, and the exponential is clearly worse,
     * at {@link PowerLaw#HEAVY}. That is not a proof.
     */
    PLAUSIBLE,
    /** Not ruled out, but an exponential may do as well: the tail is not shown to be heavy. */
    UNDECIDED,
    /** Ruled out, or an alternative is significantly better. */
    NOT,
    /** The tail has fewer than {@link PowerLaw#FEWEST} types, or there is no tail. */
    TOO_FEW
  }

  /**
   * As {@link #of(long[], int, RandomGenerator)} with {@link #RESAMPLES} resamples.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public static PowerLaw of(long[] counts, RandomGenerator random) {
    return of(counts, RESAMPLES, random);
  }

  /**
   * Fits and tests a power law.
   *
   * @param counts how often each type occurs, 0 or more; types that do not occur are left out
   * @param resamples 1 or more
   * @param random what the bootstrap draws from
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static PowerLaw of(long[] counts, int resamples, RandomGenerator random) {
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("counts: got " + count + ", allowed: 0 or more");
      }
    }
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples: got " + resamples + ", allowed: 1 or more");
    }
    Spectrum spectrum = Spectrum.of(counts);
    if (spectrum.size() < 2) {
      long highest = spectrum.size() == 0 ? 0 : spectrum.value(0);
      long types = spectrum.tail(0);
      return new PowerLaw(
          0,
          highest,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          types,
          0,
          Double.NaN,
          Vuong.NONE,
          Vuong.NONE);
    }
    Spectrum.Tail tail = spectrum.nearest();
    boolean enough = spectrum.tail(tail.from()) >= FEWEST;
    return new PowerLaw(
        spectrum.value(tail.from()),
        spectrum.value(spectrum.size() - 1),
        tail.exponent(),
        standardError(spectrum, tail),
        tail.distance(),
        spectrum.tail(0),
        spectrum.tail(tail.from()),
        enough ? goodness(spectrum, tail, resamples, random) : Double.NaN,
        enough ? againstLogNormal(spectrum, tail) : Vuong.NONE,
        enough ? againstExponential(spectrum, tail) : Vuong.NONE);
  }

  private static double standardError(Spectrum spectrum, Spectrum.Tail tail) {
    double variance = Zeta.jet(tail.exponent(), (double) spectrum.value(tail.from())).varianceLog();
    return 1 / Math.sqrt(spectrum.tail(tail.from()) * variance);
  }

  private static double goodness(
      Spectrum spectrum, Spectrum.Tail tail, int resamples, RandomGenerator random) {
    SpectrumDraws draws = new SpectrumDraws(spectrum, tail);
    long lowest = spectrum.value(tail.from());
    int asFar = 0;
    for (int i = 0; i < resamples; i++) {
      boolean nearer = draws.draw(random).nearer(tail.distance(), lowest, tail.exponent());
      asFar += nearer ? 0 : 1;
    }
    return (1.0 + asFar) / (1.0 + resamples);
  }

  private static double[] logs(Spectrum spectrum, Spectrum.Tail tail) {
    long[] values = spectrum.tailValues(tail.from());
    double logLowest = Math.log((double) values[0]);
    double logWhole = Math.log(Zeta.scaled(tail.exponent(), (double) values[0]));
    return Arrays.stream(values)
        .mapToDouble(x -> -tail.exponent() * (Math.log((double) x) - logLowest) - logWhole)
        .toArray();
  }

  private static Vuong againstLogNormal(Spectrum spectrum, Spectrum.Tail tail) {
    long[] values = spectrum.tailValues(tail.from());
    long[] times = spectrum.tailTypes(tail.from());
    double[] other = RoundedLogNormal.fit(values, times, tail.exponent()).logs(values);
    return Vuong.of(logs(spectrum, tail), other, times);
  }

  /** The geometric distribution (1 - e<sup>-λ</sup>) e<sup>-λ (x - x_min)</sup>. */
  private static Vuong againstExponential(Spectrum spectrum, Spectrum.Tail tail) {
    long[] values = spectrum.tailValues(tail.from());
    long[] times = spectrum.tailTypes(tail.from());
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) times[i] * (values[i] - values[0]);
    }
    double rate = Math.log1p(spectrum.tail(tail.from()) / sum);
    double log = Math.log(-Math.expm1(-rate));
    double[] other = Arrays.stream(values).mapToDouble(x -> log - rate * (x - values[0])).toArray();
    return Vuong.of(logs(spectrum, tail), other, times);
  }

  /** The fitted probability of x or more in the tail; x is xMin or more. NaN without a fit. */
  public double atLeast(long x) {
    return Math.pow((double) xMin / x, alpha)
        * Zeta.scaled(alpha, (double) x)
        / Zeta.scaled(alpha, (double) xMin);
  }

  /** What the data say of a power law; at {@link #LEVEL} and {@link #HEAVY}. */
  public Conclusion conclusion() {
    if (tail < FEWEST) {
      return Conclusion.TOO_FEW;
    }
    if (p < LEVEL || logNormal.secondIsBetter(LEVEL) || exponential.secondIsBetter(LEVEL)) {
      return Conclusion.NOT;
    }
    return exponential.firstIsBetter(HEAVY) ? Conclusion.PLAUSIBLE : Conclusion.UNDECIDED;
  }

  /** The conclusion and its reason in one sentence. */
  public String sentence() {
    return switch (conclusion()) {
      case TOO_FEW ->
          text("too few types for a power law: %d in the tail, %d needed", tail, FEWEST);
      case NOT -> text("no power law: %s", reason());
      case UNDECIDED ->
          text(
              "no power law shown: the %d types used %d times or more may be an exponential as well",
              tail, xMin);
      case PLAUSIBLE ->
          text(
              "power law plausible for the %d of %d types used %d times or more: p %.2f%s",
              tail,
              types,
              xMin,
              p,
              logNormal.firstIsBetter(LEVEL) ? "" : ", but a log-normal fits as well");
    };
  }

  private String reason() {
    if (p < LEVEL) {
      return text("ruled out, p %.3f", p);
    }
    return logNormal.secondIsBetter(LEVEL)
        ? text("a log-normal fits better, p %.3f", logNormal.p())
        : text("an exponential fits better, p %.3f", exponential.p());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
