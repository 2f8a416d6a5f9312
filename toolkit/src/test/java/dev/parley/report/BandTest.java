package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

final class BandTest {

  private static final double NAN = Double.NaN;
  private static final double[] X = {0, 1, 2, 3, 4};

  /** A pale blue: neither the curve nor the ground. */
  private static boolean pale(int pixel) {
    return (pixel >> 16) > 180 && (pixel & 0xFF) - (pixel >> 16) > 20;
  }

  private static Plot plot() {
    return new Plot("Title", "x", "y").across(0, 4).upright(0, 10);
  }

  private static double[] all(double value) {
    return new double[] {value, value, value, value, value};
  }

  @Test
  void bandLiesAroundTheCurve() throws IOException {
    Pixels picture = Pixels.of(plot().band("mean", X, all(5), all(2.5), all(7.5)));
    int legend = 440;
    Pixels.Box curve = picture.box(pixel -> pixel == Pixels.rgb(Style.PALETTE[0]), 0, legend);
    Pixels.Box band = picture.box(BandTest::pale, 0, legend);
    assertEquals(curve.down(), band.down(), 1.5);
    assertEquals(curve.left(), band.left(), 2);
    assertEquals(curve.right(), band.right(), 2);
    Pixels whole = Pixels.of(plot().band("mean", X, all(5), all(0), all(10)));
    Pixels.Box high = whole.box(BandTest::pale, 0, legend);
    double part = (band.bottom() - band.top()) / (double) (high.bottom() - high.top());
    assertEquals(0.5, part, 0.01);
  }

  @Test
  void legendHasTheNameOnce() {
    Plot plot =
        plot().band("one", X, all(5), all(4), all(6)).band("two", X, all(3), all(2), all(4));
    List<String> shown =
        plot.getSeriesCollection().stream()
            .filter(XYSeries::isShowInLegend)
            .map(XYSeries::getName)
            .toList();
    assertEquals(List.of("one", "two"), shown);
    assertEquals(Style.PALETTE[1], plot.getSeries("two").getLineColor());
  }

  /** A second band does not hide the first curve. */
  @Test
  void curvesLieOverAllBands() throws IOException {
    Plot alone = plot().band("one", X, all(5), all(4), all(6));
    Plot covered =
        plot().band("one", X, all(5), all(4), all(6)).band("two", X, all(7), all(1), all(9));
    assertEquals(
        Pixels.of(alone).count(Style.PALETTE[0]), Pixels.of(covered).count(Style.PALETTE[0]), 60);
  }

  @Test
  void unknownMeansAreGaps() throws IOException {
    double[] mean = {5, 5, NAN, 5, 5};
    Pixels picture = Pixels.of(plot().band("mean", X, mean, all(4), all(6)));
    int blue = Pixels.rgb(Style.PALETTE[0]);
    Pixels.Box curve = picture.box(pixel -> pixel == blue, 0, 440);
    int middle = (int) curve.across();
    assertEquals(0, picture.inColumn(middle, BandTest::pale));
    assertTrue(picture.inColumn(curve.left() + 10, BandTest::pale) > 40);
    assertTrue(picture.inColumn(curve.right() - 10, BandTest::pale) > 40);
  }

  @Test
  void unknownLimitsAreGapsOfTheBandAlone() throws IOException {
    double[] low = {4, 4, NAN, 4, 4};
    Pixels picture = Pixels.of(plot().band("mean", X, all(5), low, all(6)));
    int blue = Pixels.rgb(Style.PALETTE[0]);
    int middle = (int) picture.box(pixel -> pixel == blue, 0, 440).across();
    assertEquals(0, picture.inColumn(middle, BandTest::pale));
    assertTrue(picture.inColumn(middle, pixel -> pixel == blue) >= 1);
  }

  @Test
  void numberBetweenGapsIsAPointWithItsInterval() throws IOException {
    double[] mean = {NAN, NAN, 5, NAN, NAN};
    Pixels picture = Pixels.of(plot().band("mean", X, mean, all(2), all(8)));
    int blue = Pixels.rgb(Style.PALETTE[0]);
    Pixels.Box point = picture.box(pixel -> pixel == blue, 0, 440);
    Pixels.Box band = picture.box(BandTest::pale, 0, 440);
    assertEquals(point.across(), band.across(), 1);
    assertTrue(band.bottom() - band.top() > 150 && band.width() < 10, band::toString);
    assertArrayEquals(new int[] {2}, Bands.alone(mean));
    assertArrayEquals(new int[] {0, 5}, Bands.alone(new double[] {1, NAN, 1, 1, NAN, 1}));
  }

  @Test
  void nothingIsKnown() throws IOException {
    double[] none = all(NAN);
    assertTrue(Pixels.of(plot().band("mean", X, none, none, none)).ink().width() > 100);
    double[] empty = {};
    assertThrows(
        IllegalArgumentException.class, () -> plot().band("mean", empty, empty, empty, empty));
  }

  @Test
  void wrongNumbers() {
    String sizes =
        assertThrows(
                IllegalArgumentException.class,
                () -> plot().band("mean", X, all(1), all(0), new double[] {1}))
            .getMessage();
    assertEquals("mean: 5 places, but 1 values", sizes);
    String order =
        assertThrows(
                IllegalArgumentException.class,
                () -> plot().band("mean", X, all(5), all(6), all(4)))
            .getMessage();
    assertEquals("mean: no band from 6.0 to 4.0 at 0.0", order);
    assertThrows(
        IllegalArgumentException.class,
        () -> plot().band("mean", X, all(1), all(0), all(Double.POSITIVE_INFINITY)));
    assertThrows(IllegalArgumentException.class, () -> plot().band("mean", all(NAN), X, X, X));
    Plot untouched = plot();
    assertThrows(
        IllegalArgumentException.class, () -> untouched.band("m", X, all(5), all(6), all(4)));
    assertEquals(0, untouched.getSeriesCollection().size());
  }
}
