package dev.parley.env.mpe;

import dev.parley.env.Environment;
import java.util.OptionalInt;

/**
 * A particle world, and what can be set in it.
 *
 * @param <W> the world itself
 */
public interface ParticleWorld<W extends ParticleWorld<W>> extends Environment {

  /** What is set. */
  ParticleSettings settings();

  /** The same world with other settings. */
  W with(ParticleSettings settings);

  /** The order of integration; default {@link Physics#CURRENT}. */
  default W physics(Physics order) {
    ParticleSettings now = settings();
    return with(new ParticleSettings(order, now.continuous(), now.cycles()));
  }

  /** Whether actions are numbers rather than choices; default no. */
  default W continuous(boolean numbers) {
    ParticleSettings now = settings();
    return with(new ParticleSettings(now.physics(), numbers, now.cycles()));
  }

  /** Steps of an episode, 1 or more; default 25. */
  default W cycles(int steps) {
    ParticleSettings now = settings();
    return with(new ParticleSettings(now.physics(), now.continuous(), steps));
  }

  @Override
  default OptionalInt longest() {
    return OptionalInt.of(settings().cycles());
  }
}
