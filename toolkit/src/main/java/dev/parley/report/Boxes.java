package dev.parley.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Box plots of named samples, one below another. A box goes from the lower to the upper quartile
 * with a line at the median; whiskers go to the outermost values within 1.5 times the box's length
 * from it (Tukey, 1977, "Exploratory Data Analysis"). Quartiles are interpolated as R and NumPy do
 * by default (type 7 of Hyndman and Fan, 1996). Each value is a point too; of samples with more
 * than 60 values only those outside the whiskers are.
 */
public final class Boxes extends Rows {

  private static final int FEW = 60;
  private static final double REACH = 1.5;
  private static final double THICKEST = 26;
  private static final double DOT = 5;
  private static final int PALE = 60;
  private static final int CLEAR = 170;

  /** Steps of the golden ratio: neighbours in the sample never lie side by side. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final List<Sample> samples = new ArrayList<>();

  /** A chart without samples; {@code x} says what the values are. */
  public Boxes(String title, String x) {
    super(title, x);
  }

  /** One more sample, in any order; copied. */
  public Boxes sample(String name, double... values) {
    return part(name, values.length, values);
  }

  /**
   * One more sample, of which some have no value: how many have is told beside it.
   *
   * @param all how many there are, with a value or without
   * @param values of those that have one, in any order; copied
   */
  public Boxes part(String name, int all, double... values) {
    if (all < values.length) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values of " + all + " that there are");
    }
    samples.add(new Sample(fresh(name), all, values));
    grown(0);
    return this;
  }

  @Override
  List<String> names() {
    return samples.stream().map(s -> s.name).toList();
  }

  @Override
  List<String> notes() {
    return samples.stream().map(Sample::note).toList();
  }

  @Override
  Range range(double width) {
    double[] all = samples.stream().flatMapToDouble(s -> Arrays.stream(s.sorted)).toArray();
    if (all.length == 0) {
      return new Range(0, 1);
    }
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    return new Range(low, high).widened(low < high ? 0 : 1);
  }

  @Override
  void content(Graphics2D g) {
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      double half = Math.min(THICKEST, 0.6 * rowHeight()) / 2;
      if (sample.sorted.length > 0) {
        box(g, sample, middle(i), half, Style.PALETTE[i % Style.PALETTE.length]);
      }
    }
  }

  private void box(Graphics2D g, Sample sample, double y, double half, Color color) {
    double from = at(sample.quantile(0.25));
    double to = at(sample.quantile(0.75));
    double median = at(sample.quantile(0.5));
    Rectangle2D box = new Rectangle2D.Double(from, y - half, to - from, 2 * half);
    g.setColor(faded(color, PALE));
    g.fill(box);
    g.setColor(color);
    g.setStroke(Style.FINE);
    g.draw(box);
    double[][] whiskers = {{at(sample.lowest()), from}, {at(sample.highest()), to}};
    for (double[] whisker : whiskers) {
      g.draw(new Line2D.Double(whisker[0], y, whisker[1], y));
      g.draw(new Line2D.Double(whisker[0], y - half / 2, whisker[0], y + half / 2));
    }
    g.setStroke(Style.BOLD);
    g.draw(new Line2D.Double(median, y - half, median, y + half));
    g.setColor(faded(color, CLEAR));
    for (int j = 0; j < sample.values.length; j++) {
      double value = sample.values[j];
      if (sample.values.length <= FEW || value < sample.lowest() || value > sample.highest()) {
        double shift = ((j + 1) * GOLDEN % 1 - 0.5) * 1.2 * half;
        g.fill(new Ellipse2D.Double(at(value) - DOT / 2, y + shift - DOT / 2, DOT, DOT));
      }
    }
  }

  private static Color faded(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  /** A sample in its own order and sorted. */
  private static final class Sample {

    private final String name;
    private final double[] values;
    private final double[] sorted;
    private final int all;

    Sample(String name, int all, double[] values) {
      this.name = name;
      this.all = all;
      this.values = values.clone();
      this.sorted = values.clone();
      Arrays.sort(sorted);
      for (double value : values) {
        finite("a value of " + name, value);
      }
    }

    String note() {
      return "n = " + values.length + (all > values.length ? " of " + all : "");
    }

    double quantile(double part) {
      double place = part * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    double lowest() {
      double least = quantile(0.25) - REACH * (quantile(0.75) - quantile(0.25));
      return Arrays.stream(sorted).filter(v -> v >= least).min().orElseThrow();
    }

    double highest() {
      double most = quantile(0.75) + REACH * (quantile(0.75) - quantile(0.25));
      return IntStream.range(0, sorted.length)
          .mapToDouble(i -> sorted[i])
          .filter(v -> v <= most)
          .max()
          .orElseThrow();
    }
  }
}
