package dev.parley.vq;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The code vectors {@code [codes, latent]} of one model while it trains, and what moves them. */
final class Codebook {

  private final Quantiser quantiser;
  private final int codes;
  private final int batch;
  private final RandomStream restarts;
  private final float[] vectors;
  private final @Nullable Tensor parameter;
  private @Nullable Tensor tensor;
  private @Nullable RunningCodes running;

  /** Codes drawn uniformly from ±1/codes; they are a parameter if the gradient moves them. */
  Codebook(VqVae.Size size, Quantiser quantiser, Parameters parameters, Streams streams) {
    this.quantiser = quantiser;
    this.codes = size.codes();
    this.batch = size.batch();
    this.restarts = streams.stream("restarts");
    this.vectors =
        Initial.uniform(codes * size.latent(), 1.0 / codes, streams.stream("codebook-init"));
    this.parameter =
        quantiser.update() == Quantiser.Update.GRADIENT
            ? parameters.add(codes, size.latent(), vectors)
            : null;
  }

  boolean learnsByGradient() {
    return parameter != null;
  }

  /** The codes as a tensor of the graph that trains. */
  Tensor on(Graph graph) {
    tensor = parameter != null ? parameter : graph.input(codes, vectors.length / codes);
    return tensor;
  }

  /** Puts the codes at these latents {@code [codes, latent]}. */
  void startAt(float[] latents) {
    System.arraycopy(latents, 0, vectors, 0, vectors.length);
    write();
  }

  /**
   * Moves the codes after a training step.
   *
   * @param latents [batch, latent] of the step
   * @param nearest what they were quantised to
   * @return how many dead codes were restarted
   */
  int learn(Tensor latents, Indices nearest, float[] buffer) {
    if (parameter != null && quantiser.restart() == 0) {
      return 0;
    }
    latents.read(buffer);
    if (parameter != null) {
      parameter.read(vectors);
    }
    if (running == null) {
      running = new RunningCodes(vectors, codes, quantiser.decay(), batch);
    }
    running.observe(buffer, nearest, batch);
    if (parameter == null) {
      running.means(vectors);
    }
    float least = (float) (quantiser.restart() * batch / codes);
    int moved = running.restart(least, buffer, batch, vectors, restarts);
    if (parameter == null || moved > 0) {
      write();
    }
    return moved;
  }

  /** Saves or restores the codes, unless they are a parameter, and what moves them. */
  void keep(State state) {
    state.stream("restarts", restarts);
    if (parameter == null) {
      float[] kept = state.floats("vectors", vectors, codes, vectors.length / codes);
      if (state.restoring()) {
        startAt(kept);
      }
    }
    boolean moved = state.flag("moved", running != null);
    if (state.restoring()) {
      running = moved ? new RunningCodes(vectors, codes, quantiser.decay(), batch) : null;
    }
    if (running != null) {
      running.keep(state);
    }
  }

  /** The code vectors as they are now, row-major, in a new array. */
  float[] vectors() {
    return parameter != null ? parameter.toArray() : vectors.clone();
  }

  private void write() {
    if (tensor != null) {
      tensor.write(vectors);
    }
  }
}
