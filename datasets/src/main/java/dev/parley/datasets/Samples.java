package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.SettingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Labelled grey images as plain arrays. A signal is an image of height 1.
 *
 * <p>For speed {@link #pixels()} and {@link #ofClass(int)} hand out the arrays themselves; whoever
 * writes to them breaks the promises made here. Everything else is immutable, and samples may be
 * shared between threads.
 */
public final class Samples {

  private final String name;
  private final int width;
  private final int height;
  private final float[] pixels;
  private final int[] labels;
  private final int[][] byClass;
  private volatile @Nullable String sha256;

  /**
   * Two parts of one whole, without a sample in common.
   *
   * @param train to learn from
   * @param evaluation held out; the same object as {@code train} if nothing was held out
   */
  public record Split(Samples train, Samples evaluation) {}

  private Samples(String name, int width, int height, int classes, float[] pixels, int[] labels) {
    this.name = name;
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    this.labels = labels;
    this.byClass = byClass(labels, classes);
  }

  /**
   * Checked samples of these numbers.
   *
   * @param name for tables and messages; not blank
   * @param width of every image, 1 or more
   * @param height of every image, 1 or more
   * @param classes how many classes there are, each with at least one sample
   * @param pixels {@code [count, width * height]} row-major, each in [0, 1]; handed over, not
   *     copied
   * @param labels {@code [count]}, each in 0 to {@code classes - 1}; copied
   * @throws DataException if any of this does not hold
   */
  public static Samples of(
      String name, int width, int height, int classes, float[] pixels, int[] labels) {
    int[] own = labels.clone();
    SampleChecks.dimensions(name, width, height, classes);
    SampleChecks.lengths(name, width, height, pixels.length, own.length);
    SampleChecks.labels(name, classes, own);
    SampleChecks.pixels(name, width * height, pixels);
    Samples samples = new Samples(name, width, height, classes, pixels, own);
    SampleChecks.everyClass(samples);
    return samples;
  }

  /**
   * The name given to the data set, followed by the name of the part where this is one side of a
   * split.
   */
  public String name() {
    return name;
  }

  /** How many samples there are, 1 or more. */
  public int count() {
    return labels.length;
  }

  /** Pixels in a row of an image. */
  public int width() {
    return width;
  }

  /** Rows of an image; 1 for a signal. */
  public int height() {
    return height;
  }

  /** Pixels of an image: {@code width * height}. */
  public int size() {
    return width * height;
  }

  /** How many classes there are. Labels are 0 to {@code classes - 1}. */
  public int classes() {
    return byClass.length;
  }

  /**
   * The class of sample {@code i}.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in 0 to {@code count - 1}
   */
  public int label(int i) {
    return labels[Objects.checkIndex(i, labels.length)];
  }

  /**
   * All pixels, {@code [count, size]} row-major, in [0, 1]. This is not a copy: do not write to it.
   */
  public float[] pixels() {
    return pixels;
  }

  /**
   * Copies the {@code size} pixels of sample {@code i} to {@code into}, from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if there is no such sample or no such room
   */
  public void copyImage(int i, float[] into, int offset) {
    int size = size();
    System.arraycopy(pixels, Objects.checkIndex(i, labels.length) * size, into, offset, size);
  }

  /**
   * Indices of the samples of a class, ascending. This is not a copy: do not write to it. Empty
   * only where {@link #select} has left out the whole class.
   *
   * @throws IndexOutOfBoundsException if {@code label} is not in 0 to {@code classes - 1}
   */
  public int[] ofClass(int label) {
    return byClass[Objects.checkIndex(label, byClass.length)];
  }

  /**
   * SHA-256 of the content, in lower-case hexadecimal digits: equal data have equal hashes wherever
   * they came from. The name takes no part.
   *
   * <p>What is hashed, all big-endian: count, width, height and classes as 32-bit integers; the
   * labels as 32-bit integers; the pixels as IEEE 754 single precision, in the order of {@link
   * #pixels()}, negative zero as zero.
   *
   * <p>It is computed at the first call.
   */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = ContentHash.of(this);
      sha256 = known;
    }
    return known;
  }

  /**
   * A copy of the samples at these indices, in this order; an index may come twice. The classes
   * stay as they are, so that one of them may become empty.
   *
   * @throws IndexOutOfBoundsException if an index is not in 0 to {@code count - 1}
   * @throws DataException if there are no indices
   */
  public Samples select(int[] indices) {
    return select(name, indices);
  }

  Samples select(String newName, int[] indices) {
    int size = size();
    SampleChecks.size(newName, indices.length, size);
    float[] chosen = new float[indices.length * size];
    int[] chosenLabels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      copyImage(indices[i], chosen, i * size);
      chosenLabels[i] = labels[indices[i]];
    }
    return new Samples(newName, width, height, classes(), chosen, chosenLabels);
  }

  /**
   * Holds out a share of every class, drawn without replacement. Both sides keep the samples in
   * their order here, so that a split depends on nothing but which samples are drawn. Numbers are
   * taken from {@link RandomGenerator#nextLong()} alone.
   *
   * @param holdout share of each class for evaluation, 0 to 0.9, rounded to whole samples. 0 draws
   *     nothing and gives these samples as both sides
   * @throws SettingException if {@code holdout} is out of range
   * @throws DataException if a class would have no sample on one of the sides
   */
  public Split split(double holdout, RandomGenerator random) {
    return StratifiedSplit.of(this, holdout, random);
  }

  /** One line: name, count, dimensions and classes. */
  @Override
  public String toString() {
    return name
        + ": "
        + count()
        + " samples of "
        + width
        + "x"
        + height
        + ", "
        + classes()
        + " classes";
  }

  private static int[][] byClass(int[] labels, int classes) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    int[][] indices = new int[classes][];
    Arrays.setAll(indices, c -> new int[counts[c]]);
    int[] next = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      indices[labels[i]][next[labels[i]]++] = i;
    }
    return indices;
  }
}
