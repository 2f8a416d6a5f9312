package dev.parley.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows dealt to folds, class by class: sizes of two folds, and a class's share in them, differ by
 * one row at most.
 */
final class Folds {

  private final int[] fold;

  private Folds(int[] fold) {
    this.fold = fold;
  }

  /** Deals shuffled rows; a class with fewer rows than folds is not in every fold. */
  static Folds of(int[] targets, int folds, RandomGenerator random) {
    int[] dealt = new int[targets.length];
    int next = 0;
    int[] order = Shuffle.order(targets.length, random);
    for (int row : sortedByClass(order, targets)) {
      dealt[row] = next;
      next = (next + 1) % folds;
    }
    return new Folds(dealt);
  }

  private static int[] sortedByClass(int[] order, int[] targets) {
    Comparator<Integer> byClass = Comparator.comparingInt(row -> targets[row]);
    return Arrays.stream(order).boxed().sorted(byClass).mapToInt(Integer::intValue).toArray();
  }

  /** The rows of a fold, ascending. */
  int[] held(int which) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == which).toArray();
  }

  /** The rows of all other folds, ascending. */
  int[] train(int which) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] != which).toArray();
  }
}
