package dev.parley.notebook;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a client come over unix sockets, as Google Colab does. The kernel's own library knows TCP
 * only: each socket {@code IP-PORT} is piped to a port on the loopback address. What a client may
 * do is decided by the key that signs its messages, as it is with TCP.
 */
final class IpcBridge {

  private static final int BUFFER = 1 << 16;

  private final Map<Path, Integer> pipes = new LinkedHashMap<>();
  private final KernelConnectionProperties asked;

  IpcBridge(KernelConnectionProperties asked) {
    this.asked = asked;
  }

  static boolean wanted(KernelConnectionProperties properties) {
    return "ipc".equals(properties.getTransport());
  }

  /** Where the kernel is to listen in place of what was asked for. */
  KernelConnectionProperties behind() throws IOException {
    return new KernelConnectionProperties(
        InetAddress.getLoopbackAddress().getHostAddress(),
        port(asked.getControlPort()),
        port(asked.getShellPort()),
        port(asked.getStdinPort()),
        port(asked.getHbPort()),
        port(asked.getIopubPort()),
        "tcp",
        asked.getSignatureScheme(),
        asked.getKey());
  }

  private int port(int number) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      pipes.put(Path.of(asked.getIp() + "-" + number), free.getLocalPort());
      return free.getLocalPort();
    }
  }

  /** Opens the unix sockets; the kernel listens already. */
  void open() throws IOException {
    for (Map.Entry<Path, Integer> pipe : pipes.entrySet()) {
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(pipe.getKey()));
      pipe.getKey().toFile().deleteOnExit();
      start(() -> accept(server, pipe.getValue()));
    }
  }

  private static void accept(ServerSocketChannel server, int port) throws IOException {
    while (true) {
      SocketChannel client = server.accept();
      SocketChannel kernel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      start(() -> copy(client, kernel));
      start(() -> copy(kernel, client));
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) throws IOException {
    try (from;
        to) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    }
  }

  private interface Pipe {
    void run() throws IOException;
  }

  private static void start(Pipe pipe) {
    Thread thread =
        new Thread(
            () -> {
              try {
                pipe.run();
              } catch (IOException closed) {
                // The other side has gone: this pipe ends.
              }
            },
            "parley-ipc");
    thread.setDaemon(true);
    thread.start();
  }
}
