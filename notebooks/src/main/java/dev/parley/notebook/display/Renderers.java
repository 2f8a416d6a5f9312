package dev.parley.notebook.display;

import dev.parley.report.Chart;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.nio.charset.StandardCharsets;

/** The toolkit's results in kernels made of IJava's basekernel. */
public final class Renderers {

  private Renderers() {}

  /**
   * From now on the kernel shows results as {@link MimeBundles} has them, and runs show how far
   * they are in the output of the cell that started them. {@code display(chart, "image/svg+xml")}
   * shows a chart as SVG.
   */
  public static void install(BaseKernel kernel) {
    for (Class<?> type : MimeBundles.types()) {
      kernel
          .getRenderer()
          .createRegistration(type)
          .preferring(MimeBundle.HTML, MimeBundle.PNG)
          .supporting(MimeBundle.SVG)
          .register(Renderers::render);
    }
    NotebookProgress.show(new KernelScreen(kernel));
  }

  private static void render(Object value, RenderContext context) {
    MimeBundle bundle = MimeBundles.of(value);
    bundle
        .data()
        .forEach((type, text) -> context.renderIfRequested(MIMEType.parse(type), () -> text));
    DisplayData output = context.getOutputContainer();
    bundle
        .metadata()
        .forEach(
            (type, metadata) -> {
              if (output.hasDataForType(MIMEType.parse(type))) {
                output.putMetaData(type, metadata);
              }
            });
    if (value instanceof Chart chart) {
      context.renderIfRequested(
          MIMEType.parse(MimeBundle.SVG), () -> new String(chart.svg(), StandardCharsets.UTF_8));
    }
  }

  private record KernelScreen(BaseKernel kernel) implements Screen {

    @Override
    public boolean attached() {
      return kernel.getIO().display.isAttached();
    }

    @Override
    public void show(String place, MimeBundle result, boolean again) {
      DisplayData data = new DisplayData();
      result.data().forEach(data::putData);
      data.setDisplayId(place);
      if (again) {
        kernel.getIO().display.updateDisplay(data);
      } else {
        kernel.getIO().display.display(data);
      }
    }
  }
}
