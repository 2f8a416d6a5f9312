package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What holds for every chart, with usual and unusual data. */
final class ChartsTest {

  private static final String LONG = "a name that is so long that it cannot be written out, ever";
  private static final List<String> TWELVE =
      List.of("a", "bb", "c c", LONG, LONG + " 2", "$x$", "<&>", "é ü", "消息", "k", "l", "m");
  private static final double[] X = {1, 2, 3};

  private static final Map<String, Supplier<Chart>> CHARTS = new TreeMap<>();

  static {
    CHARTS.put("band", () -> plot().band("mean", X, X, new double[] {0, 1, 2}, X));
    CHARTS.put("line", () -> plot().line("line", X, X));
    CHARTS.put("plot, none", ChartsTest::plot);
    CHARTS.put("shares", () -> shares(TWELVE));
    CHARTS.put("shares, one", () -> shares(List.of(LONG)));
    CHARTS.put("shares, none", () -> shares(List.of()));
    CHARTS.put("estimates", ChartsTest::estimates);
    CHARTS.put("estimates, one", () -> new Estimates("Title", "x").estimate("a", -1e-9));
    CHARTS.put("estimates, none", () -> new Estimates("Title", "x").level("level", 7));
    CHARTS.put("boxes", () -> boxes(TWELVE));
    CHARTS.put("boxes, one value", () -> new Boxes("Title", "x").sample("one", 1e-9));
    CHARTS.put("boxes, equal values", () -> new Boxes("Title", "x").sample("same", -1e9, -1e9));
    CHARTS.put("boxes, zeros", () -> new Boxes("Title", "x").sample("same", 0, 0));
    CHARTS.put("boxes, no value", () -> new Boxes("Title", "x").sample("nothing"));
    CHARTS.put("boxes, none", () -> boxes(List.of()));
    CHARTS.put("tornado", () -> tornado(TWELVE));
    CHARTS.put("tornado, one", () -> tornado(List.of("one")));
    CHARTS.put("tornado, flat", () -> new Tornado("Title", "x", 0).bar("a", LONG, 0, LONG, 0));
    CHARTS.put("tornado, none", () -> tornado(List.of()));
    CHARTS.put("heat", () -> heat(TWELVE, TWELVE));
    CHARTS.put("heat, one", () -> heat(List.of("a"), List.of(LONG)));
    CHARTS.put("heat, none", () -> heat(List.of(), List.of()));
    CHARTS.put("heat, no columns", () -> heat(List.of("a", "b"), List.of()));
    CHARTS.put("heat, long axes", ChartsTest::wordy);
    CHARTS.put("boxes, huge", () -> new Boxes("Title", "x").sample("a", -1e300, 0, 1e300));
    CHARTS.put("long title", () -> new Shares(LONG + LONG + LONG, LONG + LONG + LONG));
  }

  private static Plot plot() {
    return new Plot("Title", "x", "y");
  }

  private static Shares shares(List<String> names) {
    Shares chart = new Shares("Title", "x");
    for (int i = 0; i < names.size(); i++) {
      double share = i / 11.0;
      chart.share(names.get(i), share, Math.max(0, share - 0.2), Math.min(1, share + 0.1));
    }
    return chart;
  }

  private static Estimates estimates() {
    Estimates chart = new Estimates("Title", "x").level(LONG, 3).level("at 3.1", 3.1);
    for (int i = 0; i < 5; i++) {
      chart.estimate("row " + i, i, i - 0.5, i + 0.25);
    }
    return chart;
  }

  private static Boxes boxes(List<String> names) {
    Boxes chart = new Boxes("Title", "x");
    for (int i = 0; i < names.size(); i++) {
      chart.sample(names.get(i), i, i + 1, i * i, 3 * i);
    }
    return chart;
  }

  private static Tornado tornado(List<String> names) {
    Tornado chart = new Tornado("Title", "x", 5);
    for (int i = 0; i < names.size(); i++) {
      chart.bar(names.get(i), names.get(i), 5 - i, "to", 7 - i / 2.0);
    }
    return chart;
  }

