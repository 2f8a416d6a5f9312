package dev.parley.train;

import dev.parley.analysis.Messages;
import dev.parley.analysis.OneHot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Equal messages have one place on a map, and lie around it as the seeds of a sunflower do (Vogel,
 * 1979): a heap's area is their number, and none hides another. The label that a message goes with
 * most lies in the middle of its heap.
 */
final class Heaps {

  /** Between neighbours in a heap, where the map's longer side is 1. */
  private static final double SPACING = 0.014;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final Messages messages;
  private final int[] types;
  private final int count;

  Heaps(Messages messages) {
    this.messages = messages;
    this.types = messages.types();
    this.count = Messages.kinds(types);
  }

  /** How many different messages there are. */
  int count() {
    return count;
  }

  /** One vector for each different message. */
  double[][] vectors() {
    int[] first = new int[count];
    for (int i = types.length - 1; i >= 0; i--) {
      first[types[i]] = i;
    }
    return OneHot.of(messages.rows(first));
  }

  /** Draws every message near the place of its kind. */
  void draw(List<double[]> places, int[] labels, ClassMap map) {
    double side = Math.max(side(places, 0), side(places, 1));
    double scale = side > 0 ? 1 / side : 0;
    for (int type = 0; type < count; type++) {
      int own = type;
      int[] rows = IntStream.range(0, types.length).filter(i -> types[i] == own).toArray();
      int[] sorted = byLabel(rows, labels);
      for (int k = 0; k < sorted.length; k++) {
        double radius = sorted.length == 1 ? 0 : SPACING * Math.sqrt(k + 0.5);
        map.point(
            labels[sorted[k]],
            places.get(type)[0] * scale + radius * Math.cos(k * GOLDEN_ANGLE),
            places.get(type)[1] * scale + radius * Math.sin(k * GOLDEN_ANGLE));
      }
    }
  }

  private static double side(List<double[]> places, int axis) {
    double low = places.stream().mapToDouble(p -> p[axis]).min().orElse(0);
    return places.stream().mapToDouble(p -> p[axis]).max().orElse(0) - low;
  }

  /** The most frequent label first, of equals the lower one. */
  private static int[] byLabel(int[] rows, int[] labels) {
    Comparator<Integer> order =
        Comparator.<Integer>comparingLong(
                row -> -Arrays.stream(rows).filter(i -> labels[i] == labels[row]).count())
            .thenComparingInt(row -> labels[row]);
    return Arrays.stream(rows).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }
}
