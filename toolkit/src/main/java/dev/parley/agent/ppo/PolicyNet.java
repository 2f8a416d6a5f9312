package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.nn.Linear;
import dev.parley.nn.Start;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An actor with a layer for each choice, and a critic; they share nothing. Weights start orthogonal
 * with gain √2, those of choices with 0.01, so that all are equally probable at first, and that of
 * the value with 1 (Engstrom et al., 2020, "Implementation Matters in Deep Policy Gradients").
 */
final class PolicyNet {

  private static final double HIDDEN_GAIN = Math.sqrt(2);
  private static final double CHOICE_GAIN = 0.01;

  private final List<Linear> actor;
  private final List<Linear> choices = new ArrayList<>();
  private final List<Linear> critic;
  private final Linear value;

  PolicyNet(Ppo plan, Parameters parameters, Seat seat, int judged, Streams streams) {
    RandomStream forActor = streams.stream("actor");
    actor = trunk(plan, parameters, seat.inputs(), forActor);
    for (Seat.Head head : seat.heads()) {
      choices.add(
          layer(parameters, plan.hidden(), head.options(), Activation.NONE, CHOICE_GAIN, forActor));
    }
    RandomStream forCritic = streams.stream("critic");
    critic = trunk(plan, parameters, judged, forCritic);
    value = layer(parameters, plan.hidden(), 1, Activation.NONE, 1, forCritic);
  }

  private static Linear layer(
      Parameters parameters,
      int inputs,
      int outputs,
      Activation activation,
      double gain,
      RandomStream stream) {
    return new Linear(
        parameters, inputs, outputs, activation, Start.orthogonal(gain), Start.constant(0), stream);
  }

  private static List<Linear> trunk(
      Ppo plan, Parameters parameters, int inputs, RandomStream stream) {
    List<Linear> layers = new ArrayList<>();
    for (int i = 0; i < plan.layers(); i++) {
      int in = i == 0 ? inputs : plan.hidden();
      layers.add(
          layer(parameters, in, plan.hidden(), plan.units().activation(), HIDDEN_GAIN, stream));
    }
    return layers;
  }

  /**
   * Records the log-probabilities of each choice.
   *
   * @param seen [rows, features]
   * @param masks for each choice, [rows, options]: 0, or far below it for an option that is closed
   * @return for each choice, [rows, options]
   */
  List<Tensor> logs(Tensor seen, List<Tensor> masks) {
    Tensor hidden = through(actor, seen);
    List<Tensor> logs = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      logs.add(Softmax.log(Elementwise.add(choices.get(i).apply(hidden), masks.get(i))));
    }
    return logs;
  }

  /**
   * Records the value.
   *
   * @param judged [rows, any]
   * @return [rows, 1]
   */
  Tensor value(Tensor judged) {
    return value.apply(through(critic, judged));
  }

  private static Tensor through(List<Linear> layers, Tensor x) {
    Tensor y = x;
    for (Linear layer : layers) {
      y = layer.apply(y);
    }
    return y;
  }
}
