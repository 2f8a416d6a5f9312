package dev.parley.notebook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Where JShell finds the Javadoc that it shows: the sources of the toolkit beside those of the JDK.
 * JShell has no way to tell it of the first, so this sets the field that its own tests use; that
 * takes {@code --add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED}. Without it there is no Javadoc.
 */
final class Sources {

  /** The system property with the folder of the clone. */
  static final String HOME = "parley.home";

  private static final Logger LOG = Logger.getLogger(Sources.class.getName());

  private Sources() {}

  static void offer() {
    String home = System.getProperty(HOME);
    if (home == null) {
      return;
    }
    List<Path> sources =
        Stream.of(
                Path.of(home, "toolkit", "src", "main", "java"),
                Path.of(home, "datasets", "src", "main", "java"),
                Path.of(System.getProperty("java.home"), "lib", "src.zip"))
            .filter(Files::exists)
            .toList();
    try {
      Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
      VarHandle field =
          MethodHandles.privateLookupIn(analysis, MethodHandles.lookup())
              .findStaticVarHandle(analysis, "availableSourcesOverride", List.class);
      field.set(sources);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.FINE, "no Javadoc of the toolkit", e);
    }
  }
}
