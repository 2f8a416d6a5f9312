package dev.parley.language;

import dev.parley.analysis.PowerLaw;
import dev.parley.analysis.RankFrequency;
import dev.parley.analysis.Zipf;
import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How often types are used, by rank, on logarithmic axes, with what was fitted: the Zipf law as a
 * line over the ranks, and the power law of the frequencies as a line over its tail, which is drawn
 * only where it is plausible. The title and the notes say what the fits are worth.
 */
public final class FrequencyChart {

  private FrequencyChart() {}

  /**
   * The chart.
   *
   * @param what the types are, such as "messages"
   * @param zipf of the same counts
   * @param power of the same counts
   */
  public static Plot of(String what, RankFrequency frequencies, Zipf zipf, PowerLaw power) {
    String name = what.substring(0, Math.min(1, what.length())).toUpperCase(Locale.ROOT);
    String subject = name + what.substring(name.length()) + " by rank: ";
    if (frequencies.size() == 0) {
      return frame(subject + "nothing was said", 1, 1);
    }
    Plot plot =
        frame(subject + exponent(zipf), frequencies.size(), frequencies.count(1))
            .notes(ranks(zipf), power.sentence());
    double[] counts = Arrays.stream(frequencies.counts()).asDoubleStream().toArray();
    plot.points(what, frequencies.ranks(), counts);
    law(plot, frequencies, zipf);
    if (power.conclusion() == PowerLaw.Conclusion.PLAUSIBLE) {
      tail(plot, power);
    }
    return plot;
  }

  /** As far as a type is expected once. */
  private static void law(Plot plot, RankFrequency frequencies, Zipf zipf) {
    double s = zipf.exponent();
    double first = frequencies.total() * zipf.share(1);
    if (!Double.isFinite(s) || first <= 1) {
      return;
    }
    double last = Math.max(2, frequencies.size());
    last = s > 0 ? Math.min(last, Math.pow(first, 1 / s)) : last;
    double[] expected = {first, first * Math.pow(last, -s)};
    plot.line("Zipf's law over " + support(zipf), new double[] {1, last}, expected);
  }

  /** Whole decades: a logarithmic axis is labelled at these alone. */
  private static Plot frame(String title, int ranks, long highest) {
    return new Plot(title, "rank", "times used")
        .logarithmic()
        .across(1, decade(ranks))
        .upright(1, decade((double) highest));
  }

  private static double decade(double value) {
    return Math.pow(10, Math.max(1, Math.ceil(Math.log10(value))));
  }

  private static String exponent(Zipf zipf) {
    if (!Double.isFinite(zipf.exponent())) {
      return "no exponent";
    }
    return String.format(
        Locale.ROOT,
        "exponent %.3f ± %.3f, KS %.3f",
        zipf.exponent(),
        zipf.standardError(),
        zipf.distance());
  }

  private static String ranks(Zipf zipf) {
    return switch (zipf.ranking()) {
      case SAME -> "ranks from the counts themselves: exponent biased upwards";
      case SPLIT -> "ranks from one half, counts from the other";
      case GIVEN -> "ranks known beforehand";
    };
  }

  private static String support(Zipf zipf) {
    return zipf.support() + (zipf.observedSupport() ? " types observed" : " possible types");
  }

  /** The rank of a type is how many occur as often: the tail's types times P(X ≥ x). */
  private static void tail(Plot plot, PowerLaw power) {
    double ratio = Math.log((double) power.xMax() / power.xMin()) / 60;
    double[] frequencies =
        DoubleStream.iterate(0, i -> i <= 60, i -> i + 1)
            .map(i -> Math.rint(power.xMin() * Math.exp(ratio * i)))
            .filter(x -> power.tail() * power.atLeast((long) x) >= 1)
            .toArray();
    double[] ranks =
        Arrays.stream(frequencies).map(x -> power.tail() * power.atLeast((long) x)).toArray();
    String name =
        String.format(
            Locale.ROOT,
            "power law from %d, α %.2f ± %.2f",
            power.xMin(),
            power.alpha(),
            power.standardError());
    plot.line(name, ranks, frequencies);
  }
}
