package dev.parley.notebook.display;

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
    NotebookProgress.show(
        new KernelScreen<>(
            () -> kernel.getIO().display.isAttached(),
            JJavaExtension::data,
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
    // setDisplayId has not the same result in all versions of JJava.
    data.putTransientData(KernelScreen.PLACE, place);
    return data;
  }
}
