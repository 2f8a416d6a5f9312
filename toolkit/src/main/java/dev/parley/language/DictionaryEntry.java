package dev.parley.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.analysis.Messages;
import dev.parley.error.DataException;
import java.io.IOException;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a dictionary, field by field. */
final class DictionaryEntry {

  /** How a field that is not what it should be is told. */
  interface Wrong {
    DataException field(String name, String got, String allowed);
  }

  private static final JsonFactory SYMBOLS = new JsonFactory();
  private static final Pattern ROUND = Pattern.compile("\\bRound (\\d{1,9})\\b");
  private static final Pattern LABEL = Pattern.compile("\\(Label: (\\d{1,9})\\)");
  private static final String RESPONSE = "(Response)";
  private static final String AIM_ID = "symbols, as in \"[12, 14]\"";
  private static final String CONTEXT =
      "a text like \"PD Round 1 (Label: 7)\" or \"PD Round 1 (Label: 7) (Response)\"";

  private final Wrong wrong;
  private @Nullable String message;
  private @Nullable String action;
  private @Nullable String context;
  private String agent = "";
  private String meaning = "";
  private long count = 1;
  private long oneOf = 1;

  private DictionaryEntry(Wrong wrong) {
    this.wrong = wrong;
  }

  /** Reads an object to its end; its beginning has been read. */
  static DictionaryEntry read(JsonParser json, Wrong wrong) throws IOException {
    DictionaryEntry entry = new DictionaryEntry(wrong);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      entry.field(name, json);
    }
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "aim_id" -> message = message(json);
      case "human_label" -> action = text(name, json);
      case "context" -> context = text(name, json);
      case "agent" -> agent = text(name, json);
      case "meaning" -> meaning = text(name, json);
      case "usage_count" -> count = number(name, json, DictionaryReader.MOST_USES);
      case "one_of" -> oneOf = number(name, json, 1L << 53);
      default -> json.skipChildren();
    }
  }

  private String text(String name, JsonParser json) throws IOException {
    String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    if (text.isBlank()
        || text.length() > Lexicon.LONGEST_LABEL
        || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong.field(
          name,
          Shown.token(json),
          "one line of text, of " + Lexicon.LONGEST_LABEL + " characters at most");
    }
    return text.strip();
  }

  private long number(String name, JsonParser json, long most) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      JsonParser.NumberType type = json.getNumberType();
      long value = type == JsonParser.NumberType.BIG_INTEGER ? 0 : json.getLongValue();
      if (value >= 1 && value <= most) {
        return value;
      }
    }
    throw wrong.field(name, Shown.token(json), "a whole number from 1 to " + most);
  }

  private String message(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      return symbols(json, "an array");
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong.field("aim_id", Shown.token(json), AIM_ID);
    }
    String text = json.getText();
    String shown = Shown.token(json);
    try (JsonParser inner = SYMBOLS.createParser(text)) {
      if (inner.nextToken() != JsonToken.START_ARRAY) {
        throw wrong.field("aim_id", shown, AIM_ID);
      }
      String found = symbols(inner, shown);
      if (inner.nextToken() != null) {
        throw wrong.field("aim_id", shown, AIM_ID);
      }
      return found;
    } catch (JsonProcessingException e) {
      DataException failure = wrong.field("aim_id", shown, AIM_ID);
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private String symbols(JsonParser json, String shown) throws IOException {
    StringJoiner symbols = new StringJoiner(" ");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean whole =
          json.currentToken() == JsonToken.VALUE_NUMBER_INT
              && json.getNumberType() == JsonParser.NumberType.INT
              && json.getIntValue() >= 0;
      if (!whole) {
        throw wrong.field("aim_id", shown, AIM_ID);
      }
      symbols.add(Integer.toString(json.getIntValue()));
    }
    return symbols.length() == 0 ? Messages.EMPTY : symbols.toString();
  }

  /** What the entry says; only now is it known whether a field is missing. */
  Use use() {
    String where = given("context", context, CONTEXT);
    Matcher round = ROUND.matcher(where);
    Matcher label = LABEL.matcher(where);
    if (!round.find() || !label.find()) {
      throw wrong.field("context", "\"" + Shown.line(where) + "\"", CONTEXT);
    }
    return new Use(
        Integer.parseInt(round.group(1)),
        Integer.parseInt(label.group(1)),
        given("aim_id", message, AIM_ID),
        given("human_label", action, "the sender's action, as C or D"),
        (int) count);
  }

  private String given(String name, @Nullable String value, String allowed) {
    if (value == null) {
      throw wrong.field(name, "missing", allowed);
    }
    return value;
  }

  /** Who speaks: the field that names it, or what the context implies. */
  String agent() {
    boolean response = context != null && context.contains(RESPONSE);
    String implied = response ? DictionaryReader.SECOND : DictionaryReader.FIRST;
    return agent.isEmpty() ? implied : agent;
  }

  String meaning() {
    return meaning;
  }

  long oneOf() {
    return oneOf;
  }
}
