package dev.parley.notebook.display;

import dev.parley.report.Chart;
import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** The toolkit's results in JJava, which finds this class by itself. */
public final class JJavaExtension implements Extension {

  /** For the service loader. */
  public JJavaExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    for (Class<?> type : MimeBundles.types()) {
      kernel
          .getRenderer()
          .createRegistration(type)
          .preferring(MimeBundle.HTML, MimeBundle.PNG)
          .supporting(MimeBundle.SVG)
          .register(JJavaExtension::render);
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
