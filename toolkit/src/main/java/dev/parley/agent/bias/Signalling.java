package dev.parley.agent.bias;

import dev.parley.error.Problem;
import dev.parley.rl.PositiveSignalling;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;
import dev.parley.train.Setting;
import dev.parley.train.Spoken;

/**
 * How strongly speakers are drawn to messages that tell, by {@link PositiveSignalling}. Without a
 * weight it is {@link #OFF}, whatever the rest.
 *
 * @param weight of the whole loss; 0 switches it off
 * @param lambda the coefficients of its two terms
 * @param level H_target as a share of the logarithm of the number of symbols, from 0 to 1
 */
public record Signalling(double weight, Lambda lambda, double level) implements Spoken {

  /** The usual coefficients: λ = 3 on the squared distance. */
  public static final Lambda LAMBDA = Lambda.onTarget(3);

  /** The usual H_target: half of log |M|. */
  public static final double LEVEL = 0.5;

  /** Nobody is drawn to anything. */
  public static final Signalling OFF = new Signalling(0, LAMBDA, LEVEL);

  /** Checks every value. */
  public Signalling {
    Setting.weight("positiveSignalling", weight);
    Setting.given("positiveSignalling lambda", lambda);
    Setting.between("positiveSignalling level", level, 0, 1);
    weight = weight + 0.0; // -0 becomes 0, which it is equal to
    level = level + 0.0;
    if (weight == 0) {
      lambda = LAMBDA;
      level = LEVEL;
    }
  }

  /** Whether it has a weight. */
  public boolean on() {
    return weight > 0;
  }

  /**
   * What is recorded of one choice of a symbol.
   *
   * @param meanEntropy H(π̄), [1, 1], in nats
   * @param loss L_ps, [1, 1], before its weight
   */
  public record Terms(Tensor meanEntropy, Tensor loss) {}

  /**
   * Records the loss of one choice of a symbol.
   *
   * @param graph on which the log-probabilities are
   * @param logs [rows, symbols], log-probabilities
   * @param weights [rows, 1], that sum to one; a row of weight 0 has no part
   */
  public Terms terms(Graph graph, Tensor logs, Tensor weights) {
    Tensor targets = graph.input(logs.rows(), 1);
    float nats = (float) (level * Math.log(logs.columns()));
    for (int row = 0; row < logs.rows(); row++) {
      targets.write(row, 0, nats);
    }
    Tensor mean = PositiveSignalling.meanEntropy(logs, weights);
    Tensor distance = PositiveSignalling.targetDistance(logs, weights, targets);
    return new Terms(
        mean, PositiveSignalling.loss(mean, distance, lambda.average(), lambda.target()));
  }

  /**
   * That it can have no effect.
   *
   * @param where such as "where nobody hears what is said"
   */
  public Problem refused(String where) {
    return Problem.with("positiveSignalling")
        .got(weight)
        .allowed("0 " + where)
        .hint("positiveSignalling(0) switches it off");
  }

  /** The call that sets it, such as {@code positiveSignalling(0.1)}. */
  @Override
  public String call(String name) {
    return lambda.equals(LAMBDA) && level == LEVEL
        ? name + "(" + weight + ")"
        : name + "(" + weight + ", " + lambda + ", " + level + ")";
  }
}
