package dev.parley.notebook.display;

import dev.parley.report.Chart;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Base64;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Registers how results are shown. */
public final class Renderers {

  private static final MIMEType HTML = MIMEType.parse("text/html");
  private static final MIMEType PNG = MIMEType.parse("image/png");

  private Renderers() {}

  /** From now on the kernel shows tables as HTML and charts as PNG. */
  public static void install(BaseKernel kernel) {
    kernel
        .getRenderer()
        .createRegistration(Table.class)
        .preferring("text/html")
        .register((table, context) -> context.renderIfRequested(HTML, () -> html(table)));
    kernel
        .getRenderer()
        .createRegistration(Chart.class)
        .preferring("image/png")
        .register(
            (chart, context) ->
                context.renderIfRequested(
                    PNG, () -> Base64.getEncoder().encodeToString(chart.png())));
  }

  private static String html(Table table) {
    StringBuilder html = new StringBuilder("<table><thead><tr>");
    table.columnNames().forEach(name -> html.append("<th>").append(text(name)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (Row row : table) {
      html.append("<tr>");
      for (int i = 0; i < row.columnCount(); i++) {
        html.append("<td>").append(text(String.valueOf(row.getObject(i)))).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
