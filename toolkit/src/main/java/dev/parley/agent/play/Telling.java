package dev.parley.agent.play;

import dev.parley.env.Role;
import dev.parley.train.Callbacks;
import dev.parley.train.EpisodeEvent;
import dev.parley.train.Stage;
import dev.parley.train.StepEvent;
import java.util.Arrays;
import java.util.List;

/**
 * Calls who is to be called of steps and episodes that are learned from. Looks on after the
 * transcript; where nobody is to be called, it does nothing.
 *
 * <pre>
 * telling.began(round);
 * table.play(episodes, players, witnesses);
 * telling.ended();
 * </pre>
 */
public final class Telling implements Witness {

  private final Callbacks callbacks;
  private final Table table;
  private final Transcript transcript;
  private final List<Role> roles;
  private final List<String> names;
  private final boolean heard;
  private final boolean[][] acted;
  private final double[][] returns;
  private final int[] steps;
  private final boolean[] live;
  private int round;

  /** Of what is played at a table and written down. */
  public Telling(Stage stage, Table table, Transcript transcript) {
    this.callbacks = stage.callbacks();
    this.table = table;
    this.transcript = transcript;
    roles = stage.setup().environment().roles();
    names = roles.stream().map(Role::name).toList();
    heard = callbacks.hearSteps() || callbacks.hearEpisodes();
    acted = new boolean[roles.size()][table.batch()];
    returns = new double[roles.size()][table.batch()];
    steps = new int[table.batch()];
    live = new boolean[table.batch()];
  }

  /** Episodes of a round, counted from 0, come next. */
  public void began(int number) {
    round = number;
    for (double[] each : returns) {
      Arrays.fill(each, 0);
    }
    Arrays.fill(steps, 0);
  }

  @Override
  public void chose(int step) {
    for (int e = 0; heard && e < live.length; e++) {
      live[e] = !table.episodes().over(e);
      steps[e] += live[e] ? 1 : 0;
      for (int agent = 0; agent < acted.length; agent++) {
        acted[agent][e] = live[e] && table.episodes().acts(agent, e);
      }
    }
  }

  @Override
  public void did(int step) {
    if (!heard) {
      return;
    }
    for (int e = 0; e < live.length; e++) {
      for (int agent = 0; live[e] && agent < returns.length; agent++) {
        returns[agent][e] += table.episodes().reward(agent, e);
      }
    }
    if (callbacks.hearSteps()) {
      callbacks.step(
          new StepEvent(round, step, roles, table.episodes(), table.actions(), live, acted));
    }
  }

  /** The episodes are over, or cut off. */
  public void ended() {
    for (int e = 0; callbacks.hearEpisodes() && e < live.length; e++) {
      double[] own = new double[returns.length];
      int[][] said = new int[returns.length][];
      for (int agent = 0; agent < own.length; agent++) {
        own[agent] = returns[agent][e];
        said[agent] = transcript.said(agent, e);
      }
      int label = Math.max(0, table.episodes().topic(e));
      callbacks.episode(new EpisodeEvent(round, e, steps[e], label, names, own, said));
    }
  }
}
