package dev.parley.notebook.display;

import dev.parley.report.Chart;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Base64;
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
        .register(
            (table, context) ->
                context.renderIfRequested(HTML, () -> table.write().toString("html")));
    kernel
        .getRenderer()
        .createRegistration(Chart.class)
        .preferring("image/png")
        .register(
            (chart, context) ->
                context.renderIfRequested(
                    PNG, () -> Base64.getEncoder().encodeToString(chart.png())));
  }
}
