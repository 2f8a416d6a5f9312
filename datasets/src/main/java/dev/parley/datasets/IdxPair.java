package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images of an MNIST folder with their labels: as many of the one as of the other. */
final class IdxPair {

  static final int CLASSES = 10;

  private static final float WHITE = 255;

  private final Idx images;
  private final Idx labels;

  private IdxPair(Idx images, Idx labels) {
    this.images = images;
    this.labels = labels;
    if (images.count() != labels.count()) {
      throw new DataException(
          Idx.problem(labels.file())
              .got(labels.count() + " labels")
              .allowed(images.count() + ", one for each image of " + images.file().getFileName())
              .hint("the two files belong to different data sets"));
    }
  }

  /**
   * The pair whose file names begin with {@code stem}, {@code train} or {@code t10k}, if there is
   * any file of it.
   *
   * @throws DataException if one of the two is missing, or a file is not what its name says
   */
  static Optional<IdxPair> in(Path folder, String stem) {
    List<String> imageNames = names(stem + "-images", "idx3-ubyte");
    List<String> labelNames = names(stem + "-labels", "idx1-ubyte");
    Optional<Path> images = first(folder, imageNames);
    Optional<Path> labels = first(folder, labelNames);
    if (images.isEmpty() && labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IdxPair(
            Idx.images(images.orElseThrow(() -> half(folder, imageNames, labels))),
            Idx.labels(labels.orElseThrow(() -> half(folder, labelNames, images)), CLASSES)));
  }

  /** The images and labels of all pairs, one pair after the other; pixels divided by 255. */
  static Samples join(String name, List<IdxPair> pairs) {
    Idx first = pairs.get(0).images;
    long count = 0;
    for (IdxPair pair : pairs) {
      pair.checkSize(first);
      count += pair.images.count();
    }
    int size = first.rows() * first.columns();
    SampleChecks.size(name, Math.toIntExact(count), size);
    float[] pixels = new float[(int) count * size];
    int[] labels = new int[(int) count];
    int pixel = 0;
    int label = 0;
    for (IdxPair pair : pairs) {
      for (int i = 0; i < pair.images.length(); i++) {
        pixels[pixel++] = pair.images.value(i) / WHITE;
      }
      for (int i = 0; i < pair.labels.length(); i++) {
        labels[label++] = pair.labels.value(i);
      }
    }
    return Samples.of(name, first.columns(), first.rows(), CLASSES, pixels, labels);
  }

  private void checkSize(Idx first) {
    if (images.rows() != first.rows() || images.columns() != first.columns()) {
      throw new DataException(
          Idx.problem(images.file())
              .got("images of " + images.columns() + "x" + images.rows())
              .allowed(
                  first.columns() + "x" + first.rows() + " as in " + first.file().getFileName())
              .hint("the files belong to different data sets; load them one by one"));
    }
  }

  /** Plain before packed, and the usual spelling before the other one. */
  private static List<String> names(String stem, String kind) {
    String usual = stem + "-" + kind;
    String other = stem + "." + kind;
    return List.of(usual, other, usual + ".gz", other + ".gz");
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  private static DataException half(Path folder, List<String> missing, Optional<Path> there) {
    return new DataException(
        Problem.with(missing.get(0))
            .got("no such file")
            .allowed("one of " + String.join(", ", missing))
            .fact("folder", folder.toString())
            .hint("it goes with " + there.map(Path::getFileName).orElse(folder)));
  }
}
