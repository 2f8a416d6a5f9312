package dev.parley.bench.measure;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.aim.AimExport;
import dev.parley.datasets.Dataset;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.train.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole published workload: the VQ-VAE's epochs over 10,000 images, then 10,000 rounds. */
final class Workload {

  private static final int CLASSES = 10;
  private static final int PER_CLASS = 1000;
  private static final int PIXELS = 784;
  private static final int ENCODER_BATCH = 64;
  private static final double SECOND = 1e9;

  private Workload() {}

  /** Synthetic images, or the test images of MNIST in a folder. */
  static Dataset images(String folder) {
    return folder.isEmpty()
        ? Signals.of(CLASSES, PIXELS).perClass(PER_CLASS)
        : Mnist.at(folder).test();
  }

  private static Aim plan(String folder) {
    return Aim.published().dataset(images(folder));
  }

  /** Seconds from the loaded images to the last round: all, the epochs, the rounds. */
  static Map<String, Object> run(String folder) {
    Aim plan = plan(folder);
    long start = System.nanoTime();
    long prepared;
    long end;
    try (Learner learner = plan.learner(AimGame.stage(plan))) {
      start = System.nanoTime();
      for (int step = 0; step < learner.preparations(); step++) {
        learner.prepare(step);
      }
      learner.begin();
      prepared = System.nanoTime();
      for (int round = 0; round < plan.setup().rounds(); round++) {
        learner.round(round);
      }
      end = System.nanoTime();
    }
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("total_s", (end - start) / SECOND);
    seconds.put("epochs_s", (prepared - start) / SECOND);
    seconds.put("rounds_s", (end - prepared) / SECOND);
    return seconds;
  }

  /** Writes the images, their labels and the plan's settings for the peer. */
  static void export(String folder, Path target) throws IOException {
    Aim plan = plan(folder);
    Samples samples = plan.setup().dataset().load();
    Export export = new Export(target);
    export.floats("images.f32", samples.pixels());
    export.labels(samples);
    Map<String, Object> layout = AimExport.settings(plan, samples.classes());
    layout.put("pixels", samples.size());
    layout.put("encoder_hidden", plan.encoderHidden());
    layout.put("encoder_batch", ENCODER_BATCH);
    layout.put("epochs", plan.pretrain());
    layout.put("rounds", plan.setup().rounds());
    export.layout(layout);
  }
}
