package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.error.SettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with an archive, and what is said of it. */
final class PlanReaderTest {

  private static final String DEFAULT = PlanJson.write(Aim.DEFAULT);
  private static final String SIGNALS = PlanJson.write(Aim.DEFAULT.dataset(Signals.of(4, 3)));
  private static final String MNIST = PlanJson.write(Aim.DEFAULT.dataset(Mnist.at("m")));

  @TempDir private Path folder;

  private static String changed(String text, String from, String to) {
    assertTrue(text.contains(from), from);
    return text.replaceFirst(Pattern.quote(from), to.replace("\\", "\\\\"));
  }

  private static <E extends ParleyException> String message(Class<E> type, String text) {
    return String.valueOf(assertThrows(type, () -> PlanJson.read(text)).getMessage());
  }

  private static void assertSaid(String message, String said) {
    assertTrue(message.startsWith(said), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"codebook\" : 50 | \"codebook\" : 1 | codebook: got 1, allowed: 2 or more | codebook",
        "\"codebook\" : 50 | \"codebook\" : 2.5 | codebook: got 2.5, allowed: a whole number from | codebook",
        "\"codebook\" : 50 | \"codebook\" : \"50\" | codebook: got \"50\", allowed: a whole number | codebook",
        "\"codebook\" : 50 | \"codebook\" : 3000000000 | codebook: got 3000000000, allowed: a whole | codebook",
        "\"codebook\" : 50 | \"codebook\" : null | codebook: got null, allowed: a whole number | codebook",
        "\"codebook\" : 50 | \"codebook\" : [50] | codebook: got [50], allowed: a whole number | codebook",
        "\"seed\" : 1 | \"seed\" : 9223372036854775808 | seed: got 9223372036854775808, allowed: a whole | seed",
        "\"rounds\" : 1000 | \"rounds\" : 0 | rounds: got 0, allowed: 1 or more | rounds",
        "\"rounds\" : 1000 | \"rounds\" : 1e3 | rounds: got 1000.0, allowed: a whole number | rounds",
        "\"holdout\" : 0.2 | \"holdout\" : 1 | holdout: got 1.0, allowed: 0.0 to 0.9 | holdout",
        "\"holdout\" : 0.2 | \"holdout\" : \"NaN\" | holdout: got NaN, allowed: 0.0 to 0.9 | holdout",
        "\"clip\" : \"Infinity\" | \"clip\" : 1e999 | clip: got \"Infinity\", allowed: a finite number | clip",
        "\"clip\" : \"Infinity\" | \"clip\" : \"infinite\" | clip: got \"infinite\", allowed: a finite number | clip",
        "\"clip\" : \"Infinity\" | \"clip\" : -1 | clip: got -1.0, allowed: a finite number above 0 | clip",
        "\"decay\" : 0.99 | \"decay\" : 1 | decay: got 1.0, allowed: 0 or more, below 1 | quantiser.decay",
        "\"start\" : 0.001 | \"start\" : 0 | learningRate: got 0.0, allowed: a finite | learningRate",
        "\"straightThrough\" : true | \"straightThrough\" : 1 | straightThrough: got 1, allowed: true or | quantiser.straightThrough",
        "\"update\" : \"EMA\" | \"update\" : \"ema\" | update: got \"ema\", allowed: EMA, GRADIENT | quantiser.update",
        "\"actions\" : \"HALVES\" | \"actions\" : 0 | actions: got 0, allowed: HALVES, HEAD | actions",
        "\"opponent\" : 0.1 | \"opponent\" : -1 | reflection λ_predict: got -1.0, allowed: a finite | reflection",
        "\"first\" : 5.0 | \"first\" : \"Infinity\" | payoff: got Infinity, allowed: a finite number | environment.even.cc",
      })
  void valueThatASettingCannotHave(String from, String to, String said, String key)
      throws IOException {
    String text = changed(DEFAULT, from, to);
    assertSaid(message(SettingException.class, text), said);
    Path file = Files.writeString(folder.resolve("plan.json"), text);
    SettingException e = assertThrows(SettingException.class, () -> PlanJson.read(file));
    assertEquals("settings." + key, e.problems().get(0).value("key").orElseThrow());
    assertEquals(file.toString(), e.problems().get(0).value("file").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\" : 1 | \"format\" : 2 | format: got 2, allowed: 1\\n  hint: written by another",
        "\"format\" : 1 | \"format\" : \"1\" | format: got \"1\", allowed: 1",
        "\"format\" : 1, |  | format: got no such key",
        "\"plan\" : \"Aim\", |  | plan: got no such key",
        "\"plan\" : \"Aim\" | \"plan\" : \"Am\" | plan: got \"Am\", allowed: Aim, Ppo, QLearning\\n  hint: did you mean Aim?",
        "\"plan\" : \"Aim\" | \"plan\" : \"dev.parley.agent.aim.Aim\" | plan: got \"dev.parley.agent",
        "\"plan\" : \"Aim\" | \"plan\" : \"Signals\" | plan: got \"Signals\", allowed: Aim, Ppo, QLearning",
        "\"plan\" : \"Aim\" | \"plan\" : [] | plan: got [], allowed: Aim, Ppo, QLearning",
        "\"settings\" : { | \"setings\" : { | setings: got an unknown key, allowed: completed_rounds,",
        "\"codebook\" : 50 | \"codebok\" : 50 | settings.codebok: got an unknown key, allowed: codebook,",
        "\"codebook\" : 50, |  | settings.codebook: got no such key",
        "\"holdout\" : 0.2, |  | settings.holdout: got no such key",
        "\"commitment\" : 0.25, |  | settings.quantiser.commitment: got no such key",
        "\"commitment\" | \"comitment\" | settings.quantiser.comitment: got an unknown key",
        "\"type\" : \"Quantiser\", |  | settings.quantiser.type: got no such key",
        "\"type\" : \"Quantiser\" | \"type\" : \"Schedule\" | settings.quantiser.type: got \"Schedule\", allowed: Quantiser",
        "\"type\" : \"Digits\" | \"type\" : \"Digit\" | settings.dataset.type: got \"Digit\", allowed: Digits, Mnist, Signals\\n  hint: did you mean Digits?",
        "\"type\" : \"Digits\" | \"type\" : \"ParityDilemma\" | settings.dataset.type: got \"ParityDilemma\", allowed: Digits, Mnist, Signals",
        "\"type\" : \"Digits\" | \"type\" : \"java.io.File\" | settings.dataset.type: got \"java.io.File\"",
        "\"type\" : \"Digits\" | \"type\" : null | settings.dataset.type: got null",
        "\"type\" : \"Digits\" | \"type\" : \"Digits\", \"x\" : 1 | settings.dataset.x: got an unknown key",
        "\"codebook\" : 50 | \"codebook\" : 50, \"codebook\" : 51 | archive: got Duplicate",
        "\"codebook\" : 50 | \"codebook\" : 5O | archive: got Unexpected character",
        "\"settings\" : { | \"settings\" : 3, \"line\" : { | archive: got Duplicate",
      })
  void damagedOrForeign(String from, @Nullable String to, String said) {
    String text = changed(DEFAULT, from, to == null ? "" : to);
    assertSaid(message(DataException.class, text), said.replace("\\n", "\n"));
  }

