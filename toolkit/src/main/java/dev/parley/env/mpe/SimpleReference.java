package dev.parley.env.mpe;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Dict;
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
 * @param settings its settings
 */
public record SimpleReference(ParticleSettings settings) implements ParticleWorld<SimpleReference> {

  private static final int VOCABULARY = 10;
  private static final double LOCAL = 0.5;

  /** Choices rather than numbers, current physics, 25 steps. */
  public static SimpleReference standard() {
    return new SimpleReference(ParticleSettings.STANDARD);
  }

  @Override
  public SimpleReference with(ParticleSettings other) {
    return new SimpleReference(other);
  }

  @Override
  public List<Role> roles() {
    return List.of(role("agent_0"), role("agent_1"));
  }

  private Role role(String name) {
    Dict seen =
        ParticleSettings.world()
            .and("goal", ParticleSettings.numbers(ParticleEpisodes.LANDMARKS))
            .and("heard", ParticleSettings.heard(VOCABULARY));
    return new Role(name, false, seen, settings.moveAndSay(VOCABULARY));
  }

  @Override
  public Anchors anchors(Samples samples) {
    return Returns.of(this);
  }

  /** Which landmark is the goal of each, the first agent's being the larger digit. */
  @Override
  public int topics() {
    return ParticleEpisodes.LANDMARKS * ParticleEpisodes.LANDMARKS;
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Worlds(this, batch, streams);
  }

  @Override
  public String toString() {
    return settings.text("SimpleReference");
  }

  /** Both agents alike. */
  static final class Worlds extends ParticleEpisodes {

    Worlds(SimpleReference game, int batch, Streams streams) {
      super(game.roles(), VOCABULARY, game.settings(), batch, streams);
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
