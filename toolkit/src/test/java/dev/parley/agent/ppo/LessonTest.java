package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.bias.Lambda;
import dev.parley.agent.play.Seat;
import dev.parley.agent.ppo.LossReference.Moment;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.tensor.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loss of a lesson, and its gradient in respect of every parameter, against a second
 * implementation in 64-bit floats and its central differences. Ratios lie on both sides of both
 * bounds, one row is left over, some options are closed.
 */
final class LessonTest {

  private static final int ROWS = 12;
  private static final int FEATURES = 3;
  private static final int EVERYBODY = 5;
  private static final double STEP = 1e-5;
  private static final float CLOSED = -1e9f;

  private static final Ppo SMALL =
      Ppo.DEFAULT
          .batch(ROWS)
          .horizon(1)
          .hidden(4)
          .units(Units.TANH)
          .entropy(0.3)
          .speechEntropy(0.7);

  private static final Seat MOVES_AND_SAYS =
      new Seat(
          0,
          "a",
          FEATURES,
          0,
          0,
          List.of(),
          List.of(
              new Seat.Head(0, 5, false), new Seat.Head(1, 3, true), new Seat.Head(2, 2, false)),
          List.of(new Seat.Head(1, 3, true)),
          2);

  /** Of the three numbers that it sees, the last two are what others say. */
  private static final Seat HEARS =
      new Seat(
          0,
          "a",
          FEATURES,
          0,
          0,
          List.of(new Seat.Part(1, 2)),
          MOVES_AND_SAYS.heads(),
          MOVES_AND_SAYS.said(),
          2);

  private static final Seat SAYS =
      new Seat(
          0, "a", FEATURES, 0, 0, List.of(), List.of(new Seat.Head(0, 3, true)), List.of(), -1);

  private final RandomStream random = new RandomStream(3);

  record Case(Ppo plan, Seat seat) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(SMALL, MOVES_AND_SAYS),
        new Case(SMALL, SAYS),
        new Case(SMALL.units(Units.RELU), MOVES_AND_SAYS),
        new Case(SMALL.layers(1).valueWeight(0.3), MOVES_AND_SAYS),
        new Case(SMALL.layers(3).clipRange(0.3), MOVES_AND_SAYS),
        new Case(SMALL.critic(Critic.OWN), MOVES_AND_SAYS),
        new Case(SMALL.positiveSignalling(0.9), SAYS),
        new Case(
            SMALL.positiveSignalling(0.9, Lambda.onAverage(0.4), 0.3).positiveListening(0.5, 0.2),
            HEARS),
        new Case(SMALL.positiveListening(0, 0.7).critic(Critic.OWN), HEARS),
        new Case(SMALL.positiveListening(0.7, 0.3).layers(3), HEARS));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossAndGradientsAreThoseOfTheFormula(Case given) {
    Ppo plan = given.plan;
    Seat seat = given.seat;
    int total = plan.critic() == Critic.CENTRAL ? EVERYBODY : 0;
    int judged = total == 0 ? FEATURES : total;
    try (Parameters parameters = new Parameters()) {
      PolicyNet net = new PolicyNet(plan, parameters, seat, judged, Streams.of(5));
      try (Lesson lesson = new Lesson(plan, net, seat, ROWS, total)) {
        float[] values = Initial.normal(parameters.length(), 0.4, random);
        parameters.write(values);
        List<Moment> moments = fill(lesson, seat, total);
        lesson.run(0);
        LossReference reference = new LossReference(plan, seat, moments);
        double[] at = new double[values.length];
        for (int i = 0; i < at.length; i++) {
          at[i] = values[i];
        }
        assertEquals(reference.loss(at), loss(plan, lesson), 1e-5);
        assertGradients(reference, at, parameters.gradientsToArray());
        assertTrue(
            lesson.clipped() > 0.1 && lesson.clipped() < 0.95, "clipped: " + lesson.clipped());
        assertTrue(lesson.divergence() > 0);
      }
    }
  }

  private static double loss(Ppo plan, Lesson lesson) {
    double nats = Math.log(2);
    return lesson.policyLoss()
        + plan.valueWeight() * lesson.valueLoss()
        - plan.entropy().start() * lesson.doneEntropy() * nats
        - plan.speechEntropy().start() * lesson.saidEntropy() * nats
        + plan.positiveSignalling().weight() * lesson.biases().signalling()
        + plan.positiveListening().weight() * lesson.biases().difference()
        + plan.positiveListening().crossEntropy() * lesson.biases().crossEntropy();
  }

  private List<Moment> fill(Lesson lesson, Seat seat, int total) {
    Track track = new Track(seat, ROWS, 1);
    track.clear();
    List<Moment> moments = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      moments.add(take(lesson, track, row, total));
    }
    return moments;
  }

  private Moment take(Lesson lesson, Track track, int row, int total) {
    float[] seen = Initial.normal(FEATURES, 1, random);
    float[] all = total == 0 ? seen : Initial.normal(total, 1, random);
    track.saw(row, seen, 0);
    List<Integer> choices = new ArrayList<>();
    List<List<Double>> masks = new ArrayList<>();
    float before = (float) (0.3 * random.nextGaussian());
    for (int h = 0; h < track.seat().heads().size(); h++) {
      int options = track.seat().heads().get(h).options();
      choices.add(random.nextInt(options));
      before -= (float) Math.log(options);
      masks.add(mask(track, h, row, choices.get(h)));
    }
    track.act(row, 0, before);
    lesson.take(row, track, row);
    if (total > 0) {
      lesson.takeAll(row, all);
    }
    float gain = (float) random.nextGaussian();
    float target = (float) random.nextGaussian();
    float weight = row == ROWS - 1 ? 0 : 1f / (ROWS - 1);
    lesson.weigh(row, gain, target, weight);
    List<Double> judged = LossReference.list(all);
    return new Moment(
        LossReference.list(seen), judged, masks, choices, before, gain, target, weight);
  }

  /** Of three options or more, one that was not taken is closed in every third row. */
  private static List<Double> mask(Track track, int head, int row, int choice) {
    int options = track.seat().heads().get(head).options();
    float[] mask = new float[options];
    mask[(choice + 1) % options] = options > 2 && row % 3 == 0 ? CLOSED : 0;
    track.choose(head, row, choice);
    for (int option = 0; option < options; option++) {
      track.mask(head, row, option, mask[option]);
    }
    return LossReference.list(mask);
  }

  private static void assertGradients(LossReference reference, double[] values, float[] found) {
    int moved = 0;
    for (int i = 0; i < values.length; i++) {
      double at = values[i];
      values[i] = at + STEP;
      double above = reference.loss(values);
      values[i] = at - STEP;
      double below = reference.loss(values);
      values[i] = at;
      double slope = (above - below) / (2 * STEP);
      assertEquals(slope, found[i], 2e-4 * Math.max(1, Math.abs(slope)), "parameter " + i);
      moved += Math.abs(slope) > 1e-3 ? 1 : 0;
    }
    assertTrue(moved > values.length / 3, moved + " of " + values.length + " have a slope");
  }
}
