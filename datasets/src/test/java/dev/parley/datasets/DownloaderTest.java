package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DownloaderTest {

  private static final String NAME = "labels.gz";

  /** More than one piece of a response. */
  private static final byte[] CONTENT = IdxFiles.labels(100_000);

  private final Path folder;

  DownloaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final Downloader downloader = new Downloader(Duration.ofSeconds(20));

  @Test
  void wholeFile() throws IOException {
    try (Mirror mirror = Mirror.of(CONTENT)) {
      Path file = downloader.fetch(entry(mirror), folder);
      assertEquals(folder.resolve(NAME), file);
      assertArrayEquals(CONTENT, Files.readAllBytes(file));
      assertEquals(List.of(NAME), names());
    }
  }

  @Test
  void withoutContentLength() throws IOException {
    try (Mirror mirror = new Mirror(exchange -> Mirror.send(exchange, 0, CONTENT))) {
      assertArrayEquals(CONTENT, Files.readAllBytes(downloader.fetch(entry(mirror), folder)));
    }
  }

  @Test
  void folderIsMade() throws IOException {
    try (Mirror mirror = Mirror.of(CONTENT)) {
      Path deep = folder.resolve("a").resolve("b");
      assertTrue(Files.exists(downloader.fetch(entry(mirror), deep)));
    }
  }

  @Test
  void rightCacheIsNotFetchedAgain() throws IOException {
    try (Mirror mirror = Mirror.of(CONTENT)) {
      downloader.fetch(entry(mirror), folder);
      downloader.fetch(entry(mirror), folder);
      assertEquals(1, mirror.requests());
    }
  }

  @Test
  void partialCacheIsReplaced() throws IOException {
    IdxFiles.write(folder, NAME, Arrays.copyOf(CONTENT, 99));
    try (Mirror mirror = Mirror.of(CONTENT)) {
      assertArrayEquals(CONTENT, Files.readAllBytes(downloader.fetch(entry(mirror), folder)));
      assertEquals(List.of(NAME), names());
    }
  }

  @Test
  void alteredCacheIsReplaced() throws IOException {
    IdxFiles.write(folder, NAME, altered());
    try (Mirror mirror = Mirror.of(CONTENT)) {
      assertArrayEquals(CONTENT, Files.readAllBytes(downloader.fetch(entry(mirror), folder)));
    }
  }

  @Test
  void damagedCacheIsToldIfItCannotBeReplaced() throws IOException {
    IdxFiles.write(folder, NAME, Arrays.copyOf(CONTENT, 99));
    try (Mirror mirror = Mirror.status(404)) {
      Problem problem = Failing.data(() -> downloader.fetch(entry(mirror), folder));
      assertEquals("damaged: 99 bytes", problem.value("cached file").orElseThrow());
      assertEquals(List.of(NAME), names());
    }
    IdxFiles.write(folder, NAME, altered());
    try (Mirror mirror = Mirror.status(404)) {
      Problem problem = Failing.data(() -> downloader.fetch(entry(mirror), folder));
      assertEquals(
          "damaged: sha256 " + Sha256.of(altered()), problem.value("cached file").orElseThrow());
    }
  }

  @Test
  void serverError() throws IOException {
    try (Mirror mirror = Mirror.status(503)) {
      Problem problem = fails(mirror.url(NAME));
      assertEquals(NAME, problem.subject());
      assertEquals(List.of(mirror.url(NAME) + ": HTTP 503"), mirrors(problem));
      assertEquals(
          CONTENT.length + " bytes with sha256 " + Sha256.of(CONTENT), Failing.allowed(problem));
      assertTrue(Failing.hint(problem).contains(folder.toString()), problem::toString);
      assertTrue(problem.value("cached file").isEmpty());
    }
  }

  @Test
  void partOfTheFileIsNotTheFile() throws IOException {
    try (Mirror mirror =
        new Mirror(
            exchange -> {
              exchange.sendResponseHeaders(206, CONTENT.length);
              exchange.getResponseBody().write(CONTENT);
            })) {
      assertEquals("HTTP 206", reason(fails(mirror.url(NAME))));
    }
  }

  @Test
  void nobodyListens() throws IOException {
    URI url = deadUrl();
    assertEquals(List.of(url + ": java.net.ConnectException"), mirrors(fails(url)));
  }

  @Test
  void everyMirrorIsTold() throws IOException {
    try (Mirror first = Mirror.status(500);
        Mirror second = Mirror.of(altered())) {
      assertEquals(
          List.of(
              first.url(NAME) + ": HTTP 500",
              second.url(NAME) + ": sha256 " + Sha256.of(altered())),
          mirrors(fails(first.url(NAME), second.url(NAME))));
    }
  }

  @Test
  void secondMirrorTakesOver() throws IOException {
    try (Mirror wrong = Mirror.of(altered());
        Mirror busy = Mirror.status(503);
        Mirror right = Mirror.of(CONTENT)) {
      Manifest.Entry entry = entry(wrong.url(NAME), busy.url(NAME), deadUrl(), right.url(NAME));
      assertArrayEquals(CONTENT, Files.readAllBytes(downloader.fetch(entry, folder)));
      assertEquals(List.of(NAME), names());
    }
  }

  @Test
  void secondMirrorIsNotAskedWithoutNeed() throws IOException {
    try (Mirror first = Mirror.of(CONTENT);
        Mirror second = Mirror.of(CONTENT)) {
      downloader.fetch(entry(first.url(NAME), second.url(NAME)), folder);
      assertEquals(0, second.requests());
    }
  }

  @Test
  void wrongHash() throws IOException {
    try (Mirror mirror = Mirror.of(altered())) {
      assertEquals("sha256 " + Sha256.of(altered()), reason(fails(mirror.url(NAME))));
    }
  }

  @Test
  void moreBytesPromised() throws IOException {
    try (Mirror mirror = Mirror.of(IdxFiles.join(CONTENT, new byte[1]))) {
      assertEquals((CONTENT.length + 1) + " bytes", reason(fails(mirror.url(NAME))));
    }
  }

  /**
   * The server goes on until the connection is cut; a client that read to the end would wait for
   * ever.
   */
  @Test
  void bytesWithoutEnd() throws IOException {
    try (Mirror mirror =
        new Mirror(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(CONTENT);
              }
            })) {
      assertEquals("more than " + CONTENT.length + " bytes", reason(fails(mirror.url(NAME))));
    }
  }

  @Test
  void fewerBytes() throws IOException {
    try (Mirror mirror =
        new Mirror(exchange -> Mirror.send(exchange, 0, Arrays.copyOf(CONTENT, 7)))) {
      assertEquals("7 bytes", reason(fails(mirror.url(NAME))));
    }
  }

  @Test
  void connectionCut() throws IOException {
    try (Mirror mirror =
        new Mirror(
            exchange -> Mirror.send(exchange, CONTENT.length, Arrays.copyOf(CONTENT, 70_000)))) {
      assertTrue(reason(fails(mirror.url(NAME))).contains("IOException"));
    }
  }

  @Test
  void redirectIsFollowed() throws IOException {
    try (Mirror right = Mirror.of(CONTENT);
        Mirror first = redirecting(right.url(NAME).toString())) {
      assertTrue(Files.exists(downloader.fetch(entry(first), folder)));
      assertEquals(1, right.requests());
    }
  }

  @Test
  void redirectInCircles() throws IOException {
    try (Mirror mirror = redirecting("/again")) {
      assertEquals("HTTP 302", reason(fails(mirror.url(NAME))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://no host/", "ftp://localhost/x", "%"})
  void redirectToNonsense(String location) throws IOException {
    try (Mirror mirror = redirecting(location)) {
      assertEquals(1, mirrors(fails(mirror.url(NAME))).size());
    }
  }

  @Test
  void folderIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (Mirror mirror = Mirror.of(CONTENT)) {
      Problem problem = Failing.data(() -> downloader.fetch(entry(mirror), file));
      assertEquals(NAME, problem.subject());
      assertEquals(file.toString(), problem.value("folder").orElseThrow());
      assertEquals(0, mirror.requests());
    }
  }

  @Test
  void targetIsAFolder() throws IOException {
    Files.createDirectories(folder.resolve(NAME).resolve("occupied"));
    try (Mirror mirror = Mirror.of(CONTENT)) {
      Problem problem = Failing.data(() -> downloader.fetch(entry(mirror), folder));
      assertEquals(folder.toString(), problem.value("folder").orElseThrow());
      assertEquals(List.of(NAME), names());
    }
  }

  @Test
  void mnistFromMirrors() throws IOException {
    byte[] images = IdxFiles.gzip(IdxFiles.images(10, 2, 2, 0));
    byte[] labels = IdxFiles.gzip(IdxFiles.labels(10));
    try (Mirror imageMirror = Mirror.of(images);
        Mirror labelMirror = Mirror.of(labels)) {
      Mnist mnist =
          Mnist.download(
              List.of(
                  entry(IdxFiles.TEST_IMAGES + ".gz", images, imageMirror.url("images")),
                  entry(IdxFiles.TEST_LABELS + ".gz", labels, labelMirror.url("labels"))),
              downloader,
              folder);
      assertEquals(Mnist.at(folder), mnist);
      assertEquals(10, mnist.load().count());
    }
  }

  private static Mirror redirecting(String location) throws IOException {
    return new Mirror(
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  /** The failure, after which the folder must be as empty as before. */
  private Problem fails(URI... urls) throws IOException {
    Problem problem = Failing.data(() -> downloader.fetch(entry(urls), folder));
    assertEquals(List.of(), names());
    return problem;
  }

  private static String reason(Problem problem) {
    String mirror = problem.value("mirror").orElseThrow();
    return mirror.substring(mirror.indexOf(": ") + 2);
  }

  private static List<String> mirrors(Problem problem) {
    return problem.facts().stream()
        .filter(fact -> fact.name().equals("mirror"))
        .map(Problem.Fact::value)
        .toList();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A port that was free a moment ago. */
  private static URI deadUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://localhost:" + socket.getLocalPort() + "/" + NAME);
    }
  }

  private static byte[] altered() {
    byte[] altered = CONTENT.clone();
    altered[altered.length - 1] ^= 1;
    return altered;
  }

  private static Manifest.Entry entry(Mirror mirror) {
    return entry(mirror.url(NAME));
  }

  private static Manifest.Entry entry(URI... urls) {
    return entry(NAME, CONTENT, urls);
  }

  private static Manifest.Entry entry(String name, byte[] content, URI... urls) {
    return new Manifest.Entry(
        name, List.of(urls), content.length, Sha256.of(content), "none", "this test");
  }
}
