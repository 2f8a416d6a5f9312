package dev.parley.agent.play;

import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.train.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The agents as they are, on the evaluation samples, each doing what it holds to be best: what
 * {@link dev.parley.train.Learner#evaluate} is for every algorithm that plays at a {@link Table}.
 */
public final class Examination {

  private final Stage stage;
  private final Table table;
  private final Players players;

  /** Agents that play at a table, between the batches from which they learn. */
  public Examination(Stage stage, Table table, Players players) {
    this.stage = stage;
    this.table = table;
    this.players = players;
  }

  /**
   * Plays {@link Stage#evaluationEpisodes}. {@link Players#chances} are put back where they were.
   *
   * @param episodes how many
   * @return the joint return of each
   */
  public double[] play(int episodes) {
    Map<String, RandomStream> chances = players.chances();
    Map<RandomStream, long[]> kept = new LinkedHashMap<>();
    chances.values().forEach(chance -> kept.put(chance, chance.state()));
    double[] joint = new double[episodes];
    players.greedy(true);
    try {
      for (int from = 0; from < episodes; from += table.batch()) {
        String place = " from " + from;
        chances.forEach(
            (name, chance) ->
                chance.restore(
                    stage.streams().child("evaluation").stream("choices of " + name + place)
                        .state()));
        Episodes played = stage.evaluationEpisodes(from);
        table.play(stage.evaluation(), played, players, new Earned(played, from, joint));
      }
    } finally {
      players.greedy(false);
      kept.forEach(RandomStream::restore);
    }
    return joint;
  }

  /** Adds up what all agents earn in each episode of a batch that is asked for. */
  private final class Earned implements Witness {

    private final Episodes episodes;
    private final int from;
    private final double[] joint;
    private final boolean[] live;

    Earned(Episodes episodes, int from, double[] joint) {
      this.episodes = episodes;
      this.from = from;
      this.joint = joint;
      this.live = new boolean[Math.min(episodes.batch(), joint.length - from)];
    }

    @Override
    public void chose(int step) {
      for (int e = 0; e < live.length; e++) {
        live[e] = !episodes.over(e);
      }
    }

    @Override
    public void did(int step) {
      for (int e = 0; e < live.length; e++) {
        for (int agent = 0; live[e] && agent < table.seats().size(); agent++) {
          joint[from + e] += episodes.reward(agent, e);
        }
      }
    }
  }
}
