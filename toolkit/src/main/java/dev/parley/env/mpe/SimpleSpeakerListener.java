package dev.parley.env.mpe;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.Streams;
import java.util.List;

/**
 * MPE's {@code simple_speaker_listener_v4}: a speaker that cannot move sees the colour of one of
 * three landmarks and says one of three words; a listener that cannot speak sees the landmarks
 * without colours, and is to go there. Both earn minus the squared distance of the listener to it,
 * in each of 25 steps (Lowe et al., 2017, "Multi-Agent Actor-Critic for Mixed
 * Cooperative-Competitive Environments").
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
public record SimpleSpeakerListener(Physics physics, boolean continuous, int cycles)
    implements Environment {

  private static final int VOCABULARY = 3;

  /** Checks the settings. */
  public SimpleSpeakerListener {
    new Setting(physics, continuous, cycles);
  }

  /** Choices rather than numbers, current physics, 25 steps. */
  public static SimpleSpeakerListener standard() {
    return new SimpleSpeakerListener(Physics.CURRENT, false, 25);
  }

  /** The same with another order of integration. */
  public SimpleSpeakerListener physics(Physics order) {
    return new SimpleSpeakerListener(order, continuous, cycles);
  }

  /** The same with numbers as actions, or with choices. */
  public SimpleSpeakerListener continuous(boolean numbers) {
    return new SimpleSpeakerListener(physics, numbers, cycles);
  }

  /** The same with longer or shorter episodes. */
  public SimpleSpeakerListener cycles(int steps) {
    return new SimpleSpeakerListener(physics, continuous, steps);
  }

  private Setting setting() {
    return new Setting(physics, continuous, cycles);
  }

  @Override
  public List<Role> roles() {
    return List.of(
        new Role("speaker_0", false, Setting.numbers(3), setting().say(VOCABULARY)),
        new Role("listener_0", false, Setting.numbers(8 + VOCABULARY), setting().move()));
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
    return setting().text("SimpleSpeakerListener");
  }

  /** The speaker is agent 0. */
  static final class Worlds extends ParticleEpisodes {

    Worlds(SimpleSpeakerListener game, int batch, Streams streams) {
      super(game.roles(), VOCABULARY, game.setting(), batch, streams);
    }

    @Override
    boolean instructs(int agent) {
      return agent == 0;
    }

    @Override
    boolean moves(int agent) {
      return agent == 1;
    }

    @Override
    boolean speaks(int agent) {
      return agent == 0;
    }

    @Override
    int see(int agent, int world, double[] into) {
      return agent == 0
          ? seeGoal(0, world, into, 0, 0.65, 0.15)
          : hear(1, world, into, seeWorld(1, world, into));
    }

    @Override
    void earn(int world, double[] into) {
      double reward = -bodies.squaredDistance(1, goals[0][world], world);
      into[0] = reward;
      into[1] = reward;
    }
  }
}
