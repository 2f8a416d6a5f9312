package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.bias.Lambda;
import dev.parley.env.ParityDilemma;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every loss of a lesson, and the gradient of their sum in respect of every parameter, against a
 * second implementation in 64-bit floats and its central differences.
 */
final class LessonTest {

  private static final int CLASSES = 3;
  private static final int BATCH = 4;
  private static final double ENTROPY_WEIGHT = 0.37;
  private static final double STEP = 1e-5;

  private static final Aim SMALL =
      Aim.DEFAULT
          .batch(BATCH)
          .codebook(6)
          .seqLen(2)
          .latent(3)
          .hidden(6)
          .reflection(0.3, 0.7)
          .intent(0.4);

  static Stream<Aim> plans() {
    Aim blind = SMALL.environment(ParityDilemma.standard());
    return Stream.of(
        SMALL,
        SMALL.reflection(0, 0).intent(0),
        SMALL.reflection(1, 0).intent(0),
        SMALL.reflection(0, 1).intent(0),
        SMALL.silent(),
        SMALL.seqLen(1),
        SMALL.seqLen(3).actions(ActionMap.HEAD),
        SMALL.positiveSignalling(0.8),
        SMALL.positiveSignalling(0.8, Lambda.onAverage(0.3), 0.7).positiveListening(0.6, 0.3),
        SMALL.positiveListening(0.6, 0.3).symbols(Symbols.OWN_TABLE).seqLen(3),
        SMALL
            .positiveListening(0, 0.9)
            .actions(ActionMap.HEAD)
            .environment(ParityDilemma.standard()),
        SMALL.positiveListening(0.9, 0).actions(ActionMap.HEAD).positiveSignalling(0.2),
        SMALL.opponentTarget(OpponentTarget.SYMBOLS),
        SMALL.trunk(Trunk.SEPARATE),
        SMALL.symbols(Symbols.OWN_TABLE),
        SMALL.critic(CriticInput.STATE_AND_MESSAGE),
        SMALL.symbols(Symbols.OWN_TABLE).critic(CriticInput.STATE_AND_MESSAGE).silent(),
        blind,
        blind.trunk(Trunk.SEPARATE).opponentTarget(OpponentTarget.SYMBOLS),
        Aim.published().batch(BATCH).codebook(6).latent(3).hidden(6));
  }

  private final RandomStream random = new RandomStream(3);

  @ParameterizedTest
  @MethodSource("plans")
  void lossesAndGradientsAreThoseOfTheFormula(Aim plan) {
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Nets nets = Nets.of(plan, graph, parameters, CLASSES, Streams.of(5));
      Conversation talk = new Conversation(plan, nets, graph);
      Lesson lesson = new Lesson(plan, nets, talk, graph);
      AimReference.Played played = play(plan, nets, talk);
      parameters.clearGradients();
      lesson.run(played.rewards, played.actions, ENTROPY_WEIGHT);
      AimReference reference = new AimReference(plan, played);
      Map<String, Double> expected = reference.losses(doubles(parameters.toArray()));
      lesson
          .losses()
          .forEach((name, loss) -> assertClose(expected.getOrDefault(name, 0.0), loss, name));
      assertEquals(
          expected.getOrDefault("entropy_b", 0.0) / Math.log(2),
          lesson.entropy(1),
          actionPart(plan));
      assertGradients(reference, parameters);
    }
  }

  /** The logged entropy is of the symbols alone. */
  private static double actionPart(Aim plan) {
    return plan.actions() == ActionMap.HEAD ? 1 : 1e-5;
  }

  private static void assertClose(double expected, Tensor loss, String name) {
    assertEquals(expected, loss.item(), 1e-5 * Math.max(1, Math.abs(expected)), name);
  }

  private static void assertGradients(AimReference reference, Parameters parameters) {
    double[] values = doubles(parameters.toArray());
    float[] gradients = parameters.gradientsToArray();
    int moved = 0;
    for (int i = 0; i < values.length; i++) {
      double at = values[i];
      values[i] = at + STEP;
      double above = reference.losses(values).getOrDefault("total", 0.0);
      values[i] = at - STEP;
      double below = reference.losses(values).getOrDefault("total", 0.0);
      values[i] = at;
      double slope = (above - below) / (2 * STEP);
      assertEquals(slope, gradients[i], 2e-4 * Math.max(1, Math.abs(slope)), "parameter " + i);
      moved += Math.abs(slope) > 1e-3 ? 1 : 0;
    }
    assertTrue(moved > values.length / 4, moved + " of " + values.length + " have a slope");
  }

  private AimReference.Played play(Aim plan, Nets nets, Conversation talk) {
    AimReference.Played played = new AimReference.Played(plan, CLASSES, ENTROPY_WEIGHT);
    draw(played.codebook);
    draw(played.seen);
    nets.voices().forEach(voice -> voice.set(flat(played.codebook)));
    for (int e = 0; e < BATCH; e++) {
      played.labels[e] = random.nextInt(CLASSES);
      talk.show(e, played.labels[e], e, flat(played.seen), flat(played.seen));
    }
    talk.speakA();
    talk.speakB();
    for (int agent = 0; agent < 2; agent++) {
      for (int i = 0; i < played.symbols[agent].length; i++) {
        played.symbols[agent][i] = talk.symbol(agent, i / plan.seqLen(), i % plan.seqLen());
      }
      for (int e = 0; e < BATCH; e++) {
        played.headActions[agent][e] = talk.action(agent, e);
        played.actions[agent][e] = random.nextInt(2);
        played.rewards[agent][e] = (float) random.nextGaussian();
      }
    }
    played.baseline = doubles(talk.value().toArray());
    return played;
  }

  private void draw(float[][] values) {
    for (float[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
  }

  private static float[] flat(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return all;
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }
}
