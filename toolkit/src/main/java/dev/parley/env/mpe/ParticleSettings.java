package dev.parley.env.mpe;

import dev.parley.env.Dict;
import dev.parley.env.Space;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.Objects;

/**
 * What can be set in every particle world.
 *
 * @param physics in which order position and velocity move on
 * @param continuous whether actions are numbers from 0 to 1, five for a move and one for each word,
 *     rather than choices
 * @param cycles steps of an episode, 1 or more
 */
public record ParticleSettings(Physics physics, boolean continuous, int cycles) {

  /** Choices rather than numbers, current physics, 25 steps. */
  public static final ParticleSettings STANDARD = new ParticleSettings(Physics.CURRENT, false, 25);

  /** Checks the number of steps. */
  public ParticleSettings {
    Objects.requireNonNull(physics, "physics");
    if (cycles < 1) {
      throw new SettingException(Problem.with("cycles").got(cycles).allowed("1 step or more"));
    }
  }

  /** A move: nothing, left, right, down, up. */
  Space move() {
    return continuous
        ? Space.box(0, 1, ParticleEpisodes.MOVE)
        : Space.discrete("stay", "left", "right", "down", "up");
  }

  /** One of the words, or a number for each. */
  Space say(int vocabulary) {
    return continuous ? Space.box(0, 1, vocabulary).said() : Space.symbol(vocabulary);
  }

  Dict moveAndSay(int vocabulary) {
    return Space.dictionary("move", move()).and("say", say(vocabulary));
  }

  /** Where it goes, and where each landmark is from here. */
  static Dict world() {
    return Space.dictionary("velocity", numbers(2))
        .and("landmarks", numbers(2 * ParticleEpisodes.LANDMARKS));
  }

  /** What the other said: a number for each word. */
  static Space heard(int vocabulary) {
    return Space.box(0, 1, vocabulary).said();
  }

  /** Numbers without an end. */
  static Space numbers(int count) {
    return Space.box(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, count);
  }

  /** The settings of a world as its methods, those that differ from the standard. */
  String text(String name) {
    return name
        + ".standard()"
        + (physics == Physics.CURRENT ? "" : ".physics(Physics.OLD)")
        + (continuous ? ".continuous(true)" : "")
        + (cycles == STANDARD.cycles ? "" : ".cycles(" + cycles + ")");
  }
}
