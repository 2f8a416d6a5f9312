package dev.parley.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on this machine whose answers a test decides. */
final class Mirror implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();

  Mirror(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
  }

  /** Answers everything with this content. */
  static Mirror of(byte[] content) throws IOException {
    return new Mirror(exchange -> send(exchange, content.length, content));
  }

  /** Answers everything with this status and nothing else. */
  static Mirror status(int status) throws IOException {
    return new Mirror(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  /** Sends {@code content} after promising {@code length} bytes; 0 promises nothing. */
  static void send(HttpExchange exchange, long length, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(content);
    exchange.getResponseBody().flush();
  }

  URI url(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + path);
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
