package dev.parley.notebook.run;

import static com.fasterxml.jackson.databind.cfg.JsonNodeFeature.WRITE_PROPERTIES_SORTED;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A notebook file, nbformat 4: its code cells and what they gave. */
public final class Notebook {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final int FORMAT = 4;
  private static final List<String> RICH = List.of("text/html", "image/png", "image/svg+xml");

  private final Path file;
  private final ObjectNode root;

  private Notebook(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a notebook.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is no notebook of nbformat 4
   */
  public static Notebook read(Path file) {
    try {
      if (JSON.readTree(file.toFile()) instanceof ObjectNode root
          && root.path("nbformat").asInt() == FORMAT) {
        return new Notebook(file, root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    throw new IllegalArgumentException("notebook: got " + file + ", allowed: nbformat 4");
  }

  /** The name of the file. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** The sources of the code cells. */
  public List<String> sources() {
    return cells().stream().map(cell -> joined(cell.path("source"))).toList();
  }

  /** How many outputs of all cells have a form of that MIME type. */
  public int outputs(String mime) {
    int outputs = 0;
    for (ObjectNode cell : cells()) {
      for (JsonNode output : cell.path("outputs")) {
        outputs += output.path("data").has(mime) ? 1 : 0;
      }
    }
    return outputs;
  }

  /** Of each code cell, which of its outputs are HTML and which are pictures, in their order. */
  public List<List<String>> shown() {
    List<List<String>> shown = new ArrayList<>();
    for (ObjectNode cell : cells()) {
      List<String> forms = new ArrayList<>();
      for (JsonNode output : cell.path("outputs")) {
        RICH.stream().filter(output.path("data")::has).forEach(forms::add);
      }
      shown.add(List.copyOf(forms));
    }
    return shown;
  }

  /** How many cells have an error for an output. */
  public int errors() {
    int errors = 0;
    for (ObjectNode cell : cells()) {
      for (JsonNode output : cell.path("outputs")) {
        errors += output.path("output_type").asText().equals("error") ? 1 : 0;
      }
    }
    return errors;
  }

  /** What a code cell gave, from 1, in place of what it gave before. */
  void outputs(int cell, ArrayNode outputs) {
    ObjectNode node = cells().get(cell - 1);
    node.put("execution_count", cell);
    node.set("outputs", outputs);
  }

  /**
   * Writes the notebook to its file, as Jupyter writes it.
   *
   * @throws UncheckedIOException if that fails
   */
  public void save() {
    try {
      Files.write(
          file,
          (JSON.writer(printer()).with(WRITE_PROPERTIES_SORTED).writeValueAsString(root) + "\n")
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  /** A text as Jupyter keeps it: a line an element. */
  static ArrayNode lines(String text) {
    ArrayNode lines = JSON.createArrayNode();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** The notebook as JSON in one line. */
  @Override
  public String toString() {
    return root.toString();
  }

  private List<ObjectNode> cells() {
    List<ObjectNode> cells = new ArrayList<>();
    for (JsonNode cell : root.path("cells")) {
      if (cell instanceof ObjectNode code && code.path("cell_type").asText().equals("code")) {
        cells.add(code);
      }
    }
    return cells;
  }

  private static String joined(JsonNode text) {
    StringBuilder joined = new StringBuilder();
    if (text.isTextual()) {
      joined.append(text.asText());
    }
    text.elements().forEachRemaining(line -> joined.append(line.asText()));
    return joined.toString();
  }
}
