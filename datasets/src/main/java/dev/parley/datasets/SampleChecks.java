package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.Problem;

/** What must hold of the numbers that become {@link Samples}. */
final class SampleChecks {

  /** The longest array that every JVM can make. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private SampleChecks() {}

  static void dimensions(String name, int width, int height, int classes) {
    if (name.isBlank()) {
      throw new DataException(Problem.with("name").got("'" + name + "'").allowed("not blank"));
    }
    atLeastOne(name, "width", width);
    atLeastOne(name, "height", height);
    atLeastOne(name, "classes", classes);
    if ((long) width * height > LONGEST) {
      throw new DataException(
          Problem.with(name)
              .got("images of " + width + "x" + height)
              .allowed("at most " + LONGEST + " pixels"));
    }
  }

  static void lengths(String name, int width, int height, int pixels, int labels) {
    size(name, labels, width * height);
    long expected = (long) labels * width * height;
    if (pixels != expected) {
      throw new DataException(
          Problem.with(name)
              .got(pixels + " pixels")
              .allowed(expected + " (" + labels + " labels, " + width + "x" + height + ")")
              .hint("pixels are one flat array, image after image, row after row"));
    }
  }

  static void size(String name, int count, int size) {
    if (count < 1 || (long) count * size > LONGEST) {
      throw new DataException(
          Problem.with(name)
              .got(count + " samples of " + size + " pixels")
              .allowed("at least 1 sample, at most " + LONGEST + " pixels in all"));
    }
  }

  static void labels(String name, int classes, int[] labels) {
    if (classes > labels.length) {
      throw new DataException(
          Problem.with(name)
              .got(classes + " classes")
              .allowed("at most " + labels.length + ", as many as there are samples"));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new DataException(
            Problem.with(name)
                .got("label " + labels[i])
                .allowed("0 to " + (classes - 1))
                .fact("sample", String.valueOf(i)));
      }
    }
  }

  static void pixels(String name, int size, float[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
        throw new DataException(
            Problem.with(name)
                .got("pixel " + pixels[i])
                .allowed("0 to 1")
                .fact("sample", String.valueOf(i / size))
                .hint("divide by the largest value that a pixel can have"));
      }
    }
  }

  static void everyClass(Samples samples) {
    for (int label = 0; label < samples.classes(); label++) {
      if (samples.ofClass(label).length == 0) {
        throw new DataException(
            Problem.with(samples.name())
                .got("no sample of class " + label)
                .allowed("at least 1 of each of the " + samples.classes() + " classes"));
      }
    }
  }

  private static void atLeastOne(String name, String what, int value) {
    if (value < 1) {
      throw new DataException(Problem.with(name).got(what + " " + value).allowed("1 or more"));
    }
  }
}
