package story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * JShell with the imports of the toolkit's own start-up script, in this JVM: an expression that is
 * typed gives the very value, of the very classes that the test uses.
 */
public final class Prompt implements AutoCloseable {

  private static final List<Object> VALUES = new ArrayList<>();

  private final JShell shell = JShell.builder().executionEngine("local").build();

  /** A prompt at which everything of {@code /dev/parley/parley.jsh} has been typed. */
  public Prompt() {
    shell.addToClasspath(System.getProperty("java.class.path"));
    try (InputStream in = Prompt.class.getResourceAsStream("/dev/parley/parley.jsh")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::type);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Called by what is typed: hands the value over. */
  public static void take(Object value) {
    VALUES.add(value);
  }

  /** The value of an expression. */
  public Object value(String expression) {
    VALUES.clear();
    type("story.Prompt.take(" + expression + ");");
    return VALUES.get(0);
  }

  private void type(String line) {
    for (SnippetEvent event : shell.eval(line)) {
      String refused =
          shell
              .diagnostics(event.snippet())
              .map(diagnosis -> diagnosis.getMessage(Locale.ROOT))
              .collect(Collectors.joining("; "));
      if (event.status() != Status.VALID || event.exception() != null) {
        throw new AssertionError(line + ": " + refused, event.exception());
      }
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
