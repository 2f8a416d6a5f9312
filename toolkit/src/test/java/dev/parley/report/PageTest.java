package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.WebPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tech.tablesaw.api.Table;

final class PageTest {

  private static final String NASTY =
      "</style></title><script>alert('1')</script> & \"x\" onload=' --> ]]> &amp; a_b";

  @TempDir private Path folder;

  private static Plot plot(int points) {
    double[] x = new double[points];
    double[] y = new double[points];
    Arrays.setAll(x, i -> i);
    Arrays.setAll(y, i -> Math.sin(0.9 * i * i));
    return new Plot("title", "x", "y").line("line", x, y);
  }

  private static Table rows(int n) {
    return Tables.named("t").wholes("i", IntStream.range(0, n).toArray()).table();
  }

  private static WebPage read(Page page) throws Exception {
    WebPage read = new WebPage(page.html());
    read.requireSelfContained();
    return read;
  }

  private static Page everything(String text) {
    Table table = Tables.named("t").texts(text, List.of(text, "b", "c")).table();
    return new Page(text)
        .paragraph(text)
        .card(new Card("card " + text).line(text, text))
        .section(text)
        .heading(text)
        .facts(Map.of(text, text))
        .verdict(text, List.of(text))
        .table(table, text, Excerpt.first(1, text))
        .section("second")
        .figure(new Figure(plot(3), text, text))
        .figures(List.of(Figure.of(plot(2), text)))
        .code(text);
  }

  @Test
  void everyTextStaysText() throws Exception {
    WebPage page = read(everything(NASTY));
    assertEquals(List.of(NASTY), page.texts("h1"));
    assertEquals(List.of(NASTY), page.texts("title"));
    assertEquals(List.of(NASTY, "second"), page.texts("h2"));
    assertEquals(List.of(NASTY), page.texts("h3"));
    assertEquals(List.of(NASTY), page.texts("code"));
    assertEquals(List.of(NASTY), page.texts("figcaption"));
    assertEquals(NASTY, page.elements("img").get(0).getAttribute("alt"));
    assertEquals(List.of("card " + NASTY, NASTY), page.texts("caption"));
    assertEquals(3, page.texts("th").stream().filter(NASTY::equals).count());
    assertTrue(page.texts("td").contains("2 more rows in " + NASTY));
  }

  /** Controls, halves of surrogate pairs and noncharacters: HTML has none of them. */
  @Test
  void charactersThatHtmlDoesNotHave() throws Exception {
    WebPage page = read(new Page("a\0b\u0085c\uD800d\uFFFEe\uFDD0f\uD83D\uDE00"));
    assertEquals(List.of("a b c\uFFFDd\uFFFDe\uFFFDf\uD83D\uDE00"), page.texts("h1"));
  }

  @Test
  void sameContentSameBytes() {
    assertEquals(everything("x").html(), everything("x").html());
  }

  @Test
  void emptyPage() throws Exception {
    WebPage page = read(new Page("nothing").facts(Map.of()).figures(List.of()));
    assertTrue(page.elements("section").isEmpty());
    assertTrue(page.elements("nav").isEmpty());
  }

  @Test
  void anchorsAreDifferent() throws Exception {
    Page page = new Page("p");
    List.of("Same", "same!", "Same 2", "SAME", "\u65e5\u672c", "???", "\u00c9tude")
        .forEach(page::section);
    List<String> ids =
        read(page).elements("section").stream().map(s -> s.getAttribute("id")).toList();
    assertEquals("same", ids.get(0));
    assertEquals("section", ids.get(4));
    assertEquals("etude", ids.get(6));
  }

  private static List<String> cells(Table table, Excerpt excerpt) throws Exception {
    return read(new Page("p").table(table, "caption", excerpt)).texts("td");
  }

  @Test
  void longTablesAreCut() throws Exception {
    assertEquals(
        List.of("0", "1", "3 more rows in all.csv"), cells(rows(5), Excerpt.first(2, "all.csv")));
    assertEquals(
        List.of("0", "996 more rows in all.csv", "997", "998").subList(0, 2),
        cells(rows(998), Excerpt.ends(1, "all.csv")).subList(0, 2));
    assertEquals(
        List.of("0", "1", "1,996 more rows in f", "1998", "1999"),
        cells(rows(2000), Excerpt.ends(2, "f")));
    assertEquals(List.of("0", "1", "2"), cells(rows(3), Excerpt.first(2, "f")));
    assertEquals(List.of("2 more rows in f"), cells(rows(2), Excerpt.first(0, "f")));
    assertEquals(List.of("no rows"), cells(rows(0), Excerpt.ALL));
    assertEquals(List.of("no rows"), cells(Table.create("none"), Excerpt.ALL));
    assertThrows(IllegalArgumentException.class, () -> Excerpt.first(-1, "f"));
  }

