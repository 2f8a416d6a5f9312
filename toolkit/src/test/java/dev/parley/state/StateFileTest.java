package dev.parley.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.error.TrainingException;
import dev.parley.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateFileTest {

  @TempDir Path folder;

  /** One thing of each kind. */
  private static final class Things {
    float[] floats = {1, -2, 3, Float.NEGATIVE_INFINITY, 5, 6};
    double[] doubles = {0.1, Double.MIN_VALUE, -0.0};
    int[] ints = {0, 3, 1, 2};
    long number = 1L << 40;
    boolean flag = true;
    RandomStream stream = new RandomStream(5);

    void keep(State state) {
      floats = state.floats("floats", floats, 2, 3);
      State part = state.part("part");
      doubles = part.doubles("doubles", doubles, 3);
      ints = part.part("deeper").ints("ints", ints, 4, 2, 2);
      number = part.number("number", number, 0, State.MOST);
      flag = part.flag("flag", flag);
      part.stream("stream", stream);
    }

    static Things empty() {
      Things things = new Things();
      things.floats = new float[0];
      things.doubles = new double[0];
      things.ints = new int[0];
      things.number = 0;
      things.flag = false;
      things.stream = new RandomStream(6);
      return things;
    }
  }

  private static byte[] written() {
    return StateFile.bytes("{\"λ\": 1}", new Things()::keep);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("x.npz"), content);
  }

  private void read() {
    try (StateFile file = StateFile.open(folder.resolve("x.npz"))) {
      assertFalse(file.header().isEmpty());
      file.restore(Things.empty()::keep);
    }
  }

  private String refused(byte[] content) throws IOException {
    file(content);
    return refused();
  }

  private String refused() {
    DataException e = assertThrows(DataException.class, this::read);
    assertEquals(
        folder.resolve("x.npz").toString(), e.problems().get(0).value("got").orElseThrow());
    return e.problems().get(0).value("reason").orElseThrow();
  }

  @Test
  void everythingComesBack() throws IOException {
    Things made = new Things();
    made.stream.nextLong();
    Things back = Things.empty();
    try (StateFile file = StateFile.open(file(StateFile.bytes("{\"λ\": 1}", made::keep)))) {
      assertEquals("{\"λ\": 1}", file.header());
      file.restore(back::keep);
    }
    assertArrayEquals(made.floats, back.floats);
    assertArrayEquals(made.doubles, back.doubles);
    assertArrayEquals(made.ints, back.ints);
    assertEquals(made.number, back.number);
    assertTrue(back.flag);
    assertArrayEquals(made.stream.state(), back.stream.state());
  }

  @Test
  void namesAreThoseOfTheParts() throws IOException {
    assertEquals(
        List.of(
            "checkpoint.json",
            "floats.npy",
            "part/doubles.npy",
            "part/deeper/ints.npy",
            "part/number.npy",
            "part/flag.npy",
            "part/stream.npy"),
        List.copyOf(Entries.of(written()).keySet()));
  }

  /** Another reader of zip archives, which looks at the directory and at checksums. */
  @Test
  void javaReadsIt() throws IOException {
    Map<String, byte[]> entries = Entries.of(written());
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file(written()).toFile())) {
      assertEquals(entries.size(), zip.size());
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry found = zip.getEntry(entry.getKey());
        assertArrayEquals(entry.getValue(), zip.getInputStream(found).readAllBytes());
      }
    }
  }

  @Test
  void equalStatesAreEqualBytes() {
    assertArrayEquals(written(), written());
  }

  /** There is no bit that does not matter. */
  @Test
  void everyBitFlipIsRefused() throws IOException {
    byte[] good = written();
    file(good);
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("x.npz").toFile(), "rw")) {
      for (int at = 0; at < good.length; at++) {
        file.seek(at);
        file.write(good[at] ^ (1 << (at % 8)));
        refused();
        file.seek(at);
        file.write(good[at]);
      }
    }
    read();
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] good = written();
    refused(Arrays.copyOf(good, good.length + 1));
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("x.npz").toFile(), "rw")) {
      for (int length = good.length - 1; length >= 0; length--) {
        file.setLength(length);
        refused();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "PK\3\4", "{\"checkpoint\": 1}"})
  void foreignFileIsRefused(String content) throws IOException {
    refused(content.getBytes(StandardCharsets.US_ASCII));
    assertTrue(refused("\0".repeat(10_000).getBytes(StandardCharsets.US_ASCII)).contains("no npz"));
  }

  @Test
  void foreignArchiveIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("checkpoint.json"));
      zip.write(new byte[1_000_000]);
    }
    refused(out.toByteArray());
  }

  @Test
  void missingFileAndFolder() {
    for (Path path : List.of(folder.resolve("none"), folder)) {
      DataException e = assertThrows(DataException.class, () -> StateFile.open(path));
      assertEquals(path.toString(), e.problems().get(0).value("got").orElseThrow());
    }
  }

  /** Larger than any array, and empty on the disk. */
  @Test
  void hugeFileIsRefused() throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThrows(DataException.class, () -> StateFile.open(huge).close());
  }

  /** The end of an archive that claims as many entries as it can have, and as large a directory. */
  @Test
  void hugeClaimsAreRefused() throws IOException {
    byte[] good = written();
    int end = good.length - Zip.END;
    for (int[] claim :
        new int[][] {{0xFFFF, -1, 0}, {0xFFFF, end, 0}, {9999, end, 0}, {1, 0, -1}}) {
      byte[] bad = good.clone();
      System.arraycopy(Zip.end(claim[0], claim[1], claim[2]), 0, bad, end, Zip.END);
      refused(bad);
    }
  }

  private static byte[] changed(Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(Entries.of(written()));
    change.accept(entries);
    return Entries.file(entries);
  }

  private static byte[] array(Consumer<State> content) throws IOException {
    return Entries.get(Entries.of(StateFile.bytes("{}", content)), "x.npy");
  }

  @Test
  void checksumHoldsAndTheContentDoesNot() throws IOException {
    byte[] shape = array(s -> s.floats("x", new float[6], 3, 2));
    byte[] kind = array(s -> s.ints("x", new int[6], 9, 2, 3));
    byte[] long12 = array(s -> s.doubles("x", new double[3], 3));
    for (byte[] other : List.of(shape, kind, long12, new byte[0], new byte[152])) {
      String reason = refused(changed(e -> e.put("floats.npy", other)));
      assertTrue(reason.startsWith("floats.npy is "), reason);
      assertTrue(
          reason.endsWith("not {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"));
    }
    assertTrue(
        refused(changed(e -> e.put("floats.npy", shape)))
            .contains("floats.npy is {'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"));
    assertEquals("has no part/flag.npy", refused(changed(e -> e.remove("part/flag.npy"))));
    assertEquals(
        "has more.npy, which nobody asks for", refused(changed(e -> e.put("more.npy", shape))));
    assertEquals("has no checkpoint.json", refused(changed(e -> e.remove(StateFile.HEADER))));
    byte[] notUtf8 = {'{', (byte) 0xC3, '}'};
    assertTrue(refused(changed(e -> e.put(StateFile.HEADER, notUtf8))).contains("no text"));
    byte[] large = new byte[2 << 20];
    assertTrue(refused(changed(e -> e.put(StateFile.HEADER, large))).contains("2097152"));
  }

  @Test
  void numbersOutOfRangeAreRefused() throws IOException {
    byte[] four = array(s -> s.ints("x", new int[] {0, 1, 2, 4}, 9, 2, 2));
    byte[] less = array(s -> s.ints("x", new int[] {0, 1, 2, -1}, 9, 2, 2));
    byte[] two = array(s -> s.number("x", 2, 0, 9));
    byte[] huge = array(s -> s.number("x", Long.MIN_VALUE, 0, 9));
    assertEquals(
        "part/deeper/ints has 4, not 0 to 3",
        refused(changed(e -> e.put("part/deeper/ints.npy", four))));
    refused(changed(e -> e.put("part/deeper/ints.npy", less)));
    assertEquals("part/flag has 2, not 0 to 1", refused(changed(e -> e.put("part/flag.npy", two))));
    refused(changed(e -> e.put("part/number.npy", huge)));
  }

  /** From this state a stream would draw zeros for ever. */
  @Test
  void streamOfZerosIsRefused() throws IOException {
    String name = "part/stream.npy";
    byte[] zeros = Entries.get(Entries.of(written()), name).clone();
    Arrays.fill(zeros, 128, zeros.length, (byte) 0);
    assertTrue(refused(changed(e -> e.put(name, zeros))).contains("all words are 0"));
  }

  @Test
  void nanIsNeitherWrittenNorRead() throws IOException {
    Things things = new Things();
    things.doubles[1] = Double.NaN;
    TrainingException e =
        assertThrows(TrainingException.class, () -> StateFile.bytes("{}", things::keep));
    assertEquals("part/doubles", e.problems().get(0).subject());
    things.doubles[1] = 0;
    things.floats[5] = Float.NaN;
    assertThrows(TrainingException.class, () -> StateFile.bytes("{}", things::keep));
    byte[] bad = Entries.get(Entries.of(written()), "part/doubles.npy").clone();
    Arrays.fill(bad, 136, 144, (byte) 0xFF);
    assertEquals("part/doubles has a NaN", refused(changed(m -> m.put("part/doubles.npy", bad))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/x", "../x", "x/../y", "a//b", "C:\\x", "x\0", "é", ".x", "a/.."})
  void nameThatCannotBeOne(String name) throws IOException {
    assertThrows(
        IllegalArgumentException.class,
        () -> StateFile.bytes("{}", s -> s.part(name).flag("x", true)));
    assertFalse(Zip.isName(name));
  }

  @Test
  void nameThatIsThereTwice() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            StateFile.bytes(
                "{}",
                s -> {
                  s.flag("x", true);
                  s.flag("x", true);
                }));
  }
}
