package dev.parley.bench.measure;

import dev.parley.bench.measure.Export.Part;
import dev.parley.datasets.Samples;
import dev.parley.nn.Initial;
import dev.parley.nn.Mlp;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Parameters;
import dev.parley.vq.Quantiser;
import dev.parley.vq.VqVae;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first steps of a model as {@link VqVaeSteps} has it, written down so that another program can
 * take them again: initial parameters, the images of every step [steps, batch, pixels], and the
 * losses [steps, reconstruction and commitment].
 */
public final class VqVaeExport {

  private static final int LOSSES = 2;

  private VqVaeExport() {}

  /** Takes the steps and writes the folder; the codes learn by gradient. */
  public static void write(Export export, int batch, Quantiser quantiser) throws IOException {
    export.floats("parameters.f32", initial());
    Samples images = VqVaeSteps.images(batch);
    export.floats("images.f32", images.pixels());
    double[] losses = new double[VqVaeSteps.STEPS * LOSSES];
    try (VqVae model = VqVaeSteps.model(batch, quantiser)) {
      for (int step = 0; step < VqVaeSteps.STEPS; step++) {
        int[] shown = IntStream.range(step * batch, (step + 1) * batch).toArray();
        VqVae.Epoch epoch = model.train(images.select(shown), VqVaeSteps.RATE);
        losses[step * LOSSES] = epoch.reconstruction();
        losses[step * LOSSES + 1] = epoch.commitment();
      }
    }
    export.doubles("log.f64", losses);
    export.layout(layout(batch, quantiser));
  }

  private static Map<String, Object> layout(int batch, Quantiser quantiser) {
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("batch", batch);
    layout.put("steps", VqVaeSteps.STEPS);
    layout.put("pixels", VqVaeSteps.PIXELS);
    layout.put("hidden", VqVaeSteps.HIDDEN);
    layout.put("latent", VqVaeSteps.LATENT);
    layout.put("codes", VqVaeSteps.CODES);
    layout.put("commitment", quantiser.commitment());
    layout.put("straight_through", quantiser.straightThrough());
    layout.put("learning_rate", VqVaeSteps.RATE);
    List<Part> parts = new ArrayList<>();
    Export.perceptron(parts, "encoder", VqVaeSteps.PIXELS, VqVaeSteps.HIDDEN, VqVaeSteps.LATENT);
    Export.perceptron(parts, "decoder", VqVaeSteps.LATENT, VqVaeSteps.HIDDEN, VqVaeSteps.PIXELS);
    parts.add(new Part("codebook", VqVaeSteps.CODES, VqVaeSteps.LATENT));
    layout.put("parameters", parts);
    return layout;
  }

  /** What {@link VqVae} starts from: the same draws from the same streams. */
  private static float[] initial() {
    Streams streams = Streams.of(VqVaeSteps.SEED);
    RandomStream weights = streams.stream("weights");
    int hidden = VqVaeSteps.HIDDEN;
    int length = VqVaeSteps.CODES * VqVaeSteps.LATENT;
    RandomStream codes = streams.stream("codebook-init");
    try (Parameters parameters = new Parameters()) {
      new Mlp(parameters, VqVaeSteps.PIXELS, hidden, VqVaeSteps.LATENT, weights);
      new Mlp(
          parameters, VqVaeSteps.LATENT, hidden, VqVaeSteps.PIXELS, Activation.SIGMOID, weights);
      parameters.add(
          VqVaeSteps.CODES,
          VqVaeSteps.LATENT,
          Initial.uniform(length, 1.0 / VqVaeSteps.CODES, codes));
      return parameters.toArray();
    }
  }
}
