package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/** {@link Channel#actions}. */
public record ActionChannel() implements Channel {

  @Override
  public boolean isAction() {
    return true;
  }

  @Override
  public int width(int symbols) {
    return symbols;
  }

  @Override
  public Line line(int symbols, Parameters parameters, RandomStream stream) {
    return new Line() {
      @Override
      public int numbers() {
        return symbols;
      }

      @Override
      public Sent send(Tensor m, Tensor noise, Tensor masks) {
        throw new IllegalStateException("a choice is not sent");
      }

      @Override
      public void vector(int symbol, float[] into, int at) {
        ActionChannel.this.vector(symbol, symbols, into, at);
      }
    };
  }

  @Override
  public String toString() {
    return "Channel.actions()";
  }
}
