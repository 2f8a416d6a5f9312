package dev.parley.agent.aim;

import dev.parley.agent.aim.Agent.Choice;
import dev.parley.agent.aim.Agent.Turn;
import dev.parley.analysis.Messages;
import dev.parley.datasets.Samples;
import dev.parley.random.RandomStream;
import java.util.function.IntConsumer;

/**
 * b, hearing messages that are put before it, and what it then makes of them. What it draws is the
 * same at every call.
 */
final class Hearing {

  private final Aim plan;
  private final Conversation talk;
  private final Samples samples;
  private final float[] seenByA;
  private final float[] seenByB;
  private final RandomStream choices;
  private final long[] state;
  private final float[] logs;

  Hearing(
      Aim plan, Nets nets, Conversation talk, Samples samples, float[] seenByA, float[] seenByB) {
    this.plan = plan;
    this.talk = talk;
    this.samples = samples;
    this.seenByA = seenByA;
    this.seenByB = seenByB;
    this.choices = nets.agents().get(1).choices();
    this.state = choices.state();
    Turn turn = talk.turn(1);
    Choice action = turn.action();
    this.logs = new float[action == null ? turn.logs().length() : action.logs().length()];
  }

  /** Puts a sample before both. */
  void show(int episode, int sample) {
    talk.show(episode, samples.label(sample), sample, seenByA, seenByB);
  }

  /**
   * Has b answer each message on each signal, a batch at a time; in a last batch that is not full
   * the last pair comes again.
   *
   * @param signals samples, as many as messages
   * @param answered what is done after each batch, with the row in which it begins
   */
  void hear(int[] signals, Messages messages, boolean open, IntConsumer answered) {
    talk.open(open);
    choices.restore(state);
    int batch = plan.setup().batch();
    for (int from = 0; from < signals.length; from += batch) {
      for (int e = 0; e < batch; e++) {
        int row = Math.min(from + e, signals.length - 1);
        show(e, signals[row]);
        for (int l = 0; l < plan.seqLen(); l++) {
          talk.exchange(e, l, messages.symbol(row, l));
        }
      }
      talk.speakB();
      answered.accept(from);
    }
  }

  /** Copies how probably b cooperates in each episode of the batch that it answered last. */
  void cooperation(double[] into, int from) {
    Turn turn = talk.turn(1);
    Choice action = turn.action();
    if (action == null) {
      turn.logs().read(logs);
    } else {
      action.logs().read(logs);
    }
    int end = Math.min(into.length, from + plan.setup().batch());
    for (int row = from; row < end; row++) {
      into[row] = action == null ? lowerHalf(row - from) : Math.exp(logs[2 * (row - from)]);
    }
  }

  /** How probably the first symbol is in the lower half of the codebook. */
  private double lowerHalf(int episode) {
    int first = episode * plan.seqLen() * plan.codebook();
    double sum = 0;
    for (int k = 0; k < plan.codebook() / 2; k++) {
      sum += Math.exp(logs[first + k]);
    }
    return Math.min(1, sum);
  }
}
