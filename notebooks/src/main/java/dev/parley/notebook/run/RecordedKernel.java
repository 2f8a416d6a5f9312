package dev.parley.notebook.run;

import dev.parley.notebook.ParleyKernel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** The kernel without a connection: what cells publish goes to a recorder. */
final class RecordedKernel extends ParleyKernel {

  private JupyterIO io = new JupyterIO();

  private RecordedKernel() {}

  static RecordedKernel create() throws Exception {
    return ready(new RecordedKernel());
  }

  /** The next cell has that number, and what it publishes goes there. */
  void begin(int cell, Recorder recorder) {
    executionCount.set(cell + 1);
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
