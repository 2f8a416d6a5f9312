package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * {@link Channel#straightThrough}.
 *
 * @param temperature τ, above 0
 */
public record StraightThroughChannel(double temperature) implements Channel {

  /** Checks the temperature. */
  public StraightThroughChannel {
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
        Indices drawn = Softmax.mode(soft);
        return new Whole(StraightThrough.chosen(soft, drawn), drawn);
      }
    };
  }

  @Override
  public String toString() {
    return "Channel.straightThrough(" + temperature + ")";
  }
}
