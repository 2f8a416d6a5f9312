package dev.parley.agent.aim;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import dev.parley.train.Stage;
import dev.parley.vq.CodeUsage;
import dev.parley.vq.VqVae;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** One row a pass over the training samples. */
  Map<String, double[]> table() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("epoch", new double[epochs.size()]);
    columns.put("reconstruction_loss", column(VqVae.Epoch::reconstruction));
    columns.put("commitment_loss", column(VqVae.Epoch::commitment));
    columns.put("codes_used", column(VqVae.Epoch::codesUsed));
    columns.put("perplexity", column(VqVae.Epoch::perplexity));
    columns.put("restarted", column(VqVae.Epoch::restarted));
    for (int i = 0; i < epochs.size(); i++) {
      columns.get("epoch")[i] = i + 1;
    }
    return columns;
  }

  private double[] column(java.util.function.ToDoubleFunction<VqVae.Epoch> value) {
    return epochs.stream().mapToDouble(value).toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