  @Test
  void unknownKeyHasAHint() {
    DataException e =
        assertThrows(
            DataException.class,
            () -> PlanJson.read(changed(DEFAULT, "\"codebook\" : 50", "\"codebok\" : 50")));
    assertEquals("did you mean codebook?", e.problems().get(0).value("hint").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[]", "null", "1", "\"Aim\"", "{", "{} {}", "nonsense", "\ufeff{}"})
  void noArchiveAtAll(String text) {
    assertSaid(message(DataException.class, text), "archive: got ");
  }

  @Test
  void dataSetsCheckTheirValuesToo() {
    String few = changed(SIGNALS, "\"classes\" : 4", "\"classes\" : 1");
    assertSaid(message(SettingException.class, few), "classes: got 1, allowed: 2 or more");
    String many = changed(SIGNALS, "\"perClass\" : 100", "\"perClass\" : 2147483647");
    assertSaid(message(SettingException.class, many), "signals: got 4 classes x 2147483647");
    String nul = changed(MNIST, "\"folder\" : \"m\"", "\"folder\" : \"\\u0000\"");
    assertSaid(message(SettingException.class, nul), "folder: got \"\\u0000\", allowed: a path");
    String number = changed(MNIST, "\"folder\" : \"m\"", "\"folder\" : 7");
    assertSaid(message(SettingException.class, number), "folder: got 7, allowed: a path");
  }

