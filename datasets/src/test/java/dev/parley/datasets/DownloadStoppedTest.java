package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors that fall silent, and threads that are interrupted while they wait for one. */
@Timeout(60)
final class DownloadStoppedTest {

  private static final byte[] CONTENT = IdxFiles.labels(100_000);

  private final Path folder;

  DownloadStoppedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  private final HttpHandler silent =
      exchange -> {
        asked.countDown();
        await(over);
      };

  private final HttpHandler silentHalfWay =
      exchange -> {
        Mirror.send(exchange, CONTENT.length, Arrays.copyOf(CONTENT, 50_000));
        asked.countDown();
        await(over);
      };

  @AfterEach
  void letTheMirrorGo() {
    over.countDown();
  }

  @Test
  void silentBeforeTheAnswer() throws IOException {
    silentMirrorIsGivenUp(silent);
  }

  @Test
  void silentHalfWay() throws IOException {
    silentMirrorIsGivenUp(silentHalfWay);
  }

  @Test
  void interruptedBeforeTheAnswer() throws Exception {
    interruptStops(silent);
  }

  @Test
  void interruptedHalfWay() throws Exception {
    interruptStops(silentHalfWay);
  }

  @Test
  void interruptedBeforeTheStart() throws IOException {
    try (Mirror mirror = Mirror.of(CONTENT)) {
      Thread.currentThread().interrupt();
      Problem problem = Failing.data(() -> fetch(mirror.url("x"), Duration.ofSeconds(30)));
      assertTrue(Thread.interrupted());
      assertEquals("an interrupt", Failing.got(problem));
      assertFolderIsEmpty();
    }
  }

  @Test
  void interruptDoesNotMatterIfTheFileIsThere() throws IOException {
    Path file = IdxFiles.write(folder, "x", CONTENT);
    Thread.currentThread().interrupt();
    assertEquals(file, fetch(URI.create("http://localhost/"), Duration.ofSeconds(30)));
    assertTrue(Thread.interrupted());
  }

  private void silentMirrorIsGivenUp(HttpHandler handler) throws IOException {
    try (Mirror mirror = new Mirror(handler)) {
      Problem problem = Failing.data(() -> fetch(mirror.url("x"), Duration.ofMillis(300)));
      assertEquals("x", problem.subject());
      assertTrue(problem.value("mirror").orElseThrow().endsWith(" for 300 ms"), problem::toString);
      assertFolderIsEmpty();
    }
  }

  private void interruptStops(HttpHandler handler) throws Exception {
    try (Mirror mirror = new Mirror(handler)) {
      FutureTask<Problem> task =
          new FutureTask<>(
              () -> {
                Problem problem =
                    Failing.data(() -> fetch(mirror.url("x"), Duration.ofSeconds(50)));
                return problem.fact("flag", Thread.currentThread().isInterrupted() + "");
              });
      Thread thread = new Thread(task);
      thread.start();
      asked.await();
      thread.interrupt();
      Problem problem = task.get();
      assertEquals("x", problem.subject());
      assertEquals("an interrupt", Failing.got(problem));
      assertEquals("true", problem.value("flag").orElseThrow());
      assertFolderIsEmpty();
    }
  }

  /**
   * The file.
   *
   * @throws DataException if it cannot be had
   */
  private Path fetch(URI url, Duration patience) {
    return new Downloader(patience)
        .fetch(
            new Manifest.Entry(
                "x", List.of(url), CONTENT.length, Sha256.of(CONTENT), "none", "this test"),
            folder);
  }

  private void assertFolderIsEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertFalse(files.findAny().isPresent());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
