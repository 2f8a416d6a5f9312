package dev.parley.agent.channel;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.Codes;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@link Channel#vq}: Σ w (‖sg[m] - e‖² + β ‖m - sg[e]‖²), where e is the vector nearest to m; it
 * is what listeners read, and their gradient goes to m as it is. Vectors start uniform in ±1 over
 * the number of symbols, near to what an untrained net gives, so that none is nearest to all of it.
 *
 * @param size numbers of a vector, 1 or more
 * @param commitment β, 0 or more
 */
public record VqChannel(int size, double commitment) implements Channel {

  /** Checks the settings. */
  public VqChannel {
    if (size < 1) {
      throw new SettingException(
          Problem.with("size").got(size).allowed("1 or more").hint("numbers of a code vector"));
    }
    Channel.requireWeight("commitment", commitment);
    commitment = commitment + 0.0; // -0 becomes 0, which it is equal to
  }

  @Override
  public int width(int symbols) {
    return size;
  }

  @Override
  public void vector(int symbol, int symbols, float[] into, int at) {
    Arrays.fill(into, at, at + size, 0);
  }

  @Override
  public Line line(int symbols, Parameters parameters, RandomStream stream) {
    return new Codebook(
        parameters.add(symbols, size, n -> Initial.uniform(n, 1.0 / symbols, stream)),
        new float[symbols * size]);
  }

  @Override
  public String toString() {
    return "Channel.vq(" + size + ", " + commitment + ")";
  }

  private final class Codebook implements Line {

    private final Tensor codes;
    private final float[] values;

    Codebook(Tensor codes, float[] values) {
      this.codes = codes;
      this.values = values;
    }

    @Override
    public int numbers() {
      return size;
    }

    @Override
    public Sent send(Tensor m, Tensor noise, Tensor masks) {
      Indices nearest = Codes.nearest(m, codes);
      Tensor code = Lookup.rows(codes, nearest);
      return new Quantised(m, code, nearest, Codes.straightThrough(m, code), commitment);
    }

    @Override
    public void vector(int symbol, float[] into, int at) {
      System.arraycopy(values, symbol * size, into, at, size);
    }

    @Override
    public void refresh() {
      codes.read(values);
    }
  }

  private record Quantised(Tensor m, Tensor code, Indices symbols, Tensor heard, double commitment)
      implements Sent {

    @Override
    public int symbol(int row) {
      return symbols.get(row);
    }

    @Override
    public Optional<Tensor> loss(Tensor weights, Tensor worth) {
      Tensor book = squares(Elementwise.subtract(m.detach(), code), weights);
      Tensor commit = squares(Elementwise.subtract(m, code.detach()), weights);
      return Optional.of(Elementwise.add(book, Elementwise.scale(commit, (float) commitment)));
    }

    private static Tensor squares(Tensor distance, Tensor weights) {
      return Reduce.sum(
          Elementwise.multiply(distance, Broadcast.multiplyColumn(distance, weights)));
    }
  }
}
