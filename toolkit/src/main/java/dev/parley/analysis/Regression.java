package dev.parley.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Multinomial logistic regression from messages to classes, by Tribuo: stochastic gradients with
 * AdaGrad (Duchi et al., 2011), one message a step, no penalty.
 */
final class Regression {

  private static final double RATE = 1;
  private static final double EPSILON = 0.1;

  /** Steps that even a few messages get, within limits of the passes over them. */
  private static final int STEPS = 10_000;

  private static final int FEWEST_PASSES = 5;
  private static final int MOST_PASSES = 100;

  /** Every message has it, so that an empty one has something too. */
  private static final String ALWAYS = "message";

  private final String[][] features;
  private final double[][] ones;
  private final int[] types;

  Regression(Messages messages) {
    Tribuo.quieten();
    types = messages.types();
    features = new String[messages.size()][];
    ones = new double[messages.size()][];
    for (int i = 0; i < features.length; i++) {
      int message = i;
      features[i] = new String[messages.length(i) + 1];
      Arrays.setAll(
          features[i],
          p -> p < messages.length(message) ? p + ":" + messages.symbol(message, p) : ALWAYS);
      ones[i] = new double[features[i].length];
      Arrays.fill(ones[i], 1);
    }
  }

  /**
   * What each message of {@code held} is taken for after learning from those of {@code train}. If
   * these are of one class, or all one message, it is their most frequent class, of equals the
   * lowest.
   */
  int[] predict(int[] train, int[] held, int[] targets, long seed) {
    boolean oneMessage = Arrays.stream(train).map(i -> types[i]).distinct().count() == 1;
    int[] guesses = new int[held.length];
    if (oneMessage || Arrays.stream(train).map(i -> targets[i]).distinct().count() == 1) {
      Arrays.fill(guesses, mostFrequent(IntStream.of(train).map(i -> targets[i]).toArray()));
      return guesses;
    }
    List<Example<Label>> examples =
        Arrays.stream(train).mapToObj(i -> example(i, targets[i])).toList();
    int passes = Math.max(FEWEST_PASSES, Math.min(MOST_PASSES, STEPS / train.length));
    LinearSGDModel model =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(RATE, EPSILON), passes, -1, 1, seed)
            .train(Tribuo.data(examples, new LabelFactory()));
    Map<Integer, Integer> known = new TreeMap<>();
    for (int i = 0; i < held.length; i++) {
      int row = held[i];
      guesses[i] =
          known.computeIfAbsent(
              types[row],
              type ->
                  Integer.parseInt(
                      model.predict(example(row, targets[row])).getOutput().getLabel()));
    }
    return guesses;
  }

  private Example<Label> example(int row, int target) {
    return new ArrayExample<>(
        new Label(Integer.toString(target)), features[row].clone(), ones[row].clone());
  }

  static int mostFrequent(int[] targets) {
    Map<Integer, Long> counts =
        Arrays.stream(targets)
            .boxed()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    int best = 0;
    long most = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }
}
