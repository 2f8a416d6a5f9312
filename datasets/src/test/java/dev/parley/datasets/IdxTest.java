package dev.parley.datasets;

import static dev.parley.datasets.IdxFiles.IMAGES;
import static dev.parley.datasets.IdxFiles.LABELS;
import static dev.parley.datasets.IdxFiles.gzip;
import static dev.parley.datasets.IdxFiles.header;
import static dev.parley.datasets.IdxFiles.images;
import static dev.parley.datasets.IdxFiles.join;
import static dev.parley.datasets.IdxFiles.labels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdxTest {

  private final Path folder;

  IdxTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void plainImages() throws IOException {
    Idx idx = Idx.images(file("images", images(3, 2, 4, 250)));
    assertEquals(3, idx.count());
    assertEquals(2, idx.rows());
    assertEquals(4, idx.columns());
    assertArrayEquals(
        IntStream.range(250, 274).map(v -> v % 256).toArray(),
        IntStream.range(0, idx.length()).map(idx::value).toArray());
  }

  @Test
  void packedLabels() throws IOException {
    Idx idx = Idx.labels(file("labels.gz", gzip(labels(12))), 10);
    assertEquals(12, idx.count());
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1},
        IntStream.range(0, idx.length()).map(idx::value).toArray());
  }

  @Test
  void missingFile() {
    Path missing = folder.resolve("nowhere");
    Problem problem = Failing.data(() -> Idx.images(missing));
    assertEquals("nowhere", problem.subject());
    assertEquals(missing.toString(), problem.value("file").orElseThrow());
    assertEquals("no such file", Failing.got(problem));
  }

  @Test
  void folderInsteadOfFile() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("images"));
    assertEquals("images", Failing.data(() -> Idx.images(directory)).subject());
  }

  @Test
  void wrongMagic() throws IOException {
    Problem problem = imagesFail("images", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
    assertEquals("magic number 0x3c21444f", Failing.got(problem));
    assertEquals("0x00000803", Failing.allowed(problem));
    assertTrue(Failing.hint(problem).contains("Mnist.download()"), problem::toString);
  }

  @Test
  void floatsInsteadOfBytes() throws IOException {
    assertEquals("magic number 0x00000d03", Failing.got(imagesFail("images", header(0xd03, 1, 1))));
  }

  @Test
  void swappedFiles() throws IOException {
    Problem problem = imagesFail("images", labels(10));
    assertEquals("magic number 0x00000801", Failing.got(problem));
    assertTrue(Failing.hint(problem).contains("swapped"), problem::toString);
    problem = labelsFail("labels", images(10, 1, 1, 0));
    assertEquals("magic number 0x00000803", Failing.got(problem));
    assertEquals("0x00000801", Failing.allowed(problem));
    assertTrue(Failing.hint(problem).contains("swapped"), problem::toString);
  }

  @Test
  void packedWithoutItsEnding() throws IOException {
    Problem problem = imagesFail("images", gzip(images(1, 1, 1, 0)));
    assertTrue(Failing.got(problem).startsWith("magic number 0x1f8b"), problem::toString);
    assertTrue(Failing.hint(problem).contains(".gz"), problem::toString);
  }

  @Test
  void plainWithThePackedEnding() throws IOException {
    Problem problem = imagesFail("images.gz", images(1, 1, 1, 0));
    assertTrue(Failing.got(problem).startsWith("damaged gzip data"), problem::toString);
    assertTrue(Failing.hint(problem).contains(".gz"), problem::toString);
  }

  @Test
  void truncatedImages() throws IOException {
    byte[] whole = images(3, 2, 2, 0);
    Problem problem = imagesFail("images", Arrays.copyOf(whole, whole.length - 1));
    assertEquals("11 bytes of data", Failing.got(problem));
    assertEquals("12 (3 x 2 x 2)", Failing.allowed(problem));
  }

  @Test
  void truncatedPlainAnywhere() throws IOException {
    byte[] whole = images(3, 2, 2, 0);
    for (int length = 0; length < whole.length; length++) {
      assertEquals("images", imagesFail("images", Arrays.copyOf(whole, length)).subject());
    }
  }

  @Test
  void truncatedGzipAnywhere() throws IOException {
    byte[] whole = gzip(labels(30));
    for (int length = 0; length < whole.length; length++) {
      Problem problem = labelsFail("labels.gz", Arrays.copyOf(whole, length));
      assertTrue(Failing.got(problem).startsWith("damaged gzip data"), problem::toString);
    }
  }

  /**
   * A bit may flip in the time or the system that gzip notes; anywhere else it must be found out.
   */
  @Test
  void flippedBitAnywhere() throws IOException {
    byte[] whole = gzip(labels(30));
    int found = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Path file = file("labels.gz", damaged);
      try {
        Idx idx = Idx.labels(file, 10);
        assertEquals(30, idx.count());
        assertEquals(9, idx.value(29));
      } catch (DataException e) {
        assertEquals("labels.gz", e.problems().get(0).subject());
        found++;
      }
    }
    assertTrue(found >= 8 * (whole.length - 10), "found " + found);
  }

  @Test
  void trailingBytes() throws IOException {
    for (boolean packed : new boolean[] {false, true}) {
      byte[] longer = join(images(3, 2, 2, 0), new byte[1]);
      Problem problem =
          packed ? imagesFail("images.gz", gzip(longer)) : imagesFail("images", longer);
      assertEquals("more than 12 bytes of data", Failing.got(problem));
      assertEquals("12 (3 x 2 x 2)", Failing.allowed(problem));
    }
  }

  @Test
  void noImages() throws IOException {
    assertEquals(
        "dimensions 0 x 28 x 28", Failing.got(imagesFail("images", header(IMAGES, 0, 28, 28))));
  }

  @Test
  void noRows() throws IOException {
    assertEquals(
        "dimensions 9 x 0 x 28", Failing.got(imagesFail("images", header(IMAGES, 9, 0, 28))));
  }

  @Test
  void negativeCountIsHuge() throws IOException {
    Problem problem = labelsFail("labels", header(LABELS, -1));
    assertEquals("dimensions 4294967295", Failing.got(problem));
    assertTrue(Failing.allowed(problem).contains("268435456"), problem::toString);
  }

  /** The product of these is 0 in 32 bits and in 64 bits. */
  @Test
  void dimensionsThatOverflow() throws IOException {
    Problem problem = imagesFail("images", header(IMAGES, 1 << 24, 1 << 24, 1 << 24));
    assertEquals("dimensions 16777216 x 16777216 x 16777216", Failing.got(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"images", "images.gz"})
  void hugeHeaderTakesNoMemory(String name) throws IOException {
    byte[] lie = join(header(IMAGES, 1 << 14, 1 << 7, 1 << 7), new byte[100]);
    Path file = file(name, name.endsWith(".gz") ? gzip(lie) : lie);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Problem problem = Failing.data(() -> Idx.images(file));
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals("100 bytes of data", Failing.got(problem));
    assertTrue(taken < 4 << 20, "took " + taken + " bytes");
  }

  @Test
  void labelTooLarge() throws IOException {
    Problem problem = labelsFail("labels", join(header(LABELS, 3), new byte[] {0, 9, 10}));
    assertEquals("label 10", Failing.got(problem));
    assertEquals("0 to 9", Failing.allowed(problem));
    assertEquals("2", problem.value("sample").orElseThrow());
  }

  @Test
  void labelsAreUnsigned() throws IOException {
    Problem problem = labelsFail("labels", join(header(LABELS, 1), new byte[] {-1}));
    assertEquals("label 255", Failing.got(problem));
  }

  private Problem imagesFail(String name, byte[] content) throws IOException {
    Path file = file(name, content);
    return Failing.data(() -> Idx.images(file));
  }

  private Problem labelsFail(String name, byte[] content) throws IOException {
    Path file = file(name, content);
    return Failing.data(() -> Idx.labels(file, 10));
  }

  private Path file(String name, byte[] content) throws IOException {
    return IdxFiles.write(folder, name, content);
  }
}
