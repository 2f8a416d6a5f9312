package dev.parley.agent.aim;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Influence;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.analysis.Substitutes;
import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.Streams;
import dev.parley.train.Stage;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The trained agents, playing on the evaluation samples. First a speaks in every episode; then b
 * answers in every episode, once for each thing that is done to a's messages. Nothing else differs:
 * a's own action stays, and the signals, what the game draws and what b draws are the same each
 * time, so that a message which b does not read costs exactly nothing.
 */
final class Intervention {

  /** States, and messages in each, of which causal influence is the mean. */
  private static final int STATES = 64;

  private static final int MESSAGES = 64;

  private final Aim plan;
  private final Conversation talk;
  private final Hearing b;
  private final Samples samples;
  private final int batch;
  private final boolean open;
  private final Streams streams;
  private int[] signals = {};
  private int[] did = {};

  Intervention(
      Aim plan, Stage stage, Nets nets, Conversation talk, float[] seenByA, float[] seenByB) {
    this.plan = plan;
    this.talk = talk;
    this.samples = stage.evaluation();
    this.b = new Hearing(plan, nets, talk, samples, seenByA, seenByB);
    this.batch = plan.setup().batch();
    this.open = plan.channel() == Channel.OPEN;
    this.streams = stage.streams().child("audit");
  }

  Interventions play(int atLeast) {
    Messages said = speak((atLeast + batch - 1) / batch);
    Interventions played = new Interventions(open, said);
    double[] with = answer(played, Condition.INTACT, said, open);
    int[] permutation = streams.stream("permutation").permutation(said.size());
    answer(played, Condition.PERMUTED, said.rows(permutation), open);
    answer(played, Condition.CONSTANT, Substitutes.constant(said), open);
    answer(played, Condition.NOISE, Substitutes.noise(said, streams.stream("noise")), open);
    double[] without = answer(played, Condition.SILENCED, said, false);
    topics().ifPresent(t -> answer(played, Condition.ORACLE, Substitutes.usual(said, t), open));
    Arrays.setAll(without, i -> Math.abs(with[i] - without[i]));
    played.listening(without).influence(influence(said));
    talk.open(open);
    return played;
  }

  private Messages speak(int batches) {
    int[][] said = new int[batches * batch][plan.seqLen()];
    signals = new int[said.length];
    did = new int[said.length];
    for (int from = 0; from < said.length; from += batch) {
      Episodes episodes = episodesFrom(from);
      for (int e = 0; e < batch; e++) {
        signals[from + e] = episodes.signal(e);
        b.show(e, signals[from + e]);
      }
      talk.speakA();
      for (int e = 0; e < batch; e++) {
        did[from + e] = talk.action(0, e);
        for (int l = 0; l < plan.seqLen(); l++) {
          said[from + e][l] = talk.symbol(0, e, l);
        }
      }
    }
    return Messages.of(said, plan.codebook());
  }

  /**
   * Adds the joint rewards when b reads these messages in the episodes in which a spoke.
   *
   * @return how probably b cooperates in each
   */
  private double[] answer(
      Interventions played, Condition condition, Messages messages, boolean arrives) {
    double[] joint = new double[messages.size()];
    double[] cooperation = new double[messages.size()];
    int[][] actions = new int[2][batch];
    b.hear(
        signals,
        messages,
        arrives,
        from -> {
          b.cooperation(cooperation, from);
          Episodes episodes = episodesFrom(from);
          for (int e = 0; e < batch; e++) {
            actions[0][e] = did[from + e];
            actions[1][e] = talk.action(1, e);
          }
          episodes.step(Actions.of(actions));
          for (int e = 0; e < batch; e++) {
            joint[from + e] = episodes.reward(0, e) + episodes.reward(1, e);
          }
        });
    played.played(condition, joint);
    return cooperation;
  }

  /** A batch of episodes, the same at each call whatever was drawn in them. */
  private Episodes episodesFrom(int first) {
    Streams own = streams.child("episodes from " + first);
    Episodes episodes = plan.setup().environment().open(samples, batch, own);
    episodes.reset();
    return episodes;
  }

  /** The topic of each signal, if the game knows one for all. */
  private Optional<int[]> topics() {
    OptionalInt[] topics =
        Arrays.stream(signals)
            .mapToObj(signal -> plan.setup().environment().topic(samples.label(signal)))
            .toArray(OptionalInt[]::new);
    return Arrays.stream(topics).allMatch(OptionalInt::isPresent)
        ? Optional.of(Arrays.stream(topics).mapToInt(OptionalInt::getAsInt).toArray())
        : Optional.empty();
  }

  /** Causal influence on b's action in the first states: see {@link Influence#causal}. */
  private double[] influence(Messages said) {
    int states = Math.min(STATES, said.size());
    Sent sent = new Sent(said, MESSAGES, streams.stream("influence"));
    int kinds = sent.size();
    int[] pairedSignals = new int[states * kinds];
    int[] pairedRows = new int[states * kinds];
    Arrays.setAll(pairedSignals, i -> signals[i / kinds]);
    for (int s = 0; s < states; s++) {
      System.arraycopy(sent.rows(), 0, pairedRows, s * kinds, kinds);
    }
    double[] cooperation = new double[states * kinds];
    b.hear(pairedSignals, said.rows(pairedRows), open, from -> b.cooperation(cooperation, from));
    double[] bits = new double[states];
    for (int s = 0; s < states; s++) {
      double[][] policy = new double[kinds][];
      for (int m = 0; m < kinds; m++) {
        double c = cooperation[s * kinds + m];
        policy[m] = new double[] {c, 1 - c};
      }
      bits[s] = Influence.causal(policy, sent.weights());
    }
    return bits;
  }
}
