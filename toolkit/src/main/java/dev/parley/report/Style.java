package dev.parley.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/**
 * How every chart looks: quiet grid, readable at 640 x 400, and colours that stay apart in all
 * common forms of colour blindness (Okabe and Ito, 2008, "Color Universal Design").
 */
final class Style {

  /** Blue, vermilion, bluish green, reddish purple, orange, in order of use. */
  static final Color[] PALETTE = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
  };

  /**
   * For classes, of which there are more: those of the same set, black and yellow left out, and two
   * darker ones. Neighbours differ in lightness too.
   */
  static final Color[] CLASSES = {
    new Color(0x0072B2),
    new Color(0xE69F00),
    new Color(0x009E73),
    new Color(0xD55E00),
    new Color(0x56B4E9),
    new Color(0xCC79A7),
    new Color(0x332288),
    new Color(0x882255),
  };

  static final BasicStroke BOLD =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke FINE =
      new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Unbroken, dashed, dotted: how the first, second and third round of colours is drawn. */
  static final BasicStroke[] BOLDS = {BOLD, broken(8f, 5f), broken(1f, 5f)};

  private static BasicStroke broken(float... dashes) {
    return new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10f, dashes, 0f);
  }

  /** A band over a single point. */
  static final BasicStroke BROAD =
      new BasicStroke(6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5f, 4f}, 0f);

  /** What lines of reference are drawn in. */
  static final Color LEVEL = new Color(0x606060);

  /** What is left when the rest has colours of its own. */
  static final Color REST = new Color(0xD4D4D4);

  static final Color INK = new Color(0x202020);
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private static final Color GRID = new Color(0xE8E8E8);

  private Style() {}

  static void apply(XYStyler styler) {
    Font font = FONT;
    styler.setBaseFont(font);
    styler.setChartTitleFont(font.deriveFont(Font.BOLD, 14f));
    styler.setAxisTitleFont(font);
    styler.setAxisTickLabelsFont(font.deriveFont(11f));
    styler.setLegendFont(font.deriveFont(11f));
    styler.setAnnotationTextFont(font.deriveFont(11f));
    styler.setAnnotationTextFontColor(LEVEL);
    styler.setChartFontColor(INK);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTickMarksColor(GRID);
    styler.setXAxisTickMarkSpacingHint(90);
    styler.setLocale(Locale.ROOT);
    styler.setDecimalPattern("0.####");
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(6);
    styler.setChartPadding(12);
  }
}