  @Test
  void pathNeedNotBeNormal() {
    String slashes = changed(MNIST, "\"folder\" : \"m\"", "\"folder\" : \"m//n/\"");
    assertEquals(Aim.DEFAULT.dataset(Mnist.at("m/n")), PlanJson.read(slashes));
  }

  /** What a file says is never sent to a terminal as it is. */
  @Test
  void controlCharactersAreNotTold() {
    String hostile = "\"\\u001b[2J\\u009b\"";
    List<String> texts =
        List.of(
            changed(DEFAULT, "\"codebook\"", hostile),
            changed(DEFAULT, "\"Aim\"", hostile),
            changed(DEFAULT, "\"codebook\" : 50", "\"codebook\" : " + hostile),
            changed(DEFAULT, "\"format\"", "\"not_replayable\" : " + hostile + ", \"format\""),
            "{" + hostile);
    for (String text : texts) {
      ParleyException e = assertThrows(ParleyException.class, () -> PlanJson.read(text));
      String message = String.valueOf(e.getMessage()).replace("\n", "");
      assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }
  }

  @Test
  void tooDeepTooLongTooLarge() {
    String deep = "{\"format\":".repeat(100_000);
    assertSaid(message(DataException.class, deep), "archive: got ");
    String list = changed(DEFAULT, "\"codebook\" : 50", "\"codebook\" : " + "[".repeat(50_000));
    assertSaid(message(DataException.class, list), "archive: got ");
    String number = changed(DEFAULT, "\"codebook\" : 50", "\"codebook\" : " + "9".repeat(1000));
    assertSaid(message(DataException.class, number), "archive: got Number value length");
    String name =
        changed(DEFAULT, "\"plan\" : \"Aim\"", "\"plan\" : \"" + "x".repeat(70_000) + "\"");
    assertSaid(message(DataException.class, name), "archive: got String value length");
    assertSaid(
        message(DataException.class, DEFAULT + " ".repeat(Json.LARGEST)),
        "archive: got more than 1048576 bytes");
  }

  @Test
  void filesThatAreNone() throws IOException {
    assertFile("no such file", folder.resolve("none"));
    assertFile("no file but a folder or device", folder);
    assertFile("no file but a folder or device", Path.of("/dev/zero"));
    Path latin = folder.resolve("latin.json");
    Files.write(latin, DEFAULT.replace("Aim", "Äim").getBytes(StandardCharsets.ISO_8859_1));
    assertFile("bytes that are no text", latin);
    Path large = Files.write(folder.resolve("large"), new byte[Json.LARGEST + 1]);
    assertFile("more than 1048576 bytes", large);
  }

  private static void assertFile(String got, Path file) {
    DataException e = assertThrows(DataException.class, () -> PlanJson.read(file));
    if (got.contains("device") && !Files.exists(file)) {
      return; // No such device here.
    }
    assertEquals(got, e.problems().get(0).value("got").orElseThrow());
    assertEquals(file.toString(), e.problems().get(0).value("file").orElseThrow());
  }
}
