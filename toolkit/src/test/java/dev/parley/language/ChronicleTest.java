package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChronicleTest {

  private static final int VOCABULARY = 1000;

  @TempDir Path folder;

  private static Chronicle filled(int batch, long expected, int episodes) {
    Chronicle chronicle = new Chronicle(2, 2, batch, expected);
    add(chronicle, 0, episodes);
    return chronicle;
  }

  /** Label e mod 1000; agent k says (e + k) mod 1000 and its double; does (e + k) mod 3. */
  private static void add(Chronicle chronicle, int from, int to) {
    for (int e = from; e < to; e++) {
      chronicle.begin(e % VOCABULARY);
      for (int agent = 0; agent < 2; agent++) {
        chronicle.said(agent, 0, (e + agent) % VOCABULARY);
        chronicle.said(agent, 1, 2 * (e + agent) % VOCABULARY);
        chronicle.did(agent, (e + agent) % 3);
      }
    }
  }

  private static void assertHolds(Chronicle chronicle, int episodes, int stride, int batch) {
    assertEquals(episodes, chronicle.episodes());
    assertEquals(stride, chronicle.stride());
    assertEquals((episodes + stride - 1) / stride, chronicle.size());
    for (int i = 0; i < chronicle.size(); i++) {
      int e = i * stride;
      assertEquals(e / batch + 1, chronicle.round(i));
      assertEquals(e % VOCABULARY, chronicle.label(i));
      for (int agent = 0; agent < 2; agent++) {
        assertArrayEquals(
            new int[] {(e + agent) % VOCABULARY, 2 * (e + agent) % VOCABULARY},
            chronicle.message(i, agent));
        assertEquals((e + agent) % 3, chronicle.action(i, agent));
      }
    }
  }

  /** The stride is the least power of two with which 100,000 episodes suffice. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "17, 1",
    "99999, 1",
    "100000, 1",
    "100001, 2",
    "100002, 2",
    "200000, 2",
    "200001, 4",
    "200004, 4",
    "1234567, 16"
  })
  void whatIsHeldDependsOnTheNumberOfEpisodesAlone(int episodes, int stride) throws IOException {
    assertHolds(filled(7, 1, episodes), episodes, stride, 7);
    assertHolds(filled(7, Long.MAX_VALUE, episodes), episodes, stride, 7);
    Chronicle half = filled(7, 10, episodes / 2);
    Chronicle resumed = new Chronicle(2, 2, 7, 3);
    restore(resumed, file(half));
    add(resumed, episodes / 2, episodes);
    assertHolds(resumed, episodes, stride, 7);
    Map<String, byte[]> whole = Entries.of(file(filled(7, episodes, episodes)));
    Map<String, byte[]> found = Entries.of(file(resumed));
    assertEquals(whole.keySet(), found.keySet());
    whole.forEach((name, bytes) -> assertArrayEquals(bytes, Entries.get(found, name), name));
  }

  private static byte[] file(Chronicle chronicle) {
    return StateFile.bytes("{}", state -> chronicle.keep(state, VOCABULARY, VOCABULARY, 3));
  }

  private void restore(Chronicle chronicle, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("x"), bytes);
    try (StateFile state = StateFile.open(file)) {
      state.restore(s -> chronicle.keep(s, VOCABULARY, VOCABULARY, 3));
    }
  }

  @Test
  void messagesAreCopies() {
    Chronicle chronicle = filled(1, 4, 1);
    chronicle.message(0, 1)[0] = 99;
    assertArrayEquals(new int[] {1, 2}, chronicle.message(0, 1));
  }
}
