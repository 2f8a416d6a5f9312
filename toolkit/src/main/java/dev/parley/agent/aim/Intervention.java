package dev.parley.agent.aim;

import dev.parley.analysis.Interventions;
import dev.parley.datasets.Samples;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.train.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The trained agents, playing on the evaluation samples. First a speaks in every episode; then b
 * answers in every episode, once for each thing that is done to a's messages. Nothing else differs:
 * a's own action stays, and the signals, what the game draws and what b draws are the same each
 * time, so that a message which b does not read costs exactly nothing.
 */
final class Intervention {

  private final Aim plan;
  private final Conversation talk;
  private final Samples samples;
  private final float[] seenByA;
  private final float[] seenByB;
  private final int batch;
  private final Streams streams;
  private final RandomStream choicesOfB;
  private final long[] stateOfB;

  Intervention(
      Aim plan, Stage stage, Nets nets, Conversation talk, float[] seenByA, float[] seenByB) {
    this.plan = plan;
    this.talk = talk;
    this.samples = stage.evaluation();
    this.seenByA = seenByA;
    this.seenByB = seenByB;
    this.batch = plan.setup().batch();
    this.streams = stage.streams().child("audit");
    this.choicesOfB = nets.agents().get(1).choices();
    this.stateOfB = choicesOfB.state();
  }

  Interventions play(int atLeast) {
    int batches = (atLeast + batch - 1) / batch;
    int[][] said = new int[batches * batch][plan.seqLen()];
    int[] signals = new int[said.length];
    int[] did = new int[said.length];
    speak(said, signals, did);
    boolean open = plan.channel() == Channel.OPEN;
    double[] intact = answer(said, signals, did, open);
    double[] permuted = answer(permuted(said), signals, did, open);
    double[] silenced = answer(said, signals, did, false);
    talk.open(open);
    return new Interventions(open, intact, permuted, silenced, texts(said));
  }

  private void speak(int[][] said, int[] signals, int[] did) {
    for (int from = 0; from < said.length; from += batch) {
      Episodes episodes = episodesFrom(from);
      for (int e = 0; e < batch; e++) {
        signals[from + e] = episodes.signal(e);
        show(e, signals[from + e]);
      }
      talk.speakA();
      for (int e = 0; e < batch; e++) {
        did[from + e] = talk.action(0, e);
        for (int l = 0; l < plan.seqLen(); l++) {
          said[from + e][l] = talk.symbol(0, e, l);
        }
      }
    }
  }

  /** Joint rewards when b reads these messages; the episodes are those in which a spoke. */
  private double[] answer(int[][] messages, int[] signals, int[] did, boolean open) {
    double[] joint = new double[messages.length];
    int[][] actions = new int[2][batch];
    talk.open(open);
    choicesOfB.restore(stateOfB);
    for (int from = 0; from < messages.length; from += batch) {
      Episodes episodes = episodesFrom(from);
      for (int e = 0; e < batch; e++) {
        show(e, signals[from + e]);
        for (int l = 0; l < plan.seqLen(); l++) {
          talk.exchange(e, l, messages[from + e][l]);
        }
      }
      talk.speakB();
      for (int e = 0; e < batch; e++) {
        actions[0][e] = did[from + e];
        actions[1][e] = talk.action(1, e);
      }
      episodes.step(actions);
      for (int e = 0; e < batch; e++) {
        joint[from + e] = episodes.reward(0, e) + episodes.reward(1, e);
      }
    }
    return joint;
  }

  /** A batch of episodes, the same at each call whatever was drawn in them. */
  private Episodes episodesFrom(int first) {
    Streams own = streams.child("episodes from " + first);
    Episodes episodes = plan.setup().environment().open(samples, batch, own);
    episodes.reset();
    return episodes;
  }

  private void show(int episode, int signal) {
    talk.show(episode, samples.label(signal), signal, seenByA, seenByB);
  }

  private int[][] permuted(int[][] messages) {
    int[] source = streams.stream("permutation").permutation(messages.length);
    int[][] result = new int[messages.length][];
    Arrays.setAll(result, i -> messages[source[i]]);
    return result;
  }

  private static List<String> texts(int[][] messages) {
    List<String> texts = new ArrayList<>();
    for (int[] message : messages) {
      texts.add(
          Arrays.stream(message).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    }
    return texts;
  }
}
