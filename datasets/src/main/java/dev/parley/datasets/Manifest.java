package dev.parley.datasets;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one table of the files that come from elsewhere: what they are, where they are, and under
 * which licence.
 */
public final class Manifest {

  /**
   * One file.
   *
   * @param name of the file
   * @param urls where it can be had, in the order in which they are tried
   * @param bytes its exact length
   * @param sha256 its hash, in lower-case hexadecimal digits
   * @param licence under which its authors give it
   * @param source who made it, and the work to cite
   */
  public record Entry(
      String name, List<URI> urls, long bytes, String sha256, String licence, String source) {

    /** Copies {@code urls}. */
    public Entry {
      urls = List.copyOf(urls);
    }
  }

  static final Entry DIGITS =
      new Entry(
          "digits.csv.gz",
          List.of(
              URI.create(
                  "https://archive.ics.uci.edu/dataset/80/"
                      + "optical+recognition+of+handwritten+digits")),
          57_523,
          "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
          "CC BY 4.0",
          "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine"
              + " Learning Repository, 1998, doi:10.24432/C50P49: the test set, as packed in"
              + " scikit-learn 1.5.2");

  static final List<Entry> MNIST =
      List.of(
          mnist(
              "train-images-idx3-ubyte.gz",
              9_912_422,
              "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
          mnist(
              "train-labels-idx1-ubyte.gz",
              28_881,
              "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
          mnist(
              "t10k-images-idx3-ubyte.gz",
              1_648_877,
              "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
          mnist(
              "t10k-labels-idx1-ubyte.gz",
              4_542,
              "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

  private Manifest() {}

  /** Every file, the embedded one first. For that one {@code urls} is the page of its source. */
  public static List<Entry> files() {
    return Stream.concat(Stream.of(DIGITS), MNIST.stream()).toList();
  }

  private static Entry mnist(String name, long bytes, String sha256) {
    return new Entry(
        name,
        Stream.of(
                "https://storage.googleapis.com/cvdf-datasets/mnist/",
                "https://ossci-datasets.s3.amazonaws.com/mnist/")
            .map(mirror -> URI.create(mirror + name))
            .toList(),
        bytes,
        sha256,
        "CC BY-SA 3.0",
        "Y. LeCun, C. Cortes and C. J. C. Burges, The MNIST database of handwritten digits; Y."
            + " LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to"
            + " document recognition, Proceedings of the IEEE 86(11), 1998");
  }
}
