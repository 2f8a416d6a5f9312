package dev.parley.train;

import dev.parley.datasets.Samples;
import dev.parley.report.ImageGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What agents see, as images. */
final class RunImages {

  private static final int EACH_LABEL = 3;
  private static final int MOST_COLUMNS = 10;
  private static final int FEW_CODES = 64;
  private static final int MANY_COLUMNS = 16;

  private final Run run;

  RunImages(Run run) {
    this.run = run;
  }

  /** One column a label; below each image what it is for each pair of eyes. */
  ImageGrid reconstructions() {
    List<Perceived> seen = run.outcome().perceived();
    if (seen.isEmpty()) {
      return new ImageGrid("Reconstructions: there is no codebook", 1, 1);
    }
    Samples samples = seen.get(0).samples();
    List<Integer> labels = labels(samples);
    String errors =
        seen.stream()
            .map(s -> String.format(Locale.ROOT, "%s %.4f", s.name(), s.error()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    ImageGrid grid =
        new ImageGrid(
            "Reconstructions; mean squared error of " + samples.count() + " images: " + errors,
            samples.width(),
            samples.height());
    grid.columns(labels.stream().map(label -> "label " + label).toList());
    for (int i = 0; i < EACH_LABEL; i++) {
      int which = i;
      List<Integer> shown = labels.stream().map(label -> nth(samples, label, which)).toList();
      if (shown.stream().anyMatch(sample -> sample >= 0)) {
        rows(grid, seen, shown);
      }
    }
    return grid;
  }

  private static void rows(ImageGrid grid, List<Perceived> seen, List<Integer> shown) {
    float[] blank = {};
    Perceived first = seen.get(0);
    grid.row("image", shown.stream().map(s -> s < 0 ? blank : first.image(s)).toList(), List.of());
    for (Perceived eyes : seen) {
      grid.row(
          eyes.name(),
          shown.stream().map(s -> s < 0 ? blank : eyes.prototype(eyes.code(s))).toList(),
          shown.stream().map(s -> s < 0 ? "" : "code " + eyes.code(s)).toList());
    }
  }

  /** Labels that samples have, at even distances if they are many. */
  private static List<Integer> labels(Samples samples) {
    List<Integer> all =
        IntStream.range(0, samples.classes())
            .filter(label -> samples.ofClass(label).length > 0)
            .boxed()
            .toList();
    int n = Math.min(MOST_COLUMNS, all.size());
    return IntStream.range(0, n).mapToObj(i -> all.get(i * all.size() / n)).toList();
  }

  /** A sample of that label, -1 if there are not so many. */
  private static int nth(Samples samples, int label, int n) {
    int[] own = samples.ofClass(label);
    return n < own.length ? own[n] : -1;
  }

  /** What each code decodes to, with the number of evaluation samples that it quantises. */
  ImageGrid prototypes() {
    List<Perceived> seen = run.outcome().perceived();
    if (seen.isEmpty()) {
      return new ImageGrid("Code prototypes: there is no codebook", 1, 1);
    }
    Samples samples = seen.get(0).samples();
    ImageGrid grid =
        new ImageGrid(
            "What each code decodes to: code (evaluation images that it quantises)",
            samples.width(),
            samples.height());
    for (Perceived eyes : seen) {
      int columns = eyes.codes() <= FEW_CODES ? MOST_COLUMNS : MANY_COLUMNS;
      for (int from = 0; from < eyes.codes(); from += columns) {
        int to = Math.min(eyes.codes(), from + columns);
        String head = seen.size() > 1 && from == 0 ? "codes of " + eyes.name() : "";
        row(grid, head, eyes, from, to);
      }
    }
    return grid;
  }

  private void row(ImageGrid grid, String head, Perceived eyes, int from, int to) {
    long[] use = run.outcome().codeUse().getOrDefault(eyes.name(), new long[eyes.codes()]);
    List<float[]> images = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    for (int code = from; code < to; code++) {
      images.add(eyes.prototype(code));
      captions.add(code + " (" + use[code] + ")");
    }
    grid.row(head, images, captions);
  }
}
