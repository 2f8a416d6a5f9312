package dev.parley.agent.aim;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.state.State;
import dev.parley.train.Perceived;
import dev.parley.train.Stage;
import dev.parley.vq.CodeUsage;
import dev.parley.vq.VqVae;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;

/**
 * The VQ-VAE through which one or both agents see: it is trained before the game and frozen in it.
 */
final class Perception implements AutoCloseable {

  private static final int BATCH = 64;
  private static final double LEARNING_RATE = 1e-3;

  /** Numbers that one pass gives. */
  private static final int PROGRESS = 5;

  private final String name;
  private final Samples train;
  private final Samples evaluation;
  private final int codes;
  private final int passes;
  private final VqVae model;
  private final List<VqVae.Epoch> epochs = new ArrayList<>();

  /** The eyes of the agents of that name. */
  Perception(String name, Aim plan, Stage stage, Streams streams) {
    this.name = name;
    this.train = stage.train();
    this.evaluation = stage.evaluation();
    this.codes = plan.codebook();
    this.passes = plan.pretrain();
    VqVae.Size size =
        new VqVae.Size(
            train.size(),
            plan.encoderHidden(),
            plan.latent(),
            plan.codebook(),
            Math.min(BATCH, train.count()));
    this.model = new VqVae(size, plan.quantiser(), streams);
  }

  String name() {
    return name;
  }

  void trainOnce() {
    epochs.add(model.train(train, LEARNING_RATE));
  }

  /** Saves or restores the model and what its passes gave. */
  void keep(State state) {
    model.keep(state);
    int n = (int) state.number("passes", epochs.size(), 0, passes);
    double[] numbers = state.doubles("progress", numbers(), n, PROGRESS);
    if (state.restoring()) {
      epochs.clear();
      for (int i = 0; i < n; i++) {
        epochs.add(epoch(numbers, i * PROGRESS));
      }
    }
  }

  private double[] numbers() {
    return epochs.stream()
        .flatMapToDouble(
            e ->
                DoubleStream.of(
                    e.reconstruction(),
                    e.commitment(),
                    e.codesUsed(),
                    e.perplexity(),
                    e.restarted()))
        .toArray();
  }

  private static VqVae.Epoch epoch(double[] numbers, int at) {
    return new VqVae.Epoch(
        numbers[at],
        numbers[at + 1],
        (int) numbers[at + 2],
        numbers[at + 3],
        (int) numbers[at + 4]);
  }

  /** Latents of samples, [count, latent]. */
  float[] latents(Samples samples) {
    return model.latents(samples);
  }

  /** The code vectors, [codes, latent]. */
  float[] codebook() {
    return model.codebook();
  }

  /** How many evaluation samples each code quantises. */
  long[] codeUse() {
    CodeUsage usage = new CodeUsage(codes);
    for (int code : model.codes(evaluation)) {
      usage.add(code);
    }
    return usage.counts();
  }

  /** What there is to show when the run is over. */
  Perceived perceived() {
    Samples shown = Perceived.some(evaluation);
    float[] vectors = model.codebook();
    return new Perceived(
        name,
        shown,
        vectors.length / codes,
        vectors,
        model.latents(shown),
        model.codes(shown),
        model.decode(vectors));
  }

  /** Makes tables with one row a pass over the training samples, and an agent if they are two. */
  static Supplier<Tables> table(List<Perception> perceptions) {
    List<Pass> passes = new ArrayList<>();
    for (Perception perception : perceptions) {
      for (int i = 0; i < perception.epochs.size(); i++) {
        passes.add(new Pass(perception.name, i + 1, perception.epochs.get(i)));
      }
    }
    return () -> {
      Tables table = Tables.named("preparation");
      if (perceptions.size() > 1) {
        table.texts("agent", passes.stream().map(Pass::agent).toList());
      }
      return table
          .wholes("epoch", passes.stream().mapToInt(Pass::number).toArray())
          .reals("reconstruction_loss", reals(passes, VqVae.Epoch::reconstruction))
          .reals("commitment_loss", reals(passes, VqVae.Epoch::commitment))
          .wholes("codes_used", wholes(passes, VqVae.Epoch::codesUsed))
          .reals("perplexity", reals(passes, VqVae.Epoch::perplexity))
          .wholes("restarted", wholes(passes, VqVae.Epoch::restarted));
    };
  }

  /** One pass of one model over the training samples. */
  private record Pass(String agent, int number, VqVae.Epoch epoch) {}

  private static double[] reals(List<Pass> passes, ToDoubleFunction<VqVae.Epoch> value) {
    return passes.stream().mapToDouble(p -> value.applyAsDouble(p.epoch)).toArray();
  }

  private static int[] wholes(List<Pass> passes, ToIntFunction<VqVae.Epoch> value) {
    return passes.stream().mapToInt(p -> value.applyAsInt(p.epoch)).toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
