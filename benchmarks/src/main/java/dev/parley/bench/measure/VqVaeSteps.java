package dev.parley.bench.measure;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.random.Streams;
import dev.parley.vq.Quantiser;
import dev.parley.vq.VqVae;
import java.util.stream.IntStream;

/** A VQ-VAE of 784-512-64-512-784 with 32 codes that learn by gradient, and images to train on. */
public final class VqVaeSteps implements AutoCloseable {

  /** Training steps an epoch. */
  public static final int STEPS = 20;

  static final int PIXELS = 784;
  static final int HIDDEN = 512;
  static final int LATENT = 64;
  static final int CODES = 32;
  static final double RATE = 1e-3;
  static final long SEED = 1;

  private static final int CLASSES = 10;

  private final VqVae model;
  private final Samples images;

  /** A model that trains on so many images a step. */
  public VqVaeSteps(int batch) {
    model = model(batch, Quantiser.gradient());
    images = images(batch);
  }

  static VqVae model(int batch, Quantiser quantiser) {
    VqVae.Size size = new VqVae.Size(PIXELS, HIDDEN, LATENT, CODES, batch);
    return new VqVae(size, quantiser, Streams.of(SEED));
  }

  /** Images for {@link #STEPS} batches. */
  static Samples images(int batch) {
    int count = STEPS * batch;
    Samples all = Signals.of(CLASSES, PIXELS).perClass((count + CLASSES - 1) / CLASSES).load();
    return all.select(IntStream.range(0, count).toArray());
  }

  /** One pass over the images. */
  public double epoch() {
    return model.train(images, RATE).reconstruction();
  }

  /**
   * Multiply-adds of the matrix products of one step times two: forward, gradients of all weights,
   * gradients of all inputs but the images.
   */
  public static double flops(int batch) {
    double encoder = (double) PIXELS * HIDDEN + (double) HIDDEN * LATENT;
    double products = 3 * 2 * encoder - (double) PIXELS * HIDDEN + (double) LATENT * CODES;
    return 2 * products * batch;
  }

  @Override
  public void close() {
    model.close();
  }
}
