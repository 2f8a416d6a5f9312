package dev.parley.notebook.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes what a cell publishes in place of a front end, and keeps of each output its last state. */
final class Recorder extends ShellReplyEnvironment {

  private static final Gson GSON = new Gson();

  private final ArrayNode outputs = Notebook.JSON.createArrayNode();
  private final Map<String, ObjectNode> places = new HashMap<>();

  @SuppressWarnings("NullAway") // there are no channels; every method that uses one is overridden
  Recorder() {
    super(null, null, null, null);
  }

  ArrayNode outputs() {
    return outputs;
  }

  @Override
  public synchronized <T extends ContentType<T>> void publish(T content) {
    if (content instanceof PublishUpdateDisplayData update) {
      ObjectNode output = places.get(update.getDisplayId());
      if (output != null) {
        fill(output, update);
      }
    } else if (content instanceof PublishDisplayData display) {
      ObjectNode output = outputs.addObject().put("output_type", "display_data");
      fill(output, display);
      if (display.hasDisplayId()) {
        places.put(display.getDisplayId(), output);
      }
    }
  }

  /** The value of the cell. */
  synchronized void result(int cell, @Nullable DisplayData data) {
    if (data != null) {
      ObjectNode output = outputs.addObject().put("output_type", "execute_result");
      output.put("execution_count", cell);
      fill(output, data);
    }
  }

  @Override
  public synchronized void writeToStdOut(String text) {
    stream("stdout", text);
  }

  @Override
  public synchronized void writeToStdErr(String text) {
    stream("stderr", text);
  }

  /** Text goes on where the last output is of the same stream. */
  private void stream(String name, String text) {
    JsonNode last = outputs.path(outputs.size() - 1);
    if (last instanceof ObjectNode output && last.path("name").asText().equals(name)) {
      StringBuilder all = new StringBuilder();
      output.path("text").forEach(line -> all.append(line.asText()));
      output.set("text", Notebook.lines(all + text));
    } else if (!text.isEmpty()) {
      ObjectNode output = outputs.addObject().put("output_type", "stream").put("name", name);
      output.set("text", Notebook.lines(text));
    }
  }

  private static void fill(ObjectNode output, DisplayData display) {
    try {
      JsonNode json = Notebook.JSON.readTree(GSON.toJson(display, DisplayData.class));
      Map<String, JsonNode> forms = new TreeMap<>();
      for (Map.Entry<String, JsonNode> form : json.path("data").properties()) {
        forms.put(form.getKey(), form(form.getKey(), form.getValue()));
      }
      ObjectNode data = output.putObject("data");
      forms.forEach(data::set);
      JsonNode metadata = json.path("metadata");
      output.set("metadata", metadata.isObject() ? metadata : Notebook.JSON.createObjectNode());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("display data that are no JSON", e);
    }
  }

  private static JsonNode form(String mime, JsonNode value) {
    boolean isText = value.isTextual() && (mime.startsWith("text/") || mime.endsWith("xml"));
    return isText ? Notebook.lines(value.asText()) : value;
  }
}
