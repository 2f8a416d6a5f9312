package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.error.ShapeException;
import dev.parley.language.Audit;
import dev.parley.language.MessageLog;
import dev.parley.report.Plot;
import dev.parley.report.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunMapsTest {

  /** Images of 2 x 1: black and white, by turns with white and black; labels 0 and 1. */
  private static Samples samples(int n) {
    float[] pixels = new float[2 * n];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
      pixels[2 * i + i % 2] = 1;
    }
    return Samples.of("pairs", 2, 1, 2, pixels, labels);
  }

  /** Three codes of two dimensions, of which the last is not used; each decodes to itself. */
  private static Perceived seen(String name, int n) {
    Samples samples = samples(n);
    float[] codes = {1, 0, 0, 1, 0.5f, 0.5f};
    int[] chosen = new int[n];
    Arrays.setAll(chosen, i -> i % 2);
    return new Perceived(name, samples, 2, codes, samples.pixels().clone(), chosen, codes.clone());
  }

  private static Run run(MessageLog log, Perceived... seen) {
    Outcome outcome = new Outcome(() -> Tables.named("none"), Map.of(), log, List.of(seen));
    return new Run(
        Fake.plan(),
        Runs.NEEDED,
        new RoundLog(),
        outcome,
        Audit.none("made by hand", Runs.NEEDED),
        new Provenance(Map.of(), Instant.EPOCH),
        Duration.ZERO);
  }

  private static MessageLog said(int episodes, boolean same) {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 5, 1, 100, 1000);
    for (int i = 0; i < episodes; i++) {
      log.begin(i % 3);
      log.said(0, 0, same ? 1 : i % 3);
      log.said(0, 1, 2);
      log.said(1, 0, 4);
      log.said(1, 1, same ? 4 : i % 2);
    }
    return log;
  }

  @Test
  void codesAmongLatents() {
    Plot map = run(MessageLog.none(), seen("a and b", 40)).codeMap();
    assertEquals("Codes of a and b among latents of 40 images: t-SNE", map.getTitle());
    assertEquals(20, map.getSeries("label 0").getXData().length);
    assertEquals(2, map.getSeries("code").getXData().length);
    assertEquals(1, map.getSeries("unused code").getXData().length);
    assertArrayEquals(map.png(), run(MessageLog.none(), seen("a and b", 40)).codeMap().png());
  }

  @Test
  void separateCodebooksLieSideBySide() {
    Plot map = run(MessageLog.none(), seen("a", 12), seen("b", 12)).codeMap();
    assertEquals(
        "Codes of a (left) and b (right) among latents of 12 images: t-SNE", map.getTitle());
    double[] x = map.getSeries("label 0").getXData();
    assertTrue(Arrays.stream(x, 0, 6).allMatch(v -> v <= 1));
    assertTrue(Arrays.stream(x, 6, 12).allMatch(v -> v > 1));
  }

  @Test
  void messagesInHeaps() {
    Plot map = run(said(30, false)).messageMap();
    assertEquals(
        "30 messages of a, 3 different (left) and b, 2 different (right): t-SNE", map.getTitle());
    assertEquals(20, map.getSeries("label 2").getXData().length);
    Plot constant = run(said(1000, true)).messageMap();
    assertEquals(
        "300 messages of a, 1 different (left) and b, 1 different (right): t-SNE",
        constant.getTitle());
    assertEquals(204, constant.getSeries("label 0").getXData().length);
  }

  @Test
  void imagesOfEachLabel() {
    Run run = run(MessageLog.none(), seen("a and b", 12));
    assertEquals(
        "chart \"Reconstructions; mean squared error of 12 images: a and b 0.0000\": show() shows it",
        run.reconstructions().toString());
    assertTrue(run.prototypes().png().length > 0);
    assertTrue(
        run(MessageLog.none(), seen("a", 2), seen("b", 2)).reconstructions().png().length > 0);
  }

  @Test
  void nothingToShow() {
    Run run = run(MessageLog.none());
    assertEquals("Codes: there is no codebook", run.codeMap().getTitle());
    assertEquals("Messages: nothing was said", run.messageMap().getTitle());
    assertEquals("Messages: nothing was said", run(said(0, true)).messageMap().getTitle());
    assertTrue(run.reconstructions().toString().contains("there is no codebook"));
    assertTrue(run.prototypes().toString().contains("there is no codebook"));
    assertTrue(run.prototypes().png().length > 0);
    assertTrue(run.codeMap().png().length > 0);
  }

  @Test
  void someOfManySamples() {
    Samples few = samples(300);
    assertSame(few, Perceived.some(few));
    Samples many = Perceived.some(samples(1001));
    assertEquals(300, many.count());
    assertEquals(1001 * 299L / 300 % 2, many.label(299));
  }

  @Test
  void sizesMustFit() {
    float[] two = new float[4];
    assertThrows(
        ShapeException.class,
        () -> new Perceived("a", samples(2), 2, two, new float[3], new int[2], two));
    assertThrows(
        ShapeException.class,
        () -> new Perceived("a", samples(2), 2, two, two, new int[2], new float[5]));
  }
}
