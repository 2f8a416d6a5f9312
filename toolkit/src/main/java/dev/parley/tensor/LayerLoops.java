package dev.parley.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a fully connected layer does beside its products, a few rows at a time: they are copied to
 * where they stay in the processor's nearest cache, and all that is to be done with them is done
 * there. Every loop has one index for all its arrays, which is what the JVM vectorises.
 */
final class LayerLoops {

  /** So many floats at a time, in whole rows. */
  private static final int STRETCH = 1024;

  /** A layer with as many results is cut in two. */
  private static final int CUT = 32 * 1024;

  /** The rows of a layer that are computed here, and what they are computed with. */
  private static final class Part {
    final Face face;
    final int columns;
    final int begin;
    final int end;

    /** The rows in turn. */
    final float[] rows;

    /** What belongs to a column, once for each of the rows. */
    final float[] tiles;

    Part(Face face, int columns, int begin, int end) {
      this.face = face;
      this.columns = columns;
      this.begin = begin;
      this.end = end;
      int stretch = Math.min(end - begin, Math.max(1, STRETCH / columns) * columns);
      rows = new float[stretch];
      tiles = new float[stretch];
    }

    int count(int from) {
      return Math.min(rows.length, end - from);
    }

    void take(int from) {
      int count = count(from);
      if (face.source == null) {
        System.arraycopy(face.values, from, rows, 0, count);
      } else {
        face.source.get(from, rows, 0, count);
      }
    }

    void give(int from) {
      int count = count(from);
      System.arraycopy(rows, 0, face.values, from, count);
      face.mirror.put(from, rows, count);
    }
  }

  /** Values that change in place. */
  static final class Face {
    private final @Nullable FloatBuffer source;
    private final float[] values;
    private final Mirror mirror;

    /**
     * Values on the host, or on their way there.
     *
     * @param source where they are to be copied from first; null if they are there
     * @param values where they are, or will be
     * @param mirror where else they are wanted
     */
    Face(@Nullable FloatBuffer source, float[] values, Mirror mirror) {
      this.source = source;
      this.values = values;
      this.mirror = mirror;
    }

    private boolean large() {
      return values.length >= CUT;
    }

    /** Where the second half of the rows begins. */
    private int middle(int columns) {
      return values.length / columns / 2 * columns;
    }
  }

  private LayerLoops() {}

  /** y = f(y + bias), row by row. */
  static Kernel forward(Face y, float[] bias, Activation f) {
    int columns = bias.length;
    int length = y.values.length;
    if (!y.large()) {
      return forward(new Part(y, columns, 0, length), bias, f);
    }
    int middle = y.middle(columns);
    return Helper.both(
        forward(new Part(y, columns, 0, middle), bias, f),
        forward(new Part(y, columns, middle, length), bias, f),
        true);
  }

  private static Kernel forward(Part part, float[] bias, Activation f) {
    ActivationLoops activation = new ActivationLoops(f);
    return () -> {
      for (int from = 0; from < part.tiles.length; from += part.columns) {
        System.arraycopy(bias, 0, part.tiles, from, part.columns);
      }
      for (int from = part.begin; from < part.end; from += part.rows.length) {
        int count = part.count(from);
        part.take(from);
        add(part.rows, part.tiles, count);
        activation.apply(part.rows, count);
        part.give(from);
      }
    };
  }

  /**
   * dy = dy f'(x), where y = f(x), and bias (+)= the sum of the rows of that.
   *
   * @param bias null if its gradient is not wanted
   */
  static Kernel backward(
      Activation f, float[] y, Face dy, float @Nullable [] bias, boolean add, int columns) {
    boolean large = dy.large();
    int length = y.length;
    Part first = new Part(dy, columns, 0, large ? dy.middle(columns) : length);
    Part second = new Part(dy, columns, first.end, length);
    Kernel slopes =
        large
            ? Helper.both(backward(f, y, first), backward(f, y, second), true)
            : backward(f, y, first);
    if (bias == null) {
      return slopes;
    }
    return () -> {
      slopes.run();
      if (!add) {
        Arrays.fill(bias, 0);
      }
      sumTiles(first.tiles, bias);
      sumTiles(second.tiles, bias);
    };
  }

  /** Leaves sums of rows in the tiles. */
  private static Kernel backward(Activation f, float[] y, Part part) {
    float[] results = new float[part.rows.length];
    return () -> {
      Arrays.fill(part.tiles, 0);
      for (int from = part.begin; from < part.end; from += part.rows.length) {
        int count = part.count(from);
        part.take(from);
        System.arraycopy(y, from, results, 0, count);
        ActivationLoops.slope(f, results, part.rows, count);
        add(part.tiles, part.rows, count);
        part.give(from);
      }
    };
  }

  private static void add(float[] x, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      x[i] += y[i];
    }
  }

  private static void sumTiles(float[] tiles, float[] sums) {
    for (int from = 0; from < tiles.length; from += sums.length) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += tiles[from + j];
      }
    }
  }
}