  @Test
  void numbersShareTheirDecimals() throws Exception {
    double[] values = {12.3456, 0.5, 1e-6, Double.NaN, Double.NEGATIVE_INFINITY, 0};
    Table table = Tables.named("t").reals("x", values).table();
    assertEquals(
        List.of("12.3", "0.5", "1e-6", "\u2013", "-\u221e", "0.0"), cells(table, Excerpt.ALL));
    Table whole = Tables.named("t").wholes("x", new int[] {123_456_789, -1}).table();
    assertEquals(List.of("123456789", "-1"), cells(whole, Excerpt.ALL));
  }

  @Test
  void numbersStandRightAndTextsLeft() throws Exception {
    Table table = Tables.named("t").texts("a_b", List.of("x")).reals("c", new double[] {1}).table();
    WebPage page = read(new Page("p").table(table, "caption"));
    assertEquals(List.of("a_b", "c"), page.texts("th"));
    for (String name : List.of("th", "td")) {
      assertEquals(
          List.of(name.equals("td") ? "short" : "", "number"),
          page.elements(name).stream().map(e -> e.getAttribute("class")).toList());
    }
  }

  @Test
  void chartsAreImagesOfTwiceTheSize() throws Exception {
    WebPage page =
        read(
            new Page("p")
                .figure(Figure.of(plot(10).size(400, 300), "small"))
                .figure(Figure.of(plot(20_000), "large"))
                .figure(
                    Figure.of(
                        new HeatMap("t", "x", "y", List.of(), List.of(), new double[0][]),
                        "rows")));
    Element small = page.elements("img").get(0);
    assertTrue(small.getAttribute("src").startsWith("data:image/png;base64,"));
    assertEquals("400", small.getAttribute("width"));
    assertEquals("300", small.getAttribute("height"));
    Element large = page.elements("img").get(1);
    assertTrue(large.getAttribute("src").startsWith("data:image/png;base64,"));
    assertEquals("800", large.getAttribute("width"));
    assertEquals("500", large.getAttribute("height"));
    assertEquals(1600, ImageIO.read(new ByteArrayInputStream(WebPage.content(large))).getWidth());
    assertFalse(page.elements("img").get(2).getAttribute("width").isEmpty());
  }

  @Test
  void finerPicturesOfTheSameChart() throws IOException {
    ImageGrid grid = new ImageGrid("t", 2, 2).row("r", List.of(new float[4]), List.of("c"));
    for (Chart chart : List.of(plot(5), new Panels("p", List.of(plot(5), plot(7))), grid)) {
      int width = ImageIO.read(new ByteArrayInputStream(chart.png())).getWidth();
      assertEquals(
          3 * width,
          ImageIO.read(new ByteArrayInputStream(chart.png(3))).getWidth(),
          chart::toString);
    }
  }

  @Test
  void fileIsWholeOrAsItWas() throws IOException {
    Page page = new Page("p");
    Path file = folder.resolve("a/b/page.html");
    assertEquals(file, page.save(file));
    assertEquals(page.html(), Files.readString(file));
    new Page("q").save(file);
    assertTrue(Files.readString(file).contains("<title>q</title>"));
    try (Stream<Path> all = Files.list(file.getParent())) {
      assertEquals(1, all.count());
    }
    assertThrows(UncheckedIOException.class, () -> page.save(file.resolve("below a file")));
  }

  @Test
  void promptSaysHowToSeeIt() throws IOException {
    Page page = new Page("p").section("s");
    assertEquals("page \"p\", 1 section: show() shows it", page.toString());
    String shown = page.show();
    assertTrue(shown.startsWith("no display: written to "), shown);
    Path file = Path.of(shown.substring("no display: written to ".length()));
    assertEquals(page.html(), Files.readString(file));
    Files.delete(file);
  }
}
