package dev.parley.agent.channel;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.Optional;

/**
 * {@link Channel#reinforce}: Σ w (-A log p - c H), where A is the worth of a symbol and H the
 * entropy, in nats, of the softmax that it was drawn from.
 *
 * @param entropy c, 0 or more
 */
public record ReinforceChannel(double entropy) implements Channel {

  /** Checks the weight. */
  public ReinforceChannel {
    Channel.requireWeight("entropy", entropy);
    entropy = entropy + 0.0; // -0 becomes 0, which it is equal to
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
        // The largest of logits to which Gumbel noise was added is distributed by their softmax.
        Indices drawn = Softmax.mode(Elementwise.add(logits, gumbel));
        return new Drawn(logits, drawn, Lookup.oneHot(drawn, symbols), entropy);
      }
    };
  }

  @Override
  public String toString() {
    return "Channel.reinforce(" + entropy + ")";
  }

  private record Drawn(Tensor logits, Indices symbols, Tensor heard, double entropy)
      implements Sent {

    @Override
    public int symbol(int row) {
      return symbols.get(row);
    }

    @Override
    public Optional<Tensor> loss(Tensor weights, Tensor worth) {
      Tensor logs = Softmax.log(logits);
      Tensor score = Elementwise.multiply(Lookup.pick(logs, symbols), worth);
      Tensor bonus = Elementwise.scale(Softmax.entropy(logs), (float) entropy);
      Tensor gain = Elementwise.multiply(Elementwise.add(score, bonus), weights);
      return Optional.of(Elementwise.scale(Reduce.sum(gain), -1));
    }
  }
}
