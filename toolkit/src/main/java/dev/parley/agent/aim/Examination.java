package dev.parley.agent.aim;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.train.Stage;
import java.util.List;

/**
 * The agents as they are, on the evaluation samples, each saying and doing what is most probable.
 */
final class Examination {

  private final Stage stage;
  private final Conversation talk;
  private final List<RandomStream> choices;
  private final float[] seenByA;
  private final float[] seenByB;

  /** Agents that see the evaluation samples as these latents. */
  Examination(Stage stage, Nets nets, Conversation talk, float[] seenByA, float[] seenByB) {
    this.stage = stage;
    this.talk = talk;
    this.choices = nets.agents().stream().map(Agent::choices).toList();
    this.seenByA = seenByA;
    this.seenByB = seenByB;
  }

  /** The joint reward of each of so many episodes; streams are left as they were. */
  double[] play(int episodes) {
    List<long[]> kept = choices.stream().map(RandomStream::state).toList();
    double[] joint = new double[episodes];
    int batch = stage.setup().batch();
    for (int from = 0; from < episodes; from += batch) {
      Episodes played = stage.evaluationEpisodes(from);
      play(played);
      for (int e = 0; e < batch && from + e < episodes; e++) {
        joint[from + e] = played.reward(0, e) + played.reward(1, e);
      }
    }
    for (int agent = 0; agent < choices.size(); agent++) {
      choices.get(agent).restore(kept.get(agent));
    }
    return joint;
  }

  private void play(Episodes episodes) {
    Samples samples = stage.evaluation();
    episodes.reset();
    for (int e = 0; e < episodes.batch(); e++) {
      int sample = episodes.signal(e);
      talk.show(e, samples.label(sample), sample, seenByA, seenByB);
    }
    talk.speakA();
    talk.settle(0);
    talk.speakB();
    talk.settle(1);
    int[][] actions = new int[2][episodes.batch()];
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < episodes.batch(); e++) {
        actions[agent][e] = talk.action(agent, e);
      }
    }
    episodes.step(Actions.of(actions));
  }
}
