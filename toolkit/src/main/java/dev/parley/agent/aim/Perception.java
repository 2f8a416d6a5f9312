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
import java.util.stream.IntStream;

/**
 * The VQ-VAE through which one or both agents see: it is trained before the game and frozen in it.
 */
final class Perception implements AutoCloseable {

  private static final int BATCH = 64;
  private static final double LEARNING_RATE = 1e-3;

  private final Samples train;
  private final Samples evaluation;
  private final int codes;
  private final VqVae model;
  private final List<VqVae.Epoch> epochs = new ArrayList<>();

  Perception(Aim plan, Stage stage, Streams streams) {
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

  /** Makes tables with one row a pass over the training samples. */
  Supplier<Tables> table() {
    List<VqVae.Epoch> passes = List.copyOf(epochs);
    return () ->
        Tables.named("preparation")
            .wholes("epoch", IntStream.rangeClosed(1, passes.size()).toArray())
            .reals("reconstruction_loss", reals(passes, VqVae.Epoch::reconstruction))
            .reals("commitment_loss", reals(passes, VqVae.Epoch::commitment))
            .wholes("codes_used", passes.stream().mapToInt(VqVae.Epoch::codesUsed).toArray())
            .reals("perplexity", reals(passes, VqVae.Epoch::perplexity))
            .wholes("restarted", passes.stream().mapToInt(VqVae.Epoch::restarted).toArray());
  }

  private static double[] reals(List<VqVae.Epoch> passes, ToDoubleFunction<VqVae.Epoch> value) {
    return passes.stream().mapToDouble(value).toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
