package dev.parley.agent.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.SettingException;
import dev.parley.random.ChiSquare;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Channels by name: what is sent, heard, and meant when learning is over. */
class LineTest {

  private static final int SYMBOLS = 4;

  static Stream<Channel> sending() {
    return Stream.of(
        Channel.dru(1),
        Channel.gumbel(0.5),
        Channel.straightThrough(2),
        Channel.reinforce(0.1),
        Channel.vq(3, 0.25));
  }

  /**
   * Without noise, and far from where a symbol ends, what is heard is about what a listener reads
   * of the symbol.
   */
  @ParameterizedTest
  @MethodSource("sending")
  void wholeSymbolsAreWhatIsHeardFarOut(Channel channel) {
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Line line = channel.line(SYMBOLS, parameters, new RandomStream(51));
      Tensor dummy = parameters.add(1, 1, new float[1]);
      Tensor m = graph.input(SYMBOLS, line.numbers());
      Tensor noise = graph.input(SYMBOLS, Math.max(1, line.noises()));
      Sent sent = line.send(m, noise, graph.input(SYMBOLS, SYMBOLS));
      Program program = graph.forward();
      dummy.write(new float[1]);
      line.refresh();
      float[] meant = new float[channel.width(SYMBOLS)];
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        line.vector(symbol, meant, 0);
        for (int i = 0; i < line.numbers(); i++) {
          boolean isVector = channel instanceof VqChannel;
          m.write(symbol, i, isVector ? meant[i] : 200 * (meant[i] - 0.5f));
        }
      }
      program.run();
      sent.read();
      float[] heard = sent.heard().toArray();
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        assertEquals(symbol, sent.symbol(symbol));
        line.vector(symbol, meant, 0);
        float[] own = new float[meant.length];
        System.arraycopy(heard, symbol * own.length, own, 0, own.length);
        assertArrayEquals(meant, own, 1e-6f);
      }
    }
  }

  /** Gumbel noise draws symbols by their softmax; a symbol that is closed never comes. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void drawnByTheSoftmax(int which) {
    Channel channel =
        switch (which) {
          case 0 -> Channel.gumbel(1);
          case 1 -> Channel.straightThrough(1);
          default -> Channel.reinforce(0);
        };
    int rows = 6_000;
    try (Graph graph = new Graph()) {
      Line line = channel.line(SYMBOLS, new Parameters(), new RandomStream(51));
      Tensor m = graph.input(rows, SYMBOLS);
      Tensor noise = graph.input(rows, line.noises());
      Tensor masks = graph.input(rows, SYMBOLS);
      Sent sent = line.send(Elementwise.add(m, graph.input(rows, SYMBOLS)), noise, masks);
      Program program = graph.forward();
      float[] drawn = new float[noise.length()];
      RandomStream random = new RandomStream(52);
      for (int row = 0; row < rows; row++) {
        m.write(row, 0, (float) Math.log(0.5));
        m.write(row, 1, (float) Math.log(0.2));
        m.write(row, 2, (float) Math.log(0.3));
        m.write(row, 3, 5);
        masks.write(row, 3, -1e9f);
        line.draw(random, drawn, row * line.noises());
      }
      noise.write(drawn);
      program.run();
      sent.read();
      long[] counts = new long[3];
      for (int row = 0; row < rows; row++) {
        counts[sent.symbol(row)]++;
      }
      ChiSquare.check(counts, new double[] {0.5, 0.2, 0.3});
    }
  }

  @Test
  void texts() {
    assertEquals("Channel.actions()", Channel.actions().toString());
    assertEquals("Channel.dru(2.0)", Channel.dru(2).toString());
    assertEquals("Channel.gumbel(0.5)", Channel.gumbel(0.5).toString());
    assertEquals("Channel.straightThrough(1.0)", Channel.straightThrough(1).toString());
    assertEquals("Channel.reinforce(0.1)", Channel.reinforce(0.1).toString());
    assertEquals("Channel.vq(3, 0.25)", Channel.vq(3, 0.25).toString());
    assertEquals(Channel.dru(0), Channel.dru(-0.0));
  }

  private static void refused(String subject, Runnable call) {
    SettingException e = assertThrows(SettingException.class, call::run);
    assertEquals(subject, e.problems().get(0).subject());
  }

  @Test
  void valuesOutOfRange() {
    refused("noise", () -> Channel.dru(-1));
    refused("temperature", () -> Channel.gumbel(0));
    refused("temperature", () -> Channel.straightThrough(Double.POSITIVE_INFINITY));
    refused("entropy", () -> Channel.reinforce(Double.NaN));
    refused("size", () -> Channel.vq(0, 1));
    refused("commitment", () -> Channel.vq(1, -1));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, false", "4, true", "6, false", "8, true"})
  void bitsTellPowersOfTwoApart(int symbols, boolean fits) {
    assertEquals(fits, Channel.dru(2).conflict(symbols).isEmpty());
    assertTrue(Channel.gumbel(1).conflict(symbols).isEmpty());
  }
}
