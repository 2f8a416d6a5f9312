package dev.parley.notebook.display;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.MimeType;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** The toolkit's results in rapaio's kernel, which finds this class when it first shows a value. */
public final class RapaioProvider implements DisplayProvider {

  /** For the service loader. */
  public RapaioProvider() {}

  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    NotebookProgress.show(
        new KernelScreen<>(
            RapaioProvider::running,
            RapaioProvider::data,
            data -> MainApp.kernel.display(data),
            data -> MainApp.kernel.updateDisplay(data)));
    return MimeBundles.types().stream().<DisplayRenderer>map(Renderer::new).toList();
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }

  /** Nothing runs, nor is there a kernel, while the kernel starts. */
  private static boolean running() {
    return Optional.ofNullable(MainApp.kernel)
        .map(RapaioKernel::channels)
        .filter(channels -> channels.hasMsgId())
        .isPresent();
  }

  private static DisplayData data(MimeBundle result) {
    DisplayData data = DisplayData.fromText("");
    result.into(data::putData, data::putMetaData);
    return data;
  }

  private static DisplayData data(MimeBundle result, String place) {
    DisplayData data = data(result);
    data.putTransient(KernelScreen.PLACE, place);
    return data;
  }

  private record Renderer(Class<?> rendererClass) implements DisplayRenderer {

    @Override
    public boolean canRender(@Nullable String mime) {
      return mime == null || MimeBundle.FORMS.contains(full(mime));
    }

    @Override
    public DisplayData render(@Nullable String mime, Object value) {
      return data(MimeBundles.of(value, form -> wanted(form, mime)));
    }

    private static boolean wanted(String form, @Nullable String mime) {
      return form.equals(MimeBundle.PLAIN)
          || (mime == null ? !form.equals(MimeBundle.SVG) : form.equals(full(mime)));
    }

    /** Users may also say "png". */
    private static String full(String mime) {
      for (MimeType type : MimeType.values()) {
        if (type.shortTypes().contains(mime)) {
          return type.longType();
        }
      }
      return mime;
    }
  }
}