  private static HeatMap heat(List<String> rows, List<String> columns) {
    double[][] values = new double[rows.size()][columns.size()];
    for (int i = 0; i < values.length; i++) {
      int row = i;
      Arrays.setAll(values[i], j -> row == j && row > 0 ? Double.NaN : row - 2.5 * j);
    }
    return new HeatMap("Title", "x", "y", rows, columns, values);
  }

  private static HeatMap wordy() {
    String words = LONG + LONG + LONG;
    return new HeatMap("Title", words, words, List.of("a"), List.of("b"), new double[1][1]);
  }

  static Stream<String> names() {
    return CHARTS.keySet().stream();
  }

  private static Chart chart(String name) {
    return Objects.requireNonNull(CHARTS.get(name)).get();
  }

  @ParameterizedTest
  @MethodSource("names")
  void pictureHasItsSize(String name) throws IOException {
    Pixels picture = Pixels.of(chart(name));
    assertEquals(800, picture.width());
    assertEquals(500, picture.height());
    assertTrue(picture.ink().width() > 10, "something is drawn");
  }

  /** Nothing is cut off: around the picture there is a rim without ink. */
  @ParameterizedTest
  @MethodSource("names")
  void everythingIsInside(String name) throws IOException {
    Chart chart = chart(name);
    for (Pixels picture : List.of(Pixels.of(chart), Pixels.of(chart, 640, 400))) {
      Pixels.Box ink = picture.ink();
      assertTrue(ink.left() >= 2 && ink.right() < picture.width() - 2, ink::toString);
      assertTrue(ink.top() >= 2 && ink.bottom() < picture.height() - 2, ink::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void sameDataGiveTheSameBytes(String name) {
    Chart chart = chart(name);
    byte[] png = chart.png();
    byte[] svg = chart.svg();
    assertArrayEquals(png, chart.png());
    assertArrayEquals(svg, chart.svg());
    assertArrayEquals(png, chart(name).png());
    assertArrayEquals(svg, chart(name).svg());
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(png, chart(name).png());
      assertArrayEquals(svg, chart(name).svg());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void svgIsXmlThatNeedsNothingElse(String name) throws Exception {
    byte[] svg = chart(name).svg();
    String text = new String(svg, StandardCharsets.UTF_8);
    assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "), name);
    assertFalse(text.contains("<!"), "no document type, no comment");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    Element root = document.getDocumentElement();
    assertEquals("http://www.w3.org/2000/svg", root.getNamespaceURI());
    assertEquals("0 0 800 500", root.getAttribute("viewBox"));
    assertEquals("800", root.getAttribute("width"));
    NodeList elements = document.getElementsByTagName("*");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      found.add(element.getTagName());
      for (int j = 0; j < element.getAttributes().getLength(); j++) {
        String attribute = element.getAttributes().item(j).getNodeName();
        assertFalse(attribute.startsWith("on") || attribute.endsWith("href"), attribute);
      }
    }
    for (String foreign : List.of("script", "image", "text", "style", "foreignObject", "use")) {
      assertFalse(found.contains(foreign), foreign);
    }
    String links = text.replace("url(#", "").replace("http://www.w3.org/", "");
    assertFalse(links.contains("url(") || links.contains("://"), "links");
    assertTrue(found.contains("path"), "letters are outlines");
  }

  @ParameterizedTest
  @MethodSource("names")
  void showWithoutADisplayWritesAFile(String name) throws IOException {
    Chart chart = chart(name);
    String where = chart.show();
    Path file = Path.of(where.substring("no display: written to ".length()));
    try {
      assertArrayEquals(chart.png(), Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void promptShowsTheTitle(String name) {
    String title = name.equals("long title") ? LONG + LONG + LONG : "Title";
    assertEquals("chart \"" + title + "\": show() shows it", chart(name).toString());
  }
}
