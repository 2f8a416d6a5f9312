package dev.parley.study;

import dev.parley.report.Chart;
import dev.parley.report.Tables;
import dev.parley.state.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/** A study as a folder of files. */
final class StudyFiles {

  private final StudyResult result;
  private final Path folder;
  private final Output output;

  StudyFiles(StudyResult result, Path folder) {
    this.result = result;
    this.folder = folder;
    this.output = Output.to(folder);
  }

  void save() {
    StudyCharts charts = new StudyCharts(result.rows());
    StudyArchive.write(folder, result.rows());
    output.write("report.html", result.report().html());
    output.write("card.txt", result + "\n");
    table("trials", result.table(), "Trials");
    table("summary", result.summary(), "Cells");
    table("failed", result.failed(), "Failed trials");
    for (String measure : new String[] {"plateau", "converged_round"}) {
      table("comparison-" + measure, result.comparison(measure), "Differences in " + measure);
      chart(measure, result.boxes(measure));
      if (charts.isGrid()) {
        chart("heatmap-" + measure, result.heatMap(measure));
      }
      if (charts.isOneAtATime()) {
        chart("tornado-" + measure, result.tornado(measure));
      }
    }
    chart("curves", result.curves());
    chart("formation", result.formation());
  }

  private void table(String name, Table table, String caption) {
    output.write(name + ".csv", Tables.csv(table));
    output.write(name + ".json", Tables.json(table));
    output.write(name + ".tex", Tables.latex(table, caption.replace('_', ' '), "tab:" + name));
  }

  private void chart(String name, Chart chart) {
    output.write(name + ".png", chart.png());
    output.write(name + ".svg", new String(chart.svg(), StandardCharsets.UTF_8));
  }
}
