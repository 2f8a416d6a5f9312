package dev.parley.language;

import dev.parley.language.Lexicon.Entry;
import dev.parley.report.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A lexicon in a few lines: for each agent, the messages that it said most. */
final class LexiconText {

  /** Rows of an agent, on a prompt and on a page. */
  private static final int SHORT = 5;

  private static final int LONG = 10;

  private static final List<String> HEAD =
      List.of("agent", "message", "count", "share", "label", "action", "rounds", "meaning");

  /** Which columns are numbers, and stand right. */
  private static final List<Boolean> RIGHT =
      List.of(false, false, true, true, false, false, false, false);

  private static final String STYLE = "text-align:left;padding:0.4em 0.6em";
  private static final String NUMBER = "text-align:right;padding:0.4em 0.6em";

  private LexiconText() {}

  static String text(Lexicon lexicon) {
    StringBuilder text = new StringBuilder(title(lexicon));
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    List<String> notes = new ArrayList<>();
    for (String agent : lexicon.agents()) {
      List<Entry> entries = lexicon.entries(agent);
      entries.stream().limit(SHORT).forEach(entry -> rows.add(row(entry)));
      notes.add(rest(agent, entries, SHORT));
    }
    if (lexicon.size() == 0) {
      return text.toString();
    }
    for (List<String> row : rows) {
      text.append("\n").append(line(row, rows));
    }
    notes.stream().filter(note -> !note.isEmpty()).forEach(n -> text.append("\n  ").append(n));
    return text.toString();
  }

  static String html(Lexicon lexicon) {
    StringBuilder html =
        new StringBuilder("<table class=\"parley-lexicon\"><caption style=\"text-align:left\"><b>")
            .append(escape(title(lexicon)))
            .append("</b></caption><thead>");
    html.append(htmlRow("th", HEAD)).append("</thead><tbody>");
    for (String agent : lexicon.agents()) {
      List<Entry> entries = lexicon.entries(agent);
      entries.stream().limit(LONG).forEach(entry -> html.append(htmlRow("td", row(entry))));
      String rest = rest(agent, entries, LONG);
      if (!rest.isEmpty()) {
        html.append("<tr><td colspan=\"").append(HEAD.size());
        html.append("\" style=\"").append(STYLE).append("\">").append(escape(rest));
        html.append("</td></tr>");
      }
    }
    return html.append("</tbody></table>").toString();
  }

  /** An entry in a line. */
  static String line(Entry entry) {
    return format(
        "%s says %s: %s, %.1f %%; label %d (%.0f %%), action %s (%.0f %%); rounds %,d to"
            + " %,d%s",
        entry.agent(),
        entry.message(),
        entry.count() == 1 ? "once" : format("%,d times", entry.count()),
        100 * entry.share(),
        entry.label(),
        100 * entry.labelShare(),
        entry.action(),
        100 * entry.actionShare(),
        entry.firstRound(),
        entry.lastRound(),
        entry.humanLabel().isEmpty() ? "" : "; " + entry.humanLabel());
  }

  /** From which round to which something was said. */
  static String rounds(Lexicon lexicon) {
    int first = lexicon.uses().stream().mapToInt(Uses::firstRound).min().orElse(0);
    int last = lexicon.uses().stream().mapToInt(Uses::lastRound).max().orElse(0);
    return format("rounds %,d to %,d", first, last);
  }

  private static String title(Lexicon lexicon) {
    if (lexicon.size() == 0) {
      return "Lexicon: nothing was said";
    }
    String sample = lexicon.stride() == 1 ? "" : format(", one of %,d episodes", lexicon.stride());
    return format(
        "Lexicon of %s%s: %s",
        rounds(lexicon), sample, Count.of(lexicon.size(), "entry", "entries"));
  }

  private static List<String> row(Entry entry) {
    return List.of(
        entry.agent(),
        entry.message(),
        format("%,d", entry.count()),
        format("%.1f %%", 100 * entry.share()),
        format("%d (%.0f %%)", entry.label(), 100 * entry.labelShare()),
        format("%s (%.0f %%)", entry.action(), 100 * entry.actionShare()),
        format("%,d to %,d", entry.firstRound(), entry.lastRound()),
        entry.humanLabel());
  }

  private static String rest(String agent, List<Entry> entries, int shown) {
    double share = entries.stream().skip(shown).mapToDouble(Entry::share).sum();
    int others = entries.size() - shown;
    return others <= 0
        ? ""
        : format(
            "agent %s said %,d other%s, %.1f %%",
            agent, others, others == 1 ? "" : "s", 100 * share);
  }

  private static String line(List<String> row, List<List<String>> all) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int c = column;
      int width = all.stream().mapToInt(r -> r.get(c).length()).max().orElse(0);
      String room = " ".repeat(width - row.get(c).length());
      line.append("  ").append(RIGHT.get(c) ? room + row.get(c) : row.get(c) + room);
    }
    return line.toString().stripTrailing();
  }

  private static String htmlRow(String tag, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      row.append("<").append(tag).append(" style=\"").append(RIGHT.get(i) ? NUMBER : STYLE);
      row.append("\">").append(escape(cells.get(i))).append("</").append(tag).append(">");
    }
    return row.append("</tr>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
