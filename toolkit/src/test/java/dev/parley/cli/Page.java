package dev.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A page of Markdown and its blocks of Java, which begin with {@code ```java}, or with {@code
 * ```java no-run} if they are only to be compiled.
 *
 * <p>The blocks of a page are one script, with the imports of parley.jsh: a block may use what
 * those before it have declared, and one that is run does not see one that is not. They run in a
 * JVM of their own in an empty folder, so a page may save to relative paths.
 *
 * @param name the path from the root of the repository
 * @param blocks in the order of the page
 */
record Page(String name, List<Block> blocks) {

  private static final int PATIENCE_MINUTES = 10;

  /**
   * A block.
   *
   * @param line of its first line of code, counted from 1
   * @param runs whether it is run, and not only compiled
   * @param code the lines between its fences
   */
  record Block(int line, boolean runs, String code) {}

  /** Finds the blocks of a page. */
  static Page parse(String name, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String mark = lines.get(i).strip();
      if (mark.matches("```\\s*java\\b.*")) {
        String rest = mark.replaceFirst("```\\s*java", "").strip();
        if (!rest.isEmpty() && !rest.equals("no-run")) {
          throw new AssertionError(name + ":" + (i + 1) + ": unknown kind of block: " + mark);
        }
        int first = i + 1;
        do {
          i++;
          if (i == lines.size()) {
            throw new AssertionError(name + ":" + first + ": a block without an end");
          }
        } while (!lines.get(i).strip().equals("```"));
        String code = String.join("\n", lines.subList(first, i));
        blocks.add(new Block(first + 1, rest.isEmpty(), code));
      } else if (mark.startsWith("```")) {
        do {
          i++;
        } while (i < lines.size() && !lines.get(i).strip().equals("```"));
      }
    }
    return new Page(name, blocks);
  }

  /** Compiles each block; what is wrong, with the page and line of each error. */
  String compile() throws IOException {
    StringWriter errors = new StringWriter();
    try (Script script = new Script(new PrintWriter(errors), CompileOnly::in)) {
      script.run("startup", ScriptFiles.startup());
      for (Block block : blocks) {
        script.run(name, text(block::equals));
      }
    }
    return errors.toString();
  }

  /** Runs the blocks that are to be run, up to the first that fails; what is wrong. */
  String run(Path folder) throws IOException, InterruptedException {
    Path page = folder.resolve(name);
    Files.createDirectories(page.resolve("..").normalize());
    Files.writeString(page, text(Block::runs));
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + folder,
            Main.class.getName(),
            "jshell",
            name);
    java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process =
        java.directory(folder.toFile())
            .redirectOutput(Files.createTempFile(folder, "output", ".txt").toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return name + ": runs for more than " + PATIENCE_MINUTES + " minutes";
      }
      return process.exitValue() == 0 ? "" : Files.readString(errors);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The code of some blocks, each on the lines that it has on the page. */
  private String text(Predicate<Block> wanted) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    for (Block block : blocks.stream().filter(wanted).toList()) {
      text.append("\n".repeat(block.line() - line)).append(block.code()).append("\n");
      line = block.line() + (int) block.code().lines().count();
    }
    return text.toString();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
