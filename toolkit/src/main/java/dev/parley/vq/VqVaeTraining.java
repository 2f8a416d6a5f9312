package dev.parley.vq;

import dev.parley.datasets.Samples;
import dev.parley.nn.Adam;
import dev.parley.nn.Losses;
import dev.parley.nn.Mlp;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Codes;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;

/**
 * The training step of a VQ-VAE. The loss is mean (y - x)² + β mean (z - sg[e])², and for {@link
 * Quantiser.Update#GRADIENT} + mean (sg[z] - e)²; each mean is over batch and places.
 */
final class VqVaeTraining implements AutoCloseable {

  private final VqVae.Size size;
  private final Codebook codebook;
  private final Adam adam;
  private final Graph graph = new Graph();
  private final Tensor images;
  private final Tensor latents;
  private final Indices nearest;
  private final Tensor reconstruction;
  private final Tensor commitment;
  private final Program step;
  private final RandomStream order;
  private final float[] buffer;
  private final CodeUsage usage;

  VqVaeTraining(
      VqVae.Size size,
      Quantiser quantiser,
      Parameters parameters,
      Mlp encoder,
      Mlp decoder,
      Codebook codebook,
      Streams streams) {
    this.size = size;
    this.codebook = codebook;
    this.order = streams.stream("order");
    this.buffer = new float[size.batch() * size.latent()];
    this.usage = new CodeUsage(size.codes());
    Tensor codes = codebook.on(graph);
    images = graph.input(size.batch(), size.pixels());
    latents = encoder.apply(images);
    nearest = Codes.nearest(latents, codes);
    Tensor quantised = Lookup.rows(codes, nearest);
    Tensor passed =
        quantiser.straightThrough() ? Codes.straightThrough(latents, quantised) : quantised;
    reconstruction = Losses.meanSquaredError(decoder.apply(passed), images);
    commitment = Losses.meanSquaredError(latents, quantised.detach());
    Tensor weighted = Elementwise.scale(commitment, (float) quantiser.commitment());
    Tensor loss = Elementwise.add(reconstruction, weighted);
    if (codebook.learnsByGradient()) {
      loss = Elementwise.add(loss, Losses.meanSquaredError(quantised, latents.detach()));
    }
    step = graph.backwardFromZero(loss);
    adam = new Adam(parameters, Double.POSITIVE_INFINITY);
  }

  VqVae.Epoch epoch(Samples samples, double learningRate) {
    int[] shuffled = order.permutation(samples.count());
    int steps = samples.count() / size.batch();
    double error = 0;
    double distance = 0;
    int restarted = 0;
    usage.clear();
    for (int i = 0; i < steps; i++) {
      load(samples, shuffled, i * size.batch());
      step.run();
      adam.step(learningRate);
      restarted += codebook.learn(latents, nearest, buffer);
      error += reconstruction.item();
      distance += commitment.item();
      for (int row = 0; row < size.batch(); row++) {
        usage.add(nearest.get(row));
      }
    }
    return new VqVae.Epoch(
        error / steps, distance / steps, usage.used(), usage.perplexity(), restarted);
  }

  void keep(State state) {
    state.stream("order", order);
    adam.keep(state);
  }

  private void load(Samples samples, int[] shuffled, int from) {
    for (int row = 0; row < size.batch(); row++) {
      images.writeRow(row, samples.pixels(), shuffled[from + row] * size.pixels());
    }
  }

  @Override
  public void close() {
    adam.close();
    graph.close();
  }
}
