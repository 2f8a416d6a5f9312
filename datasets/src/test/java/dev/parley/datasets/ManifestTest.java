package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManifestTest {

  @Test
  void everyFileIsFullyDescribed() {
    assertEquals(5, Manifest.files().size());
    for (Manifest.Entry entry : Manifest.files()) {
      assertTrue(entry.sha256().matches("[0-9a-f]{64}"), entry::toString);
      assertTrue(entry.bytes() > 0, entry::toString);
      assertTrue(entry.licence().startsWith("CC BY"), entry::toString);
      assertTrue(entry.source().contains("19"), entry::toString);
      assertTrue(
          entry.urls().stream().allMatch(url -> url.getScheme().equals("https")), entry::toString);
    }
  }

  @Test
  void everyMnistFileHasTwoMirrors() {
    for (Manifest.Entry entry : Manifest.MNIST) {
      assertEquals(
          List.of(
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/" + entry.name()),
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/" + entry.name())),
          entry.urls());
    }
  }

  @Test
  void namesAreThoseThatMnistReads() {
    assertEquals(
        List.of(
            IdxFiles.TRAIN_IMAGES + ".gz",
            IdxFiles.TRAIN_LABELS + ".gz",
            IdxFiles.TEST_IMAGES + ".gz",
            IdxFiles.TEST_LABELS + ".gz"),
        Manifest.MNIST.stream().map(Manifest.Entry::name).toList());
  }

  @Test
  void embeddedFileIsTheDescribedOne() throws IOException {
    try (InputStream in = Manifest.class.getResourceAsStream(Manifest.DIGITS.name())) {
      byte[] bytes = in.readAllBytes();
      assertEquals(Manifest.DIGITS.bytes(), bytes.length);
      assertEquals(Manifest.DIGITS.sha256(), Sha256.of(bytes));
    }
  }
}
