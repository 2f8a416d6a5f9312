package dev.parley;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * One package uses another.
 *
 * @param from a package of Parley
 * @param to any package
 * @param where the module or archive that {@code to} is in
 */
record Arrow(String from, String to, String where) {

  private static final String PARLEY = "dev.parley";
  private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s+(.+?)\\s*");

  /** Every arrow that starts in these classes. */
  static List<Arrow> of(List<Path> classes) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    String[] arguments =
        Stream.concat(Stream.of("-verbose:package"), classes.stream().map(Path::toString))
            .toArray(String[]::new);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    if (jdeps.run(writer, writer, arguments) != 0) {
      throw new AssertionError(out);
    }
    return out.toString()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(m -> new Arrow(m.group(1), m.group(2), m.group(3)))
        .toList();
  }

  /** Whether it ends in Parley. */
  boolean internal() {
    return to.equals(PARLEY) || to.startsWith(PARLEY + ".");
  }

  /** Whether it ends in the part of the JDK that all may use. */
  boolean free() {
    return where.equals("java.base");
  }

  /** The package that it starts in, as docs/architecture.md names it. */
  String room() {
    return shortName(from);
  }

  /** The package that it ends in, as docs/architecture.md names it. */
  String target() {
    return shortName(to);
  }

  private static String shortName(String name) {
    return name.startsWith(PARLEY + ".") ? name.substring(PARLEY.length() + 1) : name;
  }

  @Override
  public String toString() {
    return room() + " -> " + target();
  }
}
