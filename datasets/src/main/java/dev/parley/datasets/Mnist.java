package dev.parley.datasets;

import static java.util.stream.Collectors.joining;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Handwritten digits of 28x28 pixels, ten classes, in the IDX files of MNIST: 60,000 to train,
 * 10,000 to test. Other data of the same format and file names, such as Fashion-MNIST or an
 * excerpt, are read just as well if every class is in it.
 *
 * <p>A folder holds {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, or {@code
 * t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, or both pairs. A name may end in
 * {@code .gz}, and may have a dot before {@code idx}; plain files come before packed ones. A pixel
 * is a byte divided by 255.
 *
 * <p>Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to
 * document recognition, Proceedings of the IEEE 86(11), 1998; CC BY-SA 3.0. {@link Manifest} has
 * the details.
 *
 * @param folder that holds the files
 * @param part which of them are read
 */
public record Mnist(Path folder, Part part) implements Dataset {

  /** Which files of the folder are read. */
  public enum Part {
    /** Every pair there is: the training images, then the test images. */
    ALL,
    /** The training images. */
    TRAIN,
    /** The test images. */
    TEST
  }

  /**
   * All images in a folder.
   *
   * @throws DataException if the file system cannot have a path of that name
   */
  public static Mnist at(String folder) {
    try {
      return at(Path.of(folder));
    } catch (InvalidPathException e) {
      throw new DataException(
          Problem.with("folder").got(folder).allowed("a path").hint(e.getReason()), e);
    }
  }

  /** All images in a folder. */
  public static Mnist at(Path folder) {
    return new Mnist(folder, Part.ALL);
  }

  /**
   * All images, in the user's cache: {@code $XDG_CACHE_HOME/parley/mnist}, else {@code
   * ~/.cache/parley/mnist}. Files that are not there yet, or are damaged, are downloaded: 11 MiB.
   *
   * @throws DataException if a file cannot be had or written, or the thread is interrupted
   */
  public static Mnist download() {
    return download(
        CacheFolder.of(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"))
            .resolve("mnist"));
  }

  /**
   * All images, in this folder, which is made if need be. Files that are not there yet, or are
   * damaged, are downloaded: 11 MiB.
   *
   * @throws DataException if a file cannot be had or written, or the thread is interrupted
   */
  public static Mnist download(Path cache) {
    return download(Manifest.MNIST, new Downloader(), cache);
  }

  static Mnist download(List<Manifest.Entry> entries, Downloader downloader, Path cache) {
    entries.forEach(entry -> downloader.fetch(entry, cache));
    return at(cache);
  }

  /** The training images alone. */
  public Mnist train() {
    return new Mnist(folder, Part.TRAIN);
  }

  /** The test images alone. */
  public Mnist test() {
    return new Mnist(folder, Part.TEST);
  }

  @Override
  public String name() {
    return switch (part) {
      case ALL -> "mnist";
      case TRAIN -> "mnist-train";
      case TEST -> "mnist-test";
    };
  }

  @Override
  public Samples load() {
    List<IdxPair> pairs =
        stems().stream().map(stem -> IdxPair.in(folder, stem)).flatMap(Optional::stream).toList();
    if (pairs.isEmpty()) {
      throw new DataException(
          Problem.with(name())
              .got(Files.isDirectory(folder) ? "none of its files" : "no such folder")
              .allowed(
                  stems().stream()
                      .map(stem -> stem + "-images-idx3-ubyte and " + stem + "-labels-idx1-ubyte")
                      .collect(joining(", or "))
                      .concat(", plain or .gz"))
              .fact("folder", folder.toAbsolutePath().toString())
              .hint("Mnist.download() fetches them"));
    }
    return IdxPair.join(name(), pairs);
  }

  /** How the names of the files begin. */
  private List<String> stems() {
    return switch (part) {
      case ALL -> List.of("train", "t10k");
      case TRAIN -> List.of("train");
      case TEST -> List.of("t10k");
    };
  }

  @Override
  public String toString() {
    String at = "Mnist.at(" + JavaLiteral.of(folder.toString()) + ")";
    return switch (part) {
      case ALL -> at;
      case TRAIN -> at + ".train()";
      case TEST -> at + ".test()";
    };
  }
}
