package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the files of the manifest into a folder. A file appears there under its name only when it
 * is whole and has the right hash; before that it is in a hidden file beside it, which goes away
 * whatever happens.
 */
final class Downloader {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HTTP_OK = 200;

  private final Duration patience;
  private final HttpClient client;

  Downloader() {
    this(PATIENCE);
  }

  /**
   * Gives up on a mirror that lets it wait this long: for the connection, the answer, or the next
   * piece of it.
   */
  Downloader(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL) // never from https to http
            .connectTimeout(patience)
            .build();
  }

  /** What one mirror did wrong; the next one may do better. */
  private static final class MirrorException extends Exception {
    private static final long serialVersionUID = 1;

    MirrorException(String message) {
      super(message);
    }

    MirrorException(@Nullable Throwable cause) {
      super(String.valueOf(cause), cause);
    }
  }

  /**
   * The file in the folder, fetched if it is not there as the manifest describes it.
   *
   * @throws DataException if no mirror has it, the folder cannot be written, or the thread is
   *     interrupted
   */
  Path fetch(Manifest.Entry entry, Path folder) {
    Path target = folder.toAbsolutePath().resolve(entry.name());
    Path part = target.resolveSibling("." + entry.name() + "." + UUID.randomUUID() + ".part");
    try {
      String damage = "";
      if (Files.exists(target)) {
        damage = damage(entry, target);
        if (damage.isEmpty()) {
          return target;
        }
      }
      Files.createDirectories(folder.toAbsolutePath());
      try {
        download(entry, part, damage);
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return target;
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw new DataException(problem(entry).got("an interrupt").hint("nothing was changed"), e);
    } catch (IOException e) {
      throw new DataException(
          problem(entry)
              .got(e.toString())
              .allowed("a folder in which files can be read and written")
              .fact("folder", folder.toString())
              .hint("name another folder: Mnist.download(path)"),
          e);
    }
  }

  /** How the cached file differs from the manifest; empty if it does not. */
  private static String damage(Manifest.Entry entry, Path target) throws IOException {
    long bytes = Files.size(target);
    if (bytes != entry.bytes()) {
      return bytes + " bytes";
    }
    String sha256 = Sha256.of(target);
    return sha256.equals(entry.sha256()) ? "" : "sha256 " + sha256;
  }

  private void download(Manifest.Entry entry, Path part, String damage)
      throws IOException, InterruptedException {
    Problem problem =
        problem(entry)
            .got("no usable copy from any mirror")
            .allowed(entry.bytes() + " bytes with sha256 " + entry.sha256());
    if (!damage.isEmpty()) {
      problem = problem.fact("cached file", "damaged: " + damage);
    }
    Throwable last = null;
    for (URI url : entry.urls()) {
      try {
        transfer(entry, url, part);
        return;
      } catch (MirrorException e) {
        problem = problem.fact("mirror", url + ": " + e.getMessage());
        last = e;
      }
    }
    problem =
        problem.hint("check the connection, or put the file into " + part.getParent() + " by hand");
    throw last == null ? new DataException(problem) : new DataException(problem, last);
  }

  private void transfer(Manifest.Entry entry, URI url, Path part)
      throws MirrorException, IOException, InterruptedException {
    try (HttpBody body = new HttpBody(patience);
        WritableByteChannel out =
            Files.newByteChannel(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      request(entry, url, body);
      MessageDigest digest = Sha256.digest();
      long bytes = 0;
      for (List<ByteBuffer> piece = next(body); piece != null; piece = next(body)) {
        for (ByteBuffer buffer : piece) {
          bytes += buffer.remaining();
          if (bytes > entry.bytes()) {
            throw new MirrorException("more than " + entry.bytes() + " bytes");
          }
          digest.update(buffer.duplicate());
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        }
      }
      if (bytes < entry.bytes()) {
        throw new MirrorException(bytes + " bytes");
      }
      String sha256 = Sha256.hex(digest);
      if (!sha256.equals(entry.sha256())) {
        throw new MirrorException("sha256 " + sha256);
      }
    }
  }

  /** Waits for the head of the answer, and for that of the last one if it is moved elsewhere. */
  private void request(Manifest.Entry entry, URI url, HttpBody body)
      throws MirrorException, InterruptedException {
    CompletableFuture<HttpResponse<HttpBody>> answer =
        client.sendAsync(HttpRequest.newBuilder(url).build(), head -> body);
    try {
      HttpResponse<HttpBody> head = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (head.statusCode() != HTTP_OK) {
        throw new MirrorException("HTTP " + head.statusCode());
      }
      long length = head.headers().firstValueAsLong("content-length").orElse(entry.bytes());
      if (length != entry.bytes()) {
        throw new MirrorException(length + " bytes");
      }
    } catch (ExecutionException e) {
      throw new MirrorException(e.getCause());
    } catch (TimeoutException e) {
      throw new MirrorException("no answer for " + patience.toMillis() + " ms");
    } finally {
      answer.cancel(true);
    }
  }

  private static @Nullable List<ByteBuffer> next(HttpBody body)
      throws MirrorException, InterruptedException {
    try {
      return body.next();
    } catch (IOException e) {
      throw new MirrorException(e);
    }
  }

  private static Problem problem(Manifest.Entry entry) {
    return Problem.with(entry.name());
  }
}
