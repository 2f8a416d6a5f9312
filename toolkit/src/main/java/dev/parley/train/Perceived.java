package dev.parley.train;

import dev.parley.datasets.Samples;
import dev.parley.error.Problem;
import dev.parley.error.ShapeException;
import java.util.Arrays;

/**
 * What the eyes of one or more agents made of some evaluation samples when a run was over, as plain
 * numbers: what is shown of it later needs no net. An image has one code, so that its
 * reconstruction is the image that its code decodes to.
 */
public final class Perceived {

  /** Samples that are kept at most. */
  public static final int MOST = 300;

  private final String name;
  private final Samples samples;
  private final int latent;
  private final float[] codes;
  private final float[] latents;
  private final int[] chosen;
  private final float[] prototypes;

  /**
   * Keeps the arrays themselves.
   *
   * @param name of the agents whose eyes these are
   * @param samples what was shown to them
   * @param latent dimensions of the code vectors
   * @param codes the code vectors, {@code [codes, latent]} row-major
   * @param latents of the samples before quantisation, {@code [samples, latent]}
   * @param chosen the code of each sample
   * @param prototypes what each code decodes to, {@code [codes, pixels]}
   * @throws ShapeException if these sizes do not fit each other
   */
  public Perceived(
      String name,
      Samples samples,
      int latent,
      float[] codes,
      float[] latents,
      int[] chosen,
      float[] prototypes) {
    require("codes", codes.length % latent, 0);
    require("latents", latents.length, samples.count() * latent);
    require("codes of samples", chosen.length, samples.count());
    require("prototypes", prototypes.length, codes.length / latent * samples.size());
    this.name = name;
    this.samples = samples;
    this.latent = latent;
    this.codes = codes;
    this.latents = latents;
    this.chosen = chosen;
    this.prototypes = prototypes;
  }

  private static void require(String what, int length, int wanted) {
    if (length != wanted) {
      throw new ShapeException(
          Problem.with(what).got(length + " numbers").allowed(wanted + " numbers"));
    }
  }

  /**
   * The samples to keep of all: the first and others at even distances, {@link #MOST} at most.
   * Which they are depends on their number alone.
   */
  public static Samples some(Samples all) {
    int n = Math.min(MOST, all.count());
    int[] rows = new int[n];
    Arrays.setAll(rows, i -> (int) ((long) i * all.count() / n));
    return n == all.count() ? all : all.select(rows);
  }

  String name() {
    return name;
  }

  Samples samples() {
    return samples;
  }

  int codes() {
    return codes.length / latent;
  }

  int code(int sample) {
    return chosen[sample];
  }

  double[] codeVector(int code) {
    return row(codes, code);
  }

  double[] latentVector(int sample) {
    return row(latents, sample);
  }

  private double[] row(float[] matrix, int row) {
    double[] vector = new double[latent];
    Arrays.setAll(vector, j -> matrix[row * latent + j]);
    return vector;
  }

  float[] image(int sample) {
    float[] image = new float[samples.size()];
    samples.copyImage(sample, image, 0);
    return image;
  }

  float[] prototype(int code) {
    return Arrays.copyOfRange(prototypes, code * samples.size(), (code + 1) * samples.size());
  }

  /** The mean over samples and pixels of (reconstruction - image)². */
  double error() {
    double sum = 0;
    for (int i = 0; i < samples.count(); i++) {
      for (int j = 0; j < samples.size(); j++) {
        double difference =
            prototypes[chosen[i] * samples.size() + j] - samples.pixels()[i * samples.size() + j];
        sum += difference * difference;
      }
    }
    return sum / samples.count() / samples.size();
  }
}
