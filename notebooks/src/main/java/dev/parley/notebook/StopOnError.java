package dev.parley.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.zeromq.ZMQ;

/**
 * Jupyter's rule for cells that were started together: behind one that failed or was interrupted,
 * none is run. Each gets a reply with the status {@code aborted}; requests of other kinds are
 * answered as ever.
 */
final class StopOnError implements ShellHandler<ExecuteRequest> {

  /** With no message for so long, none that was sent together with the cell is under way. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

  private final JupyterConnection connection;
  private final ShellHandler<ExecuteRequest> cells;
  private final BooleanSupplier stopped;

  /**
   * @param cells runs one
   * @param stopped whether the one that was run last failed or was interrupted
   */
  StopOnError(
      JupyterConnection connection, ShellHandler<ExecuteRequest> cells, BooleanSupplier stopped) {
    this.connection = connection;
    this.cells = cells;
    this.stopped = stopped;
  }

  @Override
  public void handle(ShellReplyEnvironment replies, Message<ExecuteRequest> request) {
    cells.handle(replies, request);
    ExecuteRequest cell = request.getContent();
    if (stopped.getAsBoolean() && cell.shouldStopOnError() && !cell.isSilent()) {
      // Before the reply: what comes once the client knows is meant to run.
      List<Message<?>> waiting = waiting(replies.getShell());
      replies.resolveDeferrals();
      waiting.forEach(message -> answer(message, replies));
    }
  }

  private static List<Message<?>> waiting(JupyterSocket socket) {
    List<Message<?>> messages = new ArrayList<>();
    long last = System.nanoTime();
    while (System.nanoTime() - last < QUIET) {
      if ((socket.getEvents() & ZMQ.Poller.POLLIN) == 0) {
        LockSupport.parkNanos(STEP);
      } else {
        messages.add(socket.readMessage());
        last = System.nanoTime();
      }
    }
    return messages;
  }

  private <T> void answer(Message<T> request, ShellReplyEnvironment first) {
    ShellReplyEnvironment replies =
        connection.prepareReplyEnv((ShellChannel) first.getShell(), request);
    ShellHandler<T> handler = connection.getHandler(request.getHeader().getType());
    if (request.getContent() instanceof ExecuteRequest) {
      replies.setStatusBusy();
      replies.reply(aborted(request));
      replies.setStatusIdle();
    } else if (handler != null) {
      handler.handle(replies, request);
      replies.resolveDeferrals();
      if (replies.isMarkedForShutdown()) {
        first.markForShutdown();
      }
    }
  }

  /** The library has no content of that status. */
  @SuppressWarnings("unchecked")
  private static Message<Object> aborted(Message<?> request) {
    MessageType<?> type = MessageType.EXECUTE_REPLY;
    return new Message<>(request, (MessageType<Object>) type, Map.of("status", "aborted"));
  }
}
