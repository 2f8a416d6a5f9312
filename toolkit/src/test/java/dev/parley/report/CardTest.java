package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class CardTest {

  @Test
  void namesArePaddedToOneWidth() {
    Card card = new Card("Run 7").line("plan", "p").line("joint reward", "9.00").line("a", "b");
    assertEquals(
        """
        Run 7
          plan          p
          joint reward  9.00
          a             b""",
        card.text());
    assertEquals(card.text(), card.toString());
  }

  @Test
  void noLines() {
    assertEquals("Run 7", new Card("Run 7").text());
  }

  @Test
  void htmlHasEveryFact() throws Exception {
    Document html = parse(new Card("Run 7").line("plan", "p").line("time", "1 s"));
    assertEquals("Run 7", html.getElementsByTagName("caption").item(0).getTextContent());
    NodeList names = html.getElementsByTagName("th");
    NodeList texts = html.getElementsByTagName("td");
    assertEquals(2, names.getLength());
    assertEquals("time", names.item(1).getTextContent());
    assertEquals("1 s", texts.item(1).getTextContent());
  }

  /** What a plan's text may hold arrives as text: nothing of it becomes part of the page. */
  @Test
  void htmlIsEscaped() throws Exception {
    String nasty = "<script>alert('&amp;')</script> a < b & \"c\" > d";
    Card card = new Card(nasty).line(nasty, nasty);
    Document html = parse(card);
    assertEquals(nasty, html.getElementsByTagName("caption").item(0).getTextContent());
    assertEquals(nasty, html.getElementsByTagName("th").item(0).getTextContent());
    assertEquals(nasty, html.getElementsByTagName("td").item(0).getTextContent());
    assertEquals(0, html.getElementsByTagName("script").getLength());
  }

  @Test
  void htmlNeedsNothingElse() {
    String html = new Card("Run").line("plan", "p").html().toLowerCase(Locale.ROOT);
    for (String foreign : new String[] {"<script", "src=", "href=", "url(", "http", "<link"}) {
      assertFalse(html.contains(foreign), foreign);
    }
    assertTrue(html.startsWith("<table"));
  }

  /** The card is well-formed XML too, which shows that nothing is left open or unescaped. */
  private static Document parse(Card card) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(card.html())));
  }
}
