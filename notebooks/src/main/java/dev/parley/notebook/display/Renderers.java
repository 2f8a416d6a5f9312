package dev.parley.notebook.display;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

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
    NotebookProgress.show(
        new KernelScreen<>(
            () -> kernel.getIO().display.isAttached(),
            Renderers::data,
            data -> kernel.getIO().display.display(data),
            data -> kernel.getIO().display.updateDisplay(data)));
  }

  private static void render(Object value, RenderContext context) {
    DisplayData data = context.getOutputContainer();
    MimeBundles.of(value, form -> context.wantsDataRenderedAs(MIMEType.parse(form)))
        .into(data::putData, data::putMetaData);
  }

  private static DisplayData data(MimeBundle result, String place) {
    DisplayData data = new DisplayData();
    result.into(data::putData, data::putMetaData);
    data.putTransientData(KernelScreen.PLACE, place);
    return data;
  }
}
