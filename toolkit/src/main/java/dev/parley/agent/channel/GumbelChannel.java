package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * {@link Channel#gumbel}.
 *
 * @param temperature τ, above 0
 */
public record GumbelChannel(double temperature) implements Channel {

  /** Checks the temperature. */
  public GumbelChannel {
    Channel.requirePositive("temperature", temperature);
  }

  @Override
  public int width(int symbols) {
    return symbols;
  }

  @Override
  public Line line(int symbols, Parameters parameters, RandomStream stream) {
    return new Symbols(this, symbols) {
      @Override
      Sent send(Tensor logits, Tensor gumbel) {
        Tensor soft = GumbelSoftmax.soft(logits, gumbel, temperature);
        return new Whole(soft, Softmax.mode(soft));
      }
    };
  }

  @Override
  public String toString() {
    return "Channel.gumbel(" + temperature + ")";
  }
}
