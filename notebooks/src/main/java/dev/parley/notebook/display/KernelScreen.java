package dev.parley.notebook.display;

import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The screen of a kernel that follows Jupyter's protocol.
 *
 * @param <D> what the kernel keeps the forms of one result in
 * @param running whether a cell runs whose output somebody gets
 * @param data of a result and the name of its place
 * @param first shows in a new place
 * @param next shows in a place that is there
 */
record KernelScreen<D>(
    BooleanSupplier running,
    BiFunction<MimeBundle, String, D> data,
    Consumer<D> first,
    Consumer<D> next)
    implements Screen {

  /** What the protocol calls the name of a place; told to a kernel among what is not kept. */
  static final String PLACE = "display_id";

  @Override
  public boolean attached() {
    return running.getAsBoolean();
  }

  @Override
  public void show(String place, MimeBundle result, boolean again) {
    (again ? next : first).accept(data.apply(result, place));
  }
}
