package dev.parley.env.mpe;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.Streams;
import java.util.List;

/**
 * MPE's {@code simple_reference_v3}: two agents that move and speak, each of whom sees the colour
 * of the landmark that the other is to go to, and says one of ten words. An agent earns half of the
 * team's mean and half of what its pupil does: minus the distance of the pupil to its goal, in each
 * of 25 steps (Lowe et al., 2017). In mpe2 a move and a word are one number below 50: {@code move +
 * 5 word}.
 *
 * <p>Observations, rewards and moves are those of the package mpe2 to the last digits but a few: a
 * test compares them. What differs is where things are at the beginning, which comes from Parley's
 * own streams.
 *
 * @param physics in which order position and velocity move on
 * @param continuous whether actions are numbers from 0 to 1, five for a move and one for each word,
 *     rather than choices
 * @param cycles steps of an episode, 1 or more
 */
public record SimpleReference(Physics physics, boolean continuous, int cycles)
    implements Environment {

  private static final int VOCABULARY = 10;
  private static final double LOCAL = 0.5;

  /** Checks the settings. */
  public SimpleReference {
    new Setting(physics, continuous, cycles);
  }

  /** Choices rather than numbers, current physics, 25 steps. */
  public static SimpleReference standard() {
    return new SimpleReference(Physics.CURRENT, false, 25);
  }

  /** The same with another order of integration. */
  public SimpleReference physics(Physics order) {
    return new SimpleReference(order, continuous, cycles);
  }

  /** The same with numbers as actions, or with choices. */
  public SimpleReference continuous(boolean numbers) {
    return new SimpleReference(physics, numbers, cycles);
  }

  /** The same with longer or shorter episodes. */
  public SimpleReference cycles(int steps) {
    return new SimpleReference(physics, continuous, steps);
  }

  private Setting setting() {
    return new Setting(physics, continuous, cycles);
  }

  @Override
  public List<Role> roles() {
    return List.of(role("agent_0"), role("agent_1"));
  }

  private Role role(String name) {
    int seen = 8 + ParticleEpisodes.LANDMARKS + VOCABULARY;
    return new Role(name, false, Setting.numbers(seen), setting().moveAndSay(VOCABULARY));
  }

  @Override
  public Anchors anchors(Samples samples) {
    return Returns.of(this);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Worlds(this, batch, streams);
  }

  @Override
  public String toString() {
    return setting().text("SimpleReference");
  }

  /** Both agents alike. */
  static final class Worlds extends ParticleEpisodes {

    Worlds(SimpleReference game, int batch, Streams streams) {
      super(game.roles(), VOCABULARY, game.setting(), batch, streams);
    }

    @Override
    boolean instructs(int agent) {
      return true;
    }

    @Override
    boolean moves(int agent) {
      return true;
    }

    @Override
    boolean speaks(int agent) {
      return true;
    }

    @Override
    int see(int agent, int world, double[] into) {
      int goal = seeWorld(agent, world, into);
      return hear(agent, world, into, seeGoal(agent, world, into, goal, 0.75, 0.25));
    }

    @Override
    void earn(int world, double[] into) {
      double first = -Math.sqrt(bodies.squaredDistance(1, goals[0][world], world));
      double second = -Math.sqrt(bodies.squaredDistance(0, goals[1][world], world));
      double team = (first + second) / 2;
      into[0] = team * (1 - LOCAL) + first * LOCAL;
      into[1] = team * (1 - LOCAL) + second * LOCAL;
    }
  }
}
