package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What tests ask of a page of HTML; parsed strictly, as XML. */
public final class WebPage {

  private final String html;
  private final Document document;

  /** Parses the page. */
  public WebPage(String html) throws Exception {
    this.html = html;
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  /** Fails if it runs, loads or links to anything, or if its contents do not lead to sections. */
  public void requireSelfContained() {
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\""));
    assertEquals(1, elements("h1").size());
    for (Element element : elements("*")) {
      assertFalse(
          List.of("script", "link", "iframe", "object", "embed", "base", "form")
              .contains(element.getTagName()),
          element.getTagName());
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        assertFalse(name.startsWith("on"), name);
      }
    }
    elements("img").forEach(img -> assertTrue(img.getAttribute("src").startsWith("data:image/")));
    elements("img").forEach(img -> assertFalse(img.getAttribute("alt").isBlank()));
    String style = elements("style").get(0).getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import") || style.contains("//"));
    List<String> targets =
        elements("section").stream().map(s -> "#" + s.getAttribute("id")).toList();
    if (targets.size() > 1) {
      assertEquals(targets, elements("a").stream().map(a -> a.getAttribute("href")).toList());
    }
    assertEquals(targets.size(), targets.stream().distinct().count());
  }

  /** All elements of that name, in order. */
  public List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The texts of all elements of that name, in order. */
  public List<String> texts(String name) {
    return elements(name).stream().map(Element::getTextContent).toList();
  }

  /** All text of the page that is shown. */
  public String text() {
    return elements("body").get(0).getTextContent();
  }

  /** The content of an image. */
  public static byte[] content(Element image) {
    String address = image.getAttribute("src");
    return Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
  }
}
