package dev.parley.agent.aim;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.train.Stage;
import dev.parley.vq.CodeUsage;
import dev.parley.vq.VqVae;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The VQ-VAE through which one or both agents see: it is trained before the game and frozen in it.
 */
final class Perception implements AutoCloseable {

  private static final int BATCH = 64;
  private static final double LEARNING_RATE = 1e-3;

  private final String name;
  private final Samples train;
  private final Samples evaluation;
  private final int codes;
  private final VqVae model;
  private final List<VqVae.Epoch> epochs = new ArrayList<>();

  /** The eyes of the agents of that name. */
  Perception(String name, Aim plan, Stage stage, Streams streams) {
    this.name = name;
    this.train = stage.train();
    this.evaluation = stage.evaluation();
    this.codes = plan.codebook();
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
