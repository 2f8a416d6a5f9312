package dev.parley.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection that sends errors as the reader of a notebook wants them. */
final class Wire extends JupyterConnection {

  private final Supplier<@Nullable Fault> fault;
  private final IntSupplier cell;

  /**
   * @param fault what went wrong in the cell that was run last
   * @param cell the number of the cell that ran last
   */
  Wire(KernelConnectionProperties properties, Supplier<@Nullable Fault> fault, IntSupplier cell)
      throws NoSuchAlgorithmException, InvalidKeyException {
    super(properties);
    this.fault = fault;
    this.cell = cell;
  }

  @Override
  public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
    return new Replies(channel, stdin, iopub, context);
  }

  private final class Replies extends ShellReplyEnvironment {

    Replies(
        ShellChannel channel, StdinChannel stdin, JupyterSocket published, MessageContext context) {
      super(channel, stdin, published, context);
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      Fault latest = fault.get();
      if (content instanceof PublishError && latest != null) {
        super.publish(new PublishError(latest.name(), latest.message(), latest.lines()));
      } else {
        super.publish(content);
      }
    }

    @Override
    public void replyError(MessageType<?> type, ErrorReply error) {
      Fault latest = fault.get();
      if (Fault.class.getSimpleName().equals(error.getErrorName()) && latest != null) {
        ErrorReply told = new ErrorReply(latest.name(), latest.message(), latest.lines());
        told.setExecutionCount(cell.getAsInt());
        super.replyError(type, told);
      } else {
        super.replyError(type, error);
      }
    }
  }
}
