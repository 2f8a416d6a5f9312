package dev.parley.agent.channel;

import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.Optional;

/**
 * {@link Channel#dru}. A symbol is as many bits as tell the vocabulary apart, the lowest first.
 *
 * @param noise the deviation of ε, 0 or more
 */
public record DruChannel(double noise) implements Channel {

  /** Checks the deviation. */
  public DruChannel {
    Channel.requireWeight("noise", noise);
    noise = noise + 0.0; // -0 becomes 0, which it is equal to
  }

  @Override
  public Optional<Problem> conflict(int symbols) {
    if (symbols > 1 && Integer.bitCount(symbols) == 1) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.with("channel")
            .got(this)
            .allowed("a vocabulary of 2, 4, 8 ... symbols, not " + symbols)
            .hint("Channel.gumbel(1) takes any vocabulary"));
  }

  @Override
  public int width(int symbols) {
    return Integer.numberOfTrailingZeros(symbols);
  }

  @Override
  public void vector(int symbol, int symbols, float[] into, int at) {
    for (int i = 0; i < width(symbols); i++) {
      into[at + i] = symbol >> i & 1;
    }
  }

  @Override
  public Line line(int symbols, Parameters parameters, RandomStream stream) {
    return new Bits(width(symbols));
  }

  @Override
  public String toString() {
    return "Channel.dru(" + noise + ")";
  }

  private final class Bits implements Line {

    private final int bits;

    Bits(int bits) {
      this.bits = bits;
    }

    @Override
    public int numbers() {
      return bits;
    }

    @Override
    public int noises() {
      return bits;
    }

    @Override
    public void draw(RandomStream stream, float[] into, int at) {
      for (int i = 0; i < bits; i++) {
        into[at + i] = (float) (noise * stream.nextGaussian());
      }
    }

    @Override
    public Sent send(Tensor m, Tensor epsilon, Tensor masks) {
      Tensor heard = Dru.train(m, epsilon);
      float[] values = new float[m.length()];
      return new Sent() {
        @Override
        public Tensor heard() {
          return heard;
        }

        @Override
        public void read() {
          m.read(values);
        }

        @Override
        public int symbol(int row) {
          int symbol = 0;
          for (int i = 0; i < bits; i++) {
            symbol |= values[row * bits + i] > 0 ? 1 << i : 0;
          }
          return symbol;
        }
      };
    }

    @Override
    public void vector(int symbol, float[] into, int at) {
      DruChannel.this.vector(symbol, 1 << bits, into, at);
    }
  }
}
