package dev.parley.report;

import java.util.ArrayList;
import java.util.List;

/** A short list of named facts with a title: text for a prompt, HTML for a notebook. */
public final class Card {

  private record Line(String name, String text) {}

  /** Names up to this length stay in one line, however wide the text beside them is. */
  private static final int SHORT = 32;

  private final String title;
  private final List<Line> lines = new ArrayList<>();

  /** A card without lines. */
  public Card(String title) {
    this.title = title;
  }

  /** One more fact. */
  public Card line(String name, String text) {
    lines.add(new Line(name, text));
    return this;
  }

  /** The card as text: the title, then a line a fact, names padded to one width. */
  public String text() {
    int width = lines.stream().mapToInt(l -> l.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(title);
    for (Line line : lines) {
      text.append("\n  ").append(line.name());
      text.append(" ".repeat(width - line.name().length() + 2)).append(line.text());
    }
    return text.toString();
  }

  /** The card as an HTML table without scripts or remote parts. */
  public String html() {
    // A caption is as wide as its table, which without lines has no width.
    String style = lines.isEmpty() ? "text-align:left;white-space:nowrap" : "text-align:left";
    return html("<caption style=\"" + style + "\"><b>" + Html.text(title) + "</b></caption>");
  }

  /** The same under another heading, whose title is known. */
  String htmlUnder(String heading) {
    return heading.equals(title) ? html("") : html();
  }

  private String html(String caption) {
    StringBuilder html =
        new StringBuilder("<table class=\"parley-card\">").append(caption).append("<tbody>");
    for (Line line : lines) {
      html.append("<tr><th style=\"text-align:left;vertical-align:top")
          .append(line.name().length() <= SHORT ? ";white-space:nowrap\">" : "\">")
          .append(Html.text(line.name()))
          .append("</th><td style=\"text-align:left\">")
          .append(Html.text(line.text()))
          .append("</td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
