package dev.parley.notebook.run;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs notebooks over the kernel's own evaluator, in this process: no Jupyter, no Python. A cell
 * sees what it sees in Jupyter: the same imports, the same renderers, the same live line.
 */
public final class NotebookRunner {

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  private NotebookRunner() {}

  /**
   * Runs every code cell of a notebook, in a kernel of its own, and puts what they give into the
   * notebook; its file stays as it is until {@link Notebook#save}. What cells print goes into the
   * notebook too.
   *
   * @throws NotebookException if a cell fails; cells after it are not run
   */
  public static Notebook run(Path file) {
    Notebook notebook = Notebook.read(file);
    RecordedKernel kernel = kernel();
    PrintStream out = stream("out");
    PrintStream err = stream("err");
    try {
      List<String> sources = notebook.sources();
      for (int cell = 1; cell <= sources.size(); cell++) {
        notebook.outputs(cell, run(kernel, notebook, cell, sources.get(cell - 1)).outputs());
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
      kernel.detach();
      kernel.onShutdown(false);
    }
    return notebook;
  }

  private static RecordedKernel kernel() {
    try {
      return RecordedKernel.create();
    } catch (Exception e) {
      throw new IllegalStateException("the kernel cannot start", e);
    }
  }

  private static Recorder run(RecordedKernel kernel, Notebook notebook, int cell, String source) {
    Recorder recorder = new Recorder();
    kernel.begin(cell, recorder);
    System.setOut(kernel.getIO().out);
    System.setErr(kernel.getIO().err);
    try {
      DisplayData value = source.isBlank() ? null : kernel.eval(source);
      kernel.getIO().out.flush();
      kernel.getIO().err.flush();
      recorder.result(cell, value);
      return recorder;
    } catch (Exception e) {
      throw new NotebookException(notebook.name(), cell, problem(kernel, e), e);
    }
  }

  /** What Jupyter shows below the cell, without its colours. */
  private static String problem(RecordedKernel kernel, Exception e) {
    return COLOURS.matcher(String.join("\n", kernel.formatError(e))).replaceAll("");
  }

  /** A standard stream as it is now, to be put back. */
  private static PrintStream stream(String name) {
    try {
      return (PrintStream) System.class.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("System." + name + " cannot be read", e);
    }
  }

  /**
   * Runs notebooks and writes what their cells gave into their files. A cell that fails ends it,
   * with an exit code that is not 0.
   *
   * @param args the files
   */
  public static void main(String[] args) {
    try {
      for (String file : args) {
        run(Path.of(file)).save();
      }
    } catch (NotebookException | UncheckedIOException e) {
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
          .println(e.getMessage());
      System.exit(1);
    }
    // The evaluator's threads would keep the process for another minute.
    System.exit(0);
  }
}
