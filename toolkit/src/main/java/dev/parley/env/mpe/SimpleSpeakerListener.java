package dev.parley.env.mpe;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Dict;
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
 * @param settings its settings
 */
public record SimpleSpeakerListener(ParticleSettings settings)
    implements ParticleWorld<SimpleSpeakerListener> {

  private static final int VOCABULARY = 3;

  /** Choices rather than numbers, current physics, 25 steps. */
  public static SimpleSpeakerListener standard() {
    return new SimpleSpeakerListener(ParticleSettings.STANDARD);
  }

  @Override
  public SimpleSpeakerListener with(ParticleSettings other) {
    return new SimpleSpeakerListener(other);
  }

  @Override
  public List<Role> roles() {
    Dict listener = ParticleSettings.world().and("heard", ParticleSettings.heard(VOCABULARY));
    return List.of(
        new Role("speaker_0", false, ParticleSettings.numbers(3), settings.say(VOCABULARY)),
        new Role("listener_0", false, listener, settings.move()));
  }

  @Override
  public Anchors anchors(Samples samples) {
    return Returns.of(this);
  }

  /** Which landmark is the goal. */
  @Override
  public int topics() {
    return ParticleEpisodes.LANDMARKS;
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Worlds(this, batch, streams);
  }

  @Override
  public String toString() {
    return settings.text("SimpleSpeakerListener");
  }

  /** The speaker is agent 0. */
  static final class Worlds extends ParticleEpisodes {

    Worlds(SimpleSpeakerListener game, int batch, Streams streams) {
      super(game.roles(), VOCABULARY, game.settings(), batch, streams);
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
