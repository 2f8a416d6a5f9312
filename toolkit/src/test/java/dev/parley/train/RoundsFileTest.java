package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.random.RandomStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundsFileTest {

  @TempDir private Path folder;

  private RoundsFile file(String text, int rounds) throws IOException {
    Files.writeString(folder.resolve("rounds.csv"), text);
    return RoundsFile.ofRounds(folder, rounds);
  }

  @Test
  void everyRow() throws IOException {
    RoundsFile file = file("round,x\n1,0.1\n2,-0.0\r\n3,1e-300", 3);
    assertEquals(List.of("round", "x"), file.columns());
    List<Double> seen = new ArrayList<>();
    file.forEach((row, values) -> seen.add(row * 10 + values[0]));
    assertEquals(List.of(1.0, 12.0, 23.0), seen);
    seen.clear();
    file.forEach((row, values) -> seen.add(values[1]));
    assertEquals(List.of(0.1, -0.0, 1e-300), seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''           | no header | 1",
        "/            | no header | 1",
        "a,a/1,1/2,2  | no header | 1",
        "a,/1,1/2,2   | no header | 1",
        "a,\u001b[2J/1,1/2,2 | no header | 1",
        "a,b/1,1      | the end | 3",
        "a,b/1,1/2,2/3,3 | one more row | 4",
        "a,b/1,1/2    | 1 cells | 3",
        "a,b/1,1/2,2,2| 3 cells | 3",
        "a,b/1,1/2,x  | x | 3",
        "a,b/1,1/2,   | '' | 3",
        "a,b/1,NaN/2,2| NaN | 2",
        "a,b/1,1e999/2,2 | 1e999 | 2",
        "a,b/1,1//2,2 | 1 cells | 3",
      })
  void damaged(String text, String got, String line) {
    DataException e =
        assertThrows(DataException.class, () -> file(text.strip().replace('/', '\n'), 2));
    assertEquals("rounds.csv", e.problems().get(0).subject());
    assertEquals(got, e.problems().get(0).value("got").orElseThrow());
    assertEquals(line, e.problems().get(0).value("line").orElseThrow());
    assertEquals(
        folder.resolve("rounds.csv").toString(), e.problems().get(0).value("file").orElseThrow());
  }

  @Test
  void lineWithoutAnEnd() {
    DataException e = assertThrows(DataException.class, () -> file("a\n" + "1".repeat(70_000), 1));
    assertTrue(e.problems().get(0).value("got").orElseThrow().startsWith("a line of more than"));
  }

  @Test
  void noFileOrNoText() throws IOException {
    assertThrows(DataException.class, () -> RoundsFile.ofRounds(folder.resolve("none"), 1));
    Files.write(folder.resolve("rounds.csv"), new byte[] {'a', '\n', (byte) 0xff});
    DataException e = assertThrows(DataException.class, () -> RoundsFile.ofRounds(folder, 1));
    assertTrue(e.problems().get(0).value("got").orElseThrow().startsWith("not readable: "));
  }

  @Test
  void anyDamageIsAnErrorOfTheFamilyOrRead() throws IOException {
    RandomStream random = new RandomStream(3);
    String text = "round,x,y\n1,0.5,2\n2,0.25,1\n3,1.0E-7,0\n";
    int read = 0;
    for (int i = 0; i < 500; i++) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("rounds.csv"), bytes);
      try {
        RoundsFile.ofRounds(folder, 3).forEach((row, values) -> assertEquals(3, values.length));
        read++;
      } catch (DataException e) {
        assertEquals("rounds.csv", e.problems().get(0).subject());
      }
    }
    assertTrue(read > 50 && read < 450, () -> "read");
  }
}
