package dev.parley.vq;

import dev.parley.datasets.Samples;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.error.ShapeException;
import dev.parley.nn.Mlp;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Codes;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;

/**
 * A vector-quantised auto-encoder (van den Oord et al., 2017) of images as flat vectors, with one
 * code an image: encoder pixels-hidden-latent, decoder latent-hidden-pixels, rectified hidden
 * units, sigmoid output.
 */
public final class VqVae implements AutoCloseable {

  /** Rows of the program that encodes; any number of images goes through it in turns. */
  private static final int ENCODED_AT_ONCE = 128;

  /**
   * The sizes of one model.
   *
   * @param pixels of an image
   * @param hidden units of encoder and decoder
   * @param latent dimensions of the code vectors
   * @param codes in the codebook
   * @param batch images a training step
   */
  public record Size(int pixels, int hidden, int latent, int codes, int batch) {

    /** Checks that each is 1 or more. */
    public Size {
      require("pixels", pixels);
      require("hidden", hidden);
      require("latent", latent);
      require("codes", codes);
      require("batch", batch);
    }

    private static void require(String name, int value) {
      if (value < 1) {
        throw new SettingException(Problem.with(name).got(value).allowed("1 or more"));
      }
    }
  }

  /**
   * What one pass over the training images gave.
   *
   * @param reconstruction the mean over images and pixels of (y - x)²
   * @param commitment the mean over images and dimensions of (z - e)²
   * @param codesUsed codes that quantised an image of this pass
   * @param perplexity exp of the entropy of their use
   * @param restarted dead codes that were moved
   */
  public record Epoch(
      double reconstruction, double commitment, int codesUsed, double perplexity, int restarted) {}

  private final Size size;
  private final Parameters parameters = new Parameters();
  private final Codebook codebook;
  private final Mlp decoder;
  private final VqVaeTraining training;
  private final Graph graph = new Graph();
  private final Tensor images;
  private final Tensor latents;
  private final Tensor codes;
  private final Indices nearest;
  private final Program encode;
  private final RandomStream start;
  private boolean started;

  /** An untrained model. */
  public VqVae(Size size, Quantiser quantiser, Streams streams) {
    this.size = size;
    this.start = streams.stream("codebook-start");
    RandomStream weights = streams.stream("weights");
    Mlp encoder = new Mlp(parameters, size.pixels, size.hidden, size.latent, weights);
    this.decoder =
        new Mlp(parameters, size.latent, size.hidden, size.pixels, Activation.SIGMOID, weights);
    this.codebook = new Codebook(size, quantiser, parameters, streams);
    this.training =
        new VqVaeTraining(size, quantiser, parameters, encoder, decoder, codebook, streams);
    this.images = graph.input(ENCODED_AT_ONCE, size.pixels);
    this.codes = graph.input(size.codes, size.latent);
    this.latents = encoder.apply(images);
    this.nearest = Codes.nearest(latents, codes);
    this.encode = graph.forward();
  }

  /**
   * One pass over the images in random order; a last incomplete batch is left out.
   *
   * @throws SettingException if there are fewer images than one batch has
   * @throws ShapeException if the images do not have the pixels of this model
   */
  public Epoch train(Samples samples, double learningRate) {
    requirePixels(samples);
    if (samples.count() < size.batch) {
      throw new SettingException(
          Problem.with("batch")
              .got(size.batch)
              .allowed("at most " + samples.count() + ", the number of images"));
    }
    if (!started) {
      started = true;
      startCodes(samples);
    }
    return training.epoch(samples, learningRate);
  }

  /**
   * Codes that are running means start at the latents of random images, in turn if there are too
   * few.
   */
  private void startCodes(Samples samples) {
    if (!codebook.learnsByGradient()) {
      int[] order = start.permutation(samples.count());
      int[] chosen = new int[size.codes];
      for (int code = 0; code < chosen.length; code++) {
        chosen[code] = order[code % order.length];
      }
      codebook.startAt(latents(samples.select(chosen)));
    }
  }

  /** The latents of all images before quantisation: {@code [count, latent]}, row-major. */
  public float[] latents(Samples samples) {
    float[] all = new float[samples.count() * size.latent];
    float[] part = new float[ENCODED_AT_ONCE * size.latent];
    encodeAll(
        samples,
        (from, rows) -> {
          latents.read(part);
          System.arraycopy(part, 0, all, from * size.latent, rows * size.latent);
        });
    return all;
  }

  /** The code of every image. */
  public int[] codes(Samples samples) {
    int[] all = new int[samples.count()];
    encodeAll(
        samples,
        (from, rows) -> {
          for (int row = 0; row < rows; row++) {
            all[from + row] = nearest.get(row);
          }
        });
    return all;
  }

  /** The code vectors: {@code [codes, latent]}, row-major. */
  public float[] codebook() {
    return codebook.vectors();
  }

  /**
   * The images that vectors stand for, such as those of {@link #codebook}.
   *
   * @param vectors {@code [count, latent]}, row-major
   * @return {@code [count, pixels]}, each from 0 to 1
   * @throws ShapeException if they are not whole vectors
   */
  public float[] decode(float[] vectors) {
    int count = vectors.length / size.latent;
    if (count * size.latent != vectors.length) {
      throw new ShapeException(
          Problem.with("vectors")
              .got(vectors.length + " numbers")
              .allowed("a multiple of " + size.latent + ", the dimensions of the code vectors"));
    }
    float[] decoded = new float[count * size.pixels];
    float[] part = new float[ENCODED_AT_ONCE * size.pixels];
    try (Graph own = new Graph()) {
      Tensor input = own.input(ENCODED_AT_ONCE, size.latent);
      Tensor output = decoder.apply(input);
      Program decode = own.forward();
      for (int from = 0; from < count; from += ENCODED_AT_ONCE) {
        int rows = Math.min(ENCODED_AT_ONCE, count - from);
        for (int row = 0; row < rows; row++) {
          input.writeRow(row, vectors, (from + row) * size.latent);
        }
        decode.run();
        output.read(part);
        System.arraycopy(part, 0, decoded, from * size.pixels, rows * size.pixels);
      }
    }
    return decoded;
  }

  /** Saves or restores everything that the next pass, and what was learned, depend on. */
  public void keep(State state) {
    started = state.flag("started", started);
    state.stream("start", start);
    training.keep(state);
    codebook.keep(state.part("codebook"));
  }

  private interface Part {

    void take(int from, int rows);
  }

  private void requirePixels(Samples samples) {
    if (samples.size() != size.pixels) {
      throw new ShapeException(
          Problem.with("images")
              .got(samples.size() + " pixels")
              .allowed(size.pixels + " pixels, as this model has inputs"));
    }
  }

  private void encodeAll(Samples samples, Part part) {
    requirePixels(samples);
    codes.write(codebook.vectors());
    float[] pixels = samples.pixels();
    for (int from = 0; from < samples.count(); from += ENCODED_AT_ONCE) {
      int rows = Math.min(ENCODED_AT_ONCE, samples.count() - from);
      for (int row = 0; row < rows; row++) {
        images.writeRow(row, pixels, (from + row) * size.pixels);
      }
      encode.run();
      part.take(from, rows);
    }
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    graph.close();
    training.close();
    parameters.close();
  }
}
