package dev.parley.train;

import dev.parley.report.Excerpt;
import dev.parley.report.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What went wrong in a run, if anything, and what was played beside what the game predicts. */
final class RunChecks {

  private RunChecks() {}

  static void diagnosis(Run run, Page page) {
    if (run.completed() == 0) {
      return;
    }
    Diagnosis diagnosis = run.diagnosis();
    page.section("Diagnosis")
        .paragraph(
            diagnosis.findings().isEmpty()
                ? "Nothing of what is looked for was found."
                : "What was found, on which evidence, what it is likely to come from, and what to"
                    + " try.");
    diagnosis
        .findings()
        .forEach(found -> page.heading(found.signature().toString()).facts(facts(found)));
    page.table(
        diagnosis.table().rejectColumns("cause", "setting"), "What was looked for", Excerpt.ALL);
  }

  private static Map<String, String> facts(Finding found) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("evidence", found.evidence());
    facts.put("cause", found.cause());
    facts.put("try", found.setting());
    return facts;
  }

  static void equilibria(Run run, Page page) {
    Equilibria equilibria = run.equilibria();
    if (equilibria.plays().isEmpty()) {
      return;
    }
    page.section("The game")
        .paragraph(
            "What was played for each payoff table, beside the equilibria of the game that each"
                + " agent would play for itself. The agents are paid the sum of both rewards: they"
                + " can settle on what is best for the team and no equilibrium.")
        .paragraph(equilibria.note() + ".");
    Table table = equilibria.table();
    for (Row row : table) {
      page.heading(row.getString(0)).facts(facts(table, row.getRowNumber()));
    }
  }

  /** A row below each other: it has too many columns for a page. */
  private static Map<String, String> facts(Table table, int row) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Column<?> column : table.columns().subList(1, table.columnCount())) {
      facts.put(column.name().replace('_', ' '), column.getString(row));
    }
    return facts;
  }
}
