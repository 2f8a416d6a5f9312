package dev.parley.datasets;

import static dev.parley.datasets.IdxFiles.TEST_IMAGES;
import static dev.parley.datasets.IdxFiles.TEST_LABELS;
import static dev.parley.datasets.IdxFiles.TRAIN_IMAGES;
import static dev.parley.datasets.IdxFiles.TRAIN_LABELS;
import static dev.parley.datasets.IdxFiles.gzip;
import static dev.parley.datasets.IdxFiles.images;
import static dev.parley.datasets.IdxFiles.labels;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MnistTest {

  private final Path folder;

  MnistTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void pixelsAreDividedBy255() throws IOException {
    write(TEST_IMAGES, images(10, 1, 3, 250));
    write(TEST_LABELS, labels(10));
    Samples samples = Mnist.at(folder).load();
    assertArrayEquals(
        new float[] {250 / 255f, 251 / 255f, 252 / 255f, 253 / 255f, 254 / 255f, 1, 0, 1 / 255f},
        Arrays.copyOf(samples.pixels(), 8));
    assertEquals(10, samples.count());
    assertEquals(3, samples.width());
    assertEquals(1, samples.height());
    assertEquals(10, samples.classes());
    assertEquals(7, samples.label(7));
  }

  @Test
  void allIsTrainThenTest() throws IOException {
    writeBoth();
    Samples all = Mnist.at(folder).load();
    Samples train = Mnist.at(folder).train().load();
    Samples test = Mnist.at(folder).test().load();
    assertEquals(20, train.count());
    assertEquals(10, test.count());
    assertEquals(30, all.count());
    assertArrayEquals(train.pixels(), Arrays.copyOf(all.pixels(), 80));
    assertArrayEquals(test.pixels(), Arrays.copyOfRange(all.pixels(), 80, 120));
    assertEquals(5, all.label(25));
    assertNotEquals(train.sha256(), all.sha256());
  }

  @Test
  void allOfOnePairIsThatPair() throws IOException {
    write(TRAIN_IMAGES, images(10, 2, 2, 0));
    write(TRAIN_LABELS, labels(10));
    assertEquals(
        Mnist.at(folder).train().load().sha256(), Mnist.at(folder.toString()).load().sha256());
  }

  @ParameterizedTest
  @CsvSource({
    "t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
    "t10k-images.idx3-ubyte, t10k-labels.idx1-ubyte",
    "t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz",
    "t10k-images.idx3-ubyte.gz, t10k-labels-idx1-ubyte"
  })
  void spellings(String imageName, String labelName) throws IOException {
    writeMaybePacked(imageName, images(10, 2, 2, 3));
    writeMaybePacked(labelName, labels(10));
    Samples samples = Mnist.at(folder).test().load();
    assertEquals(10, samples.count());
    assertEquals(3 / 255f, samples.pixels()[0]);
  }

  @Test
  void plainComesBeforePacked() throws IOException {
    write(TEST_IMAGES, images(10, 2, 2, 1));
    write(TEST_IMAGES + ".gz", gzip(images(10, 2, 2, 2)));
    write(TEST_LABELS, labels(10));
    assertEquals(1 / 255f, Mnist.at(folder).load().pixels()[0]);
  }

  @Test
  void emptyFolder() {
    Problem problem = Failing.data(() -> Mnist.at(folder).load());
    assertEquals("mnist", problem.subject());
    assertEquals("none of its files", Failing.got(problem));
    assertEquals(folder.toString(), problem.value("folder").orElseThrow());
    assertTrue(Failing.allowed(problem).contains(TRAIN_IMAGES), problem::toString);
    assertTrue(Failing.allowed(problem).contains(TEST_LABELS), problem::toString);
    assertTrue(Failing.hint(problem).contains("Mnist.download()"), problem::toString);
  }

  @Test
  void partThatIsNotThere() throws IOException {
    write(TEST_IMAGES, images(10, 2, 2, 0));
    write(TEST_LABELS, labels(10));
    Problem problem = Failing.data(() -> Mnist.at(folder).train().load());
    assertEquals("mnist-train", problem.subject());
    assertTrue(Failing.allowed(problem).contains(TRAIN_IMAGES), problem::toString);
    assertFalse(Failing.allowed(problem).contains(TEST_IMAGES), problem::toString);
  }

  @Test
  void labelsMissing() throws IOException {
    writeBoth();
    Files.delete(folder.resolve(TRAIN_LABELS));
    Problem problem = Failing.data(() -> Mnist.at(folder).load());
    assertEquals(TRAIN_LABELS, problem.subject());
    assertEquals("no such file", Failing.got(problem));
    assertEquals(folder.toString(), problem.value("folder").orElseThrow());
    assertTrue(Failing.allowed(problem).contains(TRAIN_LABELS + ".gz"), problem::toString);
    assertTrue(Failing.hint(problem).contains(TRAIN_IMAGES), problem::toString);
    assertEquals(10, Mnist.at(folder).test().load().count());
  }

  @Test
  void imagesMissing() throws IOException {
    write(TEST_LABELS + ".gz", gzip(labels(10)));
    Problem problem = Failing.data(() -> Mnist.at(folder).test().load());
    assertEquals(TEST_IMAGES, problem.subject());
    assertTrue(Failing.hint(problem).contains(TEST_LABELS + ".gz"), problem::toString);
  }

  @Test
  void countMismatch() throws IOException {
    write(TEST_IMAGES, images(11, 2, 2, 0));
    write(TEST_LABELS, labels(10));
    Problem problem = Failing.data(() -> Mnist.at(folder).load());
    assertEquals(TEST_LABELS, problem.subject());
    assertEquals("10 labels", Failing.got(problem));
    assertTrue(Failing.allowed(problem).startsWith("11,"), problem::toString);
    assertTrue(Failing.allowed(problem).contains(TEST_IMAGES), problem::toString);
  }

  @Test
  void pairsOfDifferentSize() throws IOException {
    write(TRAIN_IMAGES, images(10, 2, 3, 0));
    write(TRAIN_LABELS, labels(10));
    write(TEST_IMAGES, images(10, 3, 2, 0));
    write(TEST_LABELS, labels(10));
    Problem problem = Failing.data(() -> Mnist.at(folder).load());
    assertEquals(TEST_IMAGES, problem.subject());
    assertEquals("images of 2x3", Failing.got(problem));
    assertTrue(Failing.allowed(problem).startsWith("3x2 "), problem::toString);
  }

  @Test
  void classWithoutSamples() throws IOException {
    write(TEST_IMAGES, images(12, 2, 2, 0));
    write(TEST_LABELS, IdxFiles.join(IdxFiles.header(IdxFiles.LABELS, 12), new byte[12]));
    Problem problem = Failing.data(() -> Mnist.at(folder).test().load());
    assertEquals("mnist-test", problem.subject());
    assertEquals("no sample of class 1", Failing.got(problem));
  }

  @Test
  void impossiblePath() {
    Problem problem = Failing.data(() -> Mnist.at("a\0b"));
    assertEquals("folder", problem.subject());
    assertEquals("a\0b", Failing.got(problem));
  }

  @Test
  void equalByValue() {
    assertEquals(Mnist.at("data/mnist"), Mnist.at(Path.of("data", "mnist")));
    assertEquals(Mnist.at("data/mnist").hashCode(), Mnist.at("data/mnist/").hashCode());
    assertNotEquals(Mnist.at("data/mnist"), Mnist.at("data/mnist").test());
    assertEquals(Mnist.at("data/mnist").test(), Mnist.at("data/mnist").train().test());
  }

  @Test
  void names() {
    assertEquals("mnist", Mnist.at(folder).name());
    assertEquals("mnist-train", Mnist.at(folder).train().name());
    assertEquals("mnist-test", Mnist.at(folder).test().name());
  }

  private void writeBoth() throws IOException {
    write(TRAIN_IMAGES, images(20, 2, 2, 0));
    write(TRAIN_LABELS, labels(20));
    write(TEST_IMAGES, images(10, 2, 2, 100));
    write(TEST_LABELS, labels(10));
  }

  private void writeMaybePacked(String name, byte[] content) throws IOException {
    write(name, name.endsWith(".gz") ? gzip(content) : content);
  }

  private void write(String name, byte[] content) throws IOException {
    IdxFiles.write(folder, name, content);
  }
}
