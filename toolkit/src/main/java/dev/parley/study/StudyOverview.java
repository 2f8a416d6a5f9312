package dev.parley.study;

import dev.parley.report.Page;
import dev.parley.study.StudyResult.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a study's page begins with: what was varied, how much of it is done, the card. */
final class StudyOverview {

  private StudyOverview() {}

  static void add(StudyResult result, Page page) {
    List<Row> rows = result.rows();
    int failed = result.failed().rowCount();
    int open = result.trials() - result.completed() - failed;
    page.paragraph(
        String.format(
            Locale.ROOT,
            "%s, each run with %s: %s. %,d ended well%s%s.",
            counted(rows.size(), "cell"),
            counted(rows.get(0).trials().size(), "seed"),
            counted(result.trials(), "trial"),
            result.completed(),
            failed > 0 ? String.format(Locale.ROOT, ", %,d failed", failed) : "",
            open > 0 ? String.format(Locale.ROOT, ", %,d were not run", open) : ""));
    Map<String, String> varied = varied(rows);
    page.paragraph(
            varied.isEmpty()
                ? "Nothing but the seed was varied."
                : "A cell is one combination of what was varied:")
        .facts(varied)
        .card(result.card());
  }

  /** What the study is of: the settings that are varied. */
  static String subject(StudyResult result) {
    List<String> names =
        result.rows().get(0).cell().settings().keySet().stream()
            .map(name -> name.equals(Design.VARIANT) ? "what is left out" : name)
            .toList();
    return names.isEmpty() ? "one plan" : String.join(", ", names);
  }

  /** The values of each setting that is varied, in the order of their first appearance. */
  static Map<String, String> varied(List<Row> rows) {
    Map<String, String> varied = new LinkedHashMap<>();
    for (String setting : rows.get(0).cell().settings().keySet()) {
      List<String> values = rows.stream().map(r -> r.cell().text(setting)).distinct().toList();
      varied.put(setting, String.join(", ", values));
    }
    return varied;
  }

  static String counted(int n, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
  }
}
