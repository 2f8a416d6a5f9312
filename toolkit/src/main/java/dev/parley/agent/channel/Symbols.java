package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Tensor;

/** A line whose sender gives a preference for each symbol, and whose listener reads one-hot. */
abstract class Symbols implements Line {

  private final Channel channel;
  private final int symbols;

  Symbols(Channel channel, int symbols) {
    this.channel = channel;
    this.symbols = symbols;
  }

  /** Records what is sent, given preferences [rows, symbols] without those that are closed. */
  abstract Sent send(Tensor logits, Tensor gumbel);

  @Override
  public final int numbers() {
    return symbols;
  }

  @Override
  public final int noises() {
    return symbols;
  }

  /** Of the standard Gumbel distribution, as {@link dev.parley.tensor.Noise#gumbel} says. */
  @Override
  public final void draw(RandomStream stream, float[] into, int at) {
    for (int i = 0; i < symbols; i++) {
      double uniform = Math.max(stream.nextDouble(), 0x1p-54);
      into[at + i] = (float) -StrictMath.log(-StrictMath.log(uniform));
    }
  }

  @Override
  public final Sent send(Tensor m, Tensor noise, Tensor masks) {
    return send(Elementwise.add(m, masks), noise);
  }

  @Override
  public final void vector(int symbol, float[] into, int at) {
    channel.vector(symbol, symbols, into, at);
  }
}
