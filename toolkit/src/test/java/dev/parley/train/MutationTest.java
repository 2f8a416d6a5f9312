package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.env.ParityDilemma;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.error.SettingException;
import dev.parley.random.RandomStream;
import dev.parley.vq.Quantiser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile archives: each is an error of the family that names the file, or is read. */
final class MutationTest {

  private static final int MUTATIONS = 2_500;
  private static final int FILES = 100;

  /** A number, a string or another word in the place of a value. */
  private static final Pattern VALUE = Pattern.compile("(?<= : )(\"[^\"\n]*\"|[-+.\\w]+)");

  private static final Pattern KEY = Pattern.compile("(?<=\")[^\"\n]+(?=\" :)");

  private static final List<String> HOSTILE =
      List.of(
          "1e308",
          "1e309",
          "-1e999999999",
          "9".repeat(60),
          "-" + "9".repeat(2_000),
          "0." + "0".repeat(50) + "1",
          "2147483648",
          "-2147483648",
          "-0.0",
          "null",
          "true",
          "\"\"",
          "\"Infinity\"",
          "\"-Infinity\"",
          "\"NaN\"",
          "NaN",
          "{}",
          "[]",
          "[".repeat(3_000),
          "{\"type\":".repeat(3_000),
          "{\"type\":".repeat(20) + "1" + "}".repeat(20),
          "\"../../../../etc/passwd\"",
          "\"/dev/zero\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"file:///dev/zero\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"java.lang.Runtime\"",
          "[\"java.util.HashMap\", {}]",
          "{\"@class\": \"java.lang.Object\"}",
          "{\"type\": \"java.lang.Object\"}",
          "{\"type\": \"Setup\"}",
          "{\"type\": \"Signals\", \"classes\": 2147483647, \"dimensions\": 2147483647,"
              + " \"noise\": 0, \"perClass\": 2147483647, \"seed\": 0}");

  private static final List<Aim> PLANS =
      List.of(
          Aim.DEFAULT,
          Aim.published().dataset(Signals.of(4, 3)).environment(ParityDilemma.standard()),
          Aim.DEFAULT.dataset(Mnist.at("a/b").test()).quantiser(Quantiser.gradient()).clip(1));

  @TempDir private Path folder;

  private final RandomStream random = new RandomStream(20_260_101);

  private static String archive(Aim plan) {
    Archive archive =
        new Archive(plan, new Provenance(Map.of("jdk", "17", "data", "d"), Instant.EPOCH));
    return archive.json(
        Map.of("id", archive.id(), "started", "x", "seconds", 1, "completed_rounds", 9));
  }

  /** Bytes as from a file, without the file. */
  @Test
  @Timeout(60)
  void errorOfTheFamilyOrRead() {
    int read = 0;
    int data = 0;
    int setting = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = mutant(archive(PLANS.get(i % PLANS.size())));
      try {
        Plan<?> plan = ArchivedRun.of(Json.read(Json.text(mutant))).plan();
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        read++;
      } catch (SettingException e) {
        requireClear(e);
        setting++;
      } catch (DataException e) {
        requireClear(e);
        data++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError(i + ": " + new String(mutant, StandardCharsets.UTF_8), e);
      }
    }
    assertTrue(Math.min(read, Math.min(data, setting)) >= 100, read + " " + data + " " + setting);
  }

  @Test
  void theFileIsNamed() throws IOException {
    int wrong = 0;
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve("plan.json");
      Files.write(file, mutant(archive(PLANS.get(i % PLANS.size()))));
      try {
        ArchivedRun.in(folder);
      } catch (DataException | SettingException e) {
        requireClear(e);
        assertEquals(file.toString(), e.problems().get(0).value("file").orElseThrow());
        wrong++;
      }
    }
    assertTrue(wrong > FILES / 3, "wrong");
  }

  private static void requireClear(ParleyException e) {
    String text = String.valueOf(e.getMessage());
    assertTrue(text.length() < 2_000 && text.chars().noneMatch(c -> c == 0), text);
  }

  private byte[] mutant(String text) {
    return switch (random.nextInt(7)) {
      case 0 -> flipped(text);
      case 1 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
      case 2, 3 -> replaced(text, VALUE, HOSTILE.get(random.nextInt(HOSTILE.size())));
      case 4 -> replaced(text, VALUE, pick(text, VALUE).group());
      case 5 -> replaced(text, KEY, pick(text, KEY).group());
      default -> spliced(text);
    };
  }

  private byte[] flipped(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int flips = 1 + random.nextInt(3);
    for (int i = 0; i < flips; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private MatchResult pick(String text, Pattern pattern) {
    List<MatchResult> found = new ArrayList<>(pattern.matcher(text).results().toList());
    return found.get(random.nextInt(found.size()));
  }

  private byte[] replaced(String text, Pattern pattern, String by) {
    MatchResult place = pick(text, pattern);
    String mutant = text.substring(0, place.start()) + by + text.substring(place.end());
    return mutant.getBytes(StandardCharsets.UTF_8);
  }

  /** A piece left out, doubled, or random bytes in its place. */
  private byte[] spliced(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
    byte[] noise = new byte[to - from];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.nextInt(256);
    }
    byte[] rest = Arrays.copyOfRange(bytes, to, bytes.length);
    ByteArrayOutputStream mutant = new ByteArrayOutputStream();
    mutant.write(bytes, 0, from);
    switch (random.nextInt(3)) {
      case 0 -> mutant.writeBytes(noise);
      case 1 -> mutant.write(bytes, 0, to);
      default -> {
        // Left out.
      }
    }
    mutant.writeBytes(rest);
    return mutant.toByteArray();
  }
}
