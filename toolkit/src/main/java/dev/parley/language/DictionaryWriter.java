package dev.parley.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.parley.analysis.Messages;
import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import dev.parley.state.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A lexicon as a dictionary, one entry a line, in the order of the rounds. */
final class DictionaryWriter {

  /** What stands for the time at which the reference wrote an entry. */
  private static final String VERSION = "parley 1";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** As Python writes them. */
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEntrySpacing(Separators.Spacing.NONE);

  /** One entry: whether it is a response, and what names the agent if that does not. */
  private record Line(String agent, boolean response, Use use) {

    String name() {
      return agent.equals(response ? DictionaryReader.SECOND : DictionaryReader.FIRST) ? "" : agent;
    }
  }

  private DictionaryWriter() {}

  static void write(Lexicon lexicon, Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null) {
      throw new OutputException(
          Problem.with("output").got(file).allowed("the name of a file"),
          new IOException("no file name"));
    }
    Output.to(folder).write(name.toString(), bytes(lexicon));
  }

  static byte[] bytes(Lexicon lexicon) {
    List<Line> lines = new ArrayList<>();
    for (Uses own : lexicon.uses()) {
      boolean response = response(own.agent(), lines.isEmpty());
      own.all().forEach(use -> lines.add(new Line(own.agent(), response, use)));
    }
    lines.sort(Comparator.comparingInt(line -> line.use().round()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      printer.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
      json.setPrettyPrinter(printer);
      json.writeStartArray();
      Map<String, Map<String, String>> meanings = lexicon.humanLabels();
      for (Line line : lines) {
        Map<String, String> own = meanings.getOrDefault(line.agent(), Map.of());
        write(line, own.getOrDefault(line.use().message(), ""), lexicon.stride(), json);
      }
      json.writeEndArray();
      json.writeRaw("\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The reference knows two agents; of others, the first is the one who does not respond. */
  private static boolean response(String agent, boolean first) {
    return agent.equals(DictionaryReader.SECOND)
        || (!agent.equals(DictionaryReader.FIRST) && !first);
  }

  private static void write(Line line, String meaning, long stride, JsonGenerator json)
      throws IOException {
    Use use = line.use();
    json.writeStartObject();
    json.writeStringField("aim_id", aimId(use.message()));
    json.writeStringField("version", VERSION);
    json.writeStringField("human_label", use.action());
    json.writeStringField(
        "context",
        "PD Round "
            + use.round()
            + " (Label: "
            + use.label()
            + ")"
            + (line.response() ? " (Response)" : ""));
    json.writeNumberField("usage_count", use.count());
    if (!line.name().isEmpty()) {
      json.writeStringField("agent", line.name());
    }
    if (!meaning.isEmpty()) {
      json.writeStringField("meaning", meaning);
    }
    if (stride > 1) {
      json.writeNumberField("one_of", stride);
    }
    json.writeEndObject();
  }

  /** As Python writes a list of whole numbers. */
  private static String aimId(String message) {
    return message.equals(Messages.EMPTY) ? "[]" : "[" + message.replace(" ", ", ") + "]";
  }
}
