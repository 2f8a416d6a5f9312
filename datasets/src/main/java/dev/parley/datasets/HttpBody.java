package dev.parley.datasets;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, taken piece by piece. No more than one piece is asked for ahead of the
 * one that is taken; waiting for it ends after a while, or when the thread is interrupted. The
 * JDK's own input stream of a body does neither of the latter.
 */
final class HttpBody implements HttpResponse.BodySubscriber<HttpBody>, AutoCloseable {

  /** A piece, or a failure, or neither: the end. */
  private record Event(@Nullable List<ByteBuffer> piece, @Nullable Throwable failure) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Duration patience;
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;

  HttpBody(Duration patience) {
    this.patience = patience;
  }

  /**
   * The next piece; null at the end of the body.
   *
   * @throws IOException if the connection fails, or nothing comes for too long
   */
  @Nullable List<ByteBuffer> next() throws IOException, InterruptedException {
    Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new IOException("no data for " + patience.toMillis() + " ms");
    }
    Throwable failure = event.failure();
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    Flow.Subscription source = subscription;
    if (source != null) {
      source.request(1);
    }
    return event.piece();
  }

  /** Gives up what has not been taken, and the connection with it. */
  @Override
  public void close() {
    closed = true;
    Flow.Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }

  @Override
  public CompletionStage<HttpBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    subscription = source;
    if (closed) {
      source.cancel();
    } else {
      source.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    events.add(new Event(piece, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(null, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(null, null));
  }
}
