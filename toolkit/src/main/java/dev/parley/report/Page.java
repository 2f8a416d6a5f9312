package dev.parley.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * A page of HTML 5 that needs nothing else: no scripts, no fonts, no files, no network; charts and
 * style are inside. It reads well on a screen of any width and in print, is also well-formed XML,
 * and the same content gives the same bytes. Every text that it is given stays text.
 *
 * <p>Content goes into the section that was begun last; before the first, it stands between the
 * title and the table of contents.
 */
public final class Page {

  private static final String STYLE = style();

  private record Section(String heading, String anchor, StringBuilder body) {}

  private final String title;
  private final StringBuilder head = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();

  /** A page without content. */
  public Page(String title) {
    this.title = title;
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css cannot be read", e);
    }
  }

  /** Begins a section; its anchor is the heading in lower case, with hyphens between words. */
  public Page section(String heading) {
    String name = Html.anchor(heading);
    String anchor = name;
    for (int i = 2; isTaken(anchor); i++) {
      anchor = name + "-" + i;
    }
    sections.add(new Section(heading, anchor, new StringBuilder()));
    return this;
  }

  private boolean isTaken(String anchor) {
    return sections.stream().anyMatch(section -> section.anchor().equals(anchor));
  }

  /** A heading within a section. */
  public Page heading(String text) {
    return add("<h3>" + Html.text(text) + "</h3>\n");
  }

  /** A paragraph. */
  public Page paragraph(String text) {
    return add("<p>" + Html.text(text) + "</p>\n");
  }

  /** A list of names and values, in the order of the map. */
  public Page facts(Map<String, String> facts) {
    StringBuilder html = new StringBuilder("<table class=\"facts\"><tbody>\n");
    facts.forEach(
        (name, value) ->
            html.append("<tr><th scope=\"row\">")
                .append(Html.breaking(name))
                .append("</th><td>")
                .append(Html.text(value))
                .append("</td></tr>\n"));
    return facts.isEmpty() ? this : add(html.append("</tbody></table>\n").toString());
  }

  /** A card; without its title if the page has the same. */
  public Page card(Card card) {
    return add("<div class=\"card\">" + card.htmlUnder(title) + "</div>\n");
  }

  /** A box that is seen first: a word or two, and what they mean, a paragraph each. */
  public Page verdict(String word, List<String> paragraphs) {
    StringBuilder html = new StringBuilder("<div class=\"verdict\">\n<p class=\"word\">");
    html.append(Html.text(word)).append("</p>\n");
    paragraphs.forEach(p -> html.append("<p>").append(Html.text(p)).append("</p>\n"));
    return add(html.append("</div>\n").toString());
  }

  /**
   * A table: numbers right, as many decimals in a column as three significant digits of its largest
   * number have, a dash for what is missing.
   *
   * @param caption what stands above it
   * @param excerpt which rows are shown
   */
  public Page table(Table table, String caption, Excerpt excerpt) {
    return add(new HtmlTable(table, excerpt).html(caption));
  }

  /** A table with all its rows. */
  public Page table(Table table, String caption) {
    return table(table, caption, Excerpt.ALL);
  }

  /** A chart, as an SVG if that is small, otherwise as a PNG of twice the resolution. */
  public Page figure(Figure figure) {
    return add(Embedded.html(figure));
  }

  /** Charts side by side, as many as there is room for. */
  public Page figures(List<Figure> figures) {
    StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
    figures.forEach(figure -> html.append(Embedded.html(figure)));
    return figures.isEmpty() ? this : add(html.append("</div>\n").toString());
  }

  /** Lines of code or of a terminal. */
  public Page code(String text) {
    return add("<pre><code>" + Html.text(text) + "</code></pre>\n");
  }

  private Page add(String html) {
    StringBuilder last = sections.isEmpty() ? head : sections.get(sections.size() - 1).body();
    last.append(html);
    return this;
  }

  /** The page. */
  public String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
    html.append("<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
        .append("<meta charset=\"UTF-8\"/>\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .append("<title>")
        .append(Html.text(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>")
        .append(Html.text(title))
        .append("</h1>\n")
        .append(head)
        .append("</header>\n")
        .append(contents());
    for (Section section : sections) {
      html.append("<section id=\"").append(section.anchor()).append("\">\n<h2>");
      html.append(Html.text(section.heading())).append("</h2>\n");
      html.append(section.body()).append("</section>\n");
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private String contents() {
    if (sections.size() < 2) {
      return "";
    }
    StringBuilder html = new StringBuilder("<nav aria-label=\"Contents\"><ul>\n");
    for (Section section : sections) {
      html.append("<li><a href=\"#").append(section.anchor()).append("\">");
      html.append(Html.text(section.heading())).append("</a></li>\n");
    }
    return html.append("</ul></nav>\n").toString();
  }

  /**
   * Writes the page to a file; its folder is made if need be.
   *
   * @return the file
   * @throws UncheckedIOException if that fails; the file is whole or as it was
   */
  public Path save(Path file) {
    PageFile.save(html(), file);
    return file;
  }

  /**
   * Opens the page in a browser; where there is no display, writes it to a temporary file.
   *
   * @return where it can be seen
   */
  public String show() {
    return PageFile.show(html());
  }

  /** What a prompt shows of a page: its title, its sections and how to see it. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "page \"%s\", %s: show() shows it",
        title,
        Count.of(sections.size(), "section"));
  }
}
