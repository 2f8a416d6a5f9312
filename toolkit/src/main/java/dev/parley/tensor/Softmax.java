package dev.parley.tensor;

import dev.parley.random.RandomStream;
import java.util.List;
import java.util.function.Function;

/** Categorical distributions, one a row, as log-probabilities or as probabilities. */
public final class Softmax {

  private Softmax() {}

  /**
   * log softmax of each row.
   *
   * @param logits [rows, classes]
   * @return [rows, classes], each row's exponentials sum to one
   */
  public static Tensor log(Tensor logits) {
    return Graph.of(logits)
        .record(
            logits.rows(),
            logits.columns(),
            List.of(logits),
            (k, y) -> k.logSoftmax(logits.value(), y),
            (k, g, y, dy) -> g.to(logits, (dx, add) -> k.logSoftmaxGradient(y, dy, dx, add)));
  }

  /**
   * softmax of each row. For log-probabilities take {@link #log}, which does not underflow.
   *
   * @param logits [rows, classes]
   * @return [rows, classes], each row sums to one
   */
  public static Tensor probabilities(Tensor logits) {
    return Graph.of(logits)
        .record(
            logits.rows(),
            logits.columns(),
            List.of(logits),
            (k, y) -> k.softmax(logits.value(), y),
            (k, g, y, dy) -> g.to(logits, (dx, add) -> k.softmaxGradient(y, dy, dx, add)));
  }

  /**
   * The entropy of each row, in nats: -sum p log p.
   *
   * @param logs [rows, classes], the result of {@link #log}
   * @return [rows, 1], each in [0, log classes]
   */
  public static Tensor entropy(Tensor logs) {
    return Graph.of(logs)
        .record(
            logs.rows(),
            1,
            List.of(logs),
            (k, h) -> k.entropy(logs.value(), h),
            (k, g, h, dh) -> g.to(logs, (dy, add) -> k.entropyGradient(logs.value(), dh, dy, add)));
  }

  /**
   * One draw from each row, anew at each run of the program, by inversion of the distribution
   * function.
   *
   * @param logs [rows, classes], the result of {@link #log}
   * @param stream gives one uniform number a row, in the order of the rows
   */
  public static Indices sample(Tensor logs, RandomStream stream) {
    return choose(
        logs,
        tape -> tape.exponentials(logs.value()),
        (p, from, to) -> draw(p, from, to, stream.nextDouble()));
  }

  /**
   * The most probable class of each row; of equals, the first.
   *
   * @param logs [rows, classes]: log-probabilities, probabilities or logits, which have the same
   *     one
   */
  public static Indices mode(Tensor logs) {
    return choose(logs, tape -> tape.hostRead(logs.value()), Softmax::highest);
  }

  /**
   * Puts the most probable class of each row, as {@link #mode} has it, in the place of what was
   * drawn; what runs from then on goes by it.
   *
   * @param logs [rows, classes], computed
   * @param chosen one a row
   */
  public static void settle(Tensor logs, Indices chosen) {
    float[] values = new float[logs.length()];
    logs.read(values);
    int classes = logs.columns();
    for (int row = 0; row < chosen.rows(); row++) {
      chosen.set(row, highest(values, row * classes, (row + 1) * classes));
    }
  }

  private interface Choice {

    /** The chosen place, counted from {@code from}. */
    int in(float[] values, int from, int to);
  }

  private static Indices choose(Tensor logs, Function<Tape, float[]> values, Choice choice) {
    Graph graph = Graph.of(logs);
    Indices chosen = graph.indices(logs.rows());
    int classes = logs.columns();
    graph.record(
        k -> {
          float[] face = values.apply(k.tape());
          k.tape()
              .emit(
                  () -> {
                    for (int row = 0; row < chosen.rows(); row++) {
                      chosen.set(row, choice.in(face, row * classes, (row + 1) * classes));
                    }
                  });
        });
    return chosen;
  }

  private static int draw(float[] probabilities, int from, int to, double uniform) {
    double rest = uniform;
    int last = 0;
    for (int i = from; i < to; i++) {
      double p = probabilities[i];
      if (p > 0) {
        last = i - from;
        rest -= p;
        if (rest < 0) {
          return last;
        }
      }
    }
    return last;
  }

  private static int highest(float[] logs, int from, int to) {
    int best = from;
    for (int i = from + 1; i < to; i++) {
      if (logs[i] > logs[best]) {
        best = i;
      }
    }
    return best - from;
  }
}
