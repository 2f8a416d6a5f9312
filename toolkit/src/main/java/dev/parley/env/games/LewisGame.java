package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Dict;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The game of reference (Lewis, 1969, "Convention"; with meanings of attributes and values as in
 * Kottur et al., 2017, "Natural Language Does Not Emerge 'Naturally' in Multi-Agent Dialog", and
 * Chaabouni et al., 2020, "Compositionality and Generalization in Emergent Languages"). A sender
 * sees a meaning, {@code attributes} values of {@code values} each, and says a message; then a
 * receiver that hears it makes the meaning out.
 *
 * <p>The receiver either sets every attribute, and both earn the share of those that are right, or
 * picks one of {@code candidates} meanings, and both earn 1 if it is the right one. Candidates are
 * different meanings, drawn uniformly and in random order; the right one is any of them.
 *
 * <p>Meanings can be held out, so that a language can be tried on meanings that its speakers never
 * saw: {@code holdout(0.2, 1)} is the game on the others, {@code holdout(0.2, 1).heldOut(true)} the
 * one on those. Every value of every attribute stays in the former.
 *
 * @param attributes of a meaning, 1 or more
 * @param values that each attribute can have, 2 or more; there are at most 65,536 meanings
 * @param candidates to pick from, 2 or more; 0 if the receiver sets the attributes
 * @param length symbols of a message, 1 or more
 * @param vocabulary different symbols, 1 or more
 * @param holdout share of the meanings that is held out, rounded to whole meanings; 0 for none
 * @param seed which meanings are held out
 * @param heldOut whether it is played on the meanings that are held out
 */
public record LewisGame(
    int attributes,
    int values,
    int candidates,
    int length,
    int vocabulary,
    double holdout,
    long seed,
    boolean heldOut)
    implements Environment {

  private static final int MOST_MEANINGS = 1 << 16;

  /** Checks the settings. */
  public LewisGame {
    Least.of("attributes", attributes, 1);
    Least.of("values", values, 2);
    if (Math.pow(values, attributes) > MOST_MEANINGS) {
      throw wrong("meanings", values + "^" + attributes, "at most " + MOST_MEANINGS);
    }
    Least.of("length", length, 1);
    Least.of("vocabulary", vocabulary, 1);
    if (!(holdout >= 0 && holdout < 1)) {
      throw wrong("holdout", holdout, "0 or more, below 1");
    }
    holdout = holdout + 0.0; // -0 becomes 0, which it is equal to
    Meanings all = new Meanings(attributes, values);
    int out = all.part(holdout, seed, true).length;
    if (out < Math.round(holdout * all.count())) {
      throw wrong(
          "holdout", holdout, "so that every value stays in a meaning that is not held out");
    }
    if (heldOut && out == 0) {
      throw wrong("heldOut", true, "games with a holdout(share, seed)");
    }
    int played = heldOut ? out : all.count() - out;
    if (candidates != 0 && (candidates < 2 || candidates > played)) {
      throw wrong("candidates", candidates, "2 to the " + played + " meanings, or 0 to set them");
    }
  }

  /**
   * All meanings; the receiver sets every attribute; a symbol for each value, as many as needed.
   */
  public static LewisGame of(int attributes, int values) {
    return new LewisGame(attributes, values, 0, attributes, values, 0, 0, false);
  }

  /** The same with so many meanings to pick from, or 0: the receiver sets the attributes. */
  public LewisGame candidates(int count) {
    return new LewisGame(attributes, values, count, length, vocabulary, holdout, seed, heldOut);
  }

  /** The same with longer or shorter messages, of more or fewer symbols. */
  public LewisGame message(int symbols, int different) {
    return new LewisGame(
        attributes, values, candidates, symbols, different, holdout, seed, heldOut);
  }

  /** The same without a share of the meanings, drawn by a seed. */
  public LewisGame holdout(double share, long drawnBy) {
    return new LewisGame(
        attributes, values, candidates, length, vocabulary, share, drawnBy, heldOut);
  }

  /** The same on the meanings that are held out, or on the others. */
  public LewisGame heldOut(boolean those) {
    return new LewisGame(attributes, values, candidates, length, vocabulary, holdout, seed, those);
  }

  /**
   * The meanings that this game is played on, by their attributes.
   *
   * @return [meanings, attributes], ascending
   */
  public int[][] meanings() {
    Meanings all = new Meanings(attributes, values);
    return Arrays.stream(played())
        .mapToObj(
            m -> {
              int[] meaning = new int[attributes];
              Arrays.setAll(meaning, a -> all.value(m, a));
              return meaning;
            })
        .toArray(int[][]::new);
  }

  int[] played() {
    return new Meanings(attributes, values).part(holdout, seed, heldOut);
  }

  private int[] repeated(int count, int value) {
    int[] counts = new int[count];
    Arrays.fill(counts, value);
    return counts;
  }

  @Override
  public List<Role> roles() {
    Space meaning = Space.multiDiscrete(repeated(attributes, values));
    Space message = Space.message(length, vocabulary);
    Dict heard = Space.dictionary("heard", message);
    Role sender = new Role("sender", false, meaning, message);
    if (candidates == 0) {
      return List.of(sender, new Role("receiver", false, heard, meaning));
    }
    Space choices = Space.multiDiscrete(repeated(candidates * attributes, values));
    Dict seen = heard.and("candidates", choices);
    return List.of(sender, new Role("receiver", false, seen, Space.discrete(candidates)));
  }

  /**
   * Joint rewards. Without messages, any candidate is as probable as the others, and the best guess
   * of an attribute is its most frequent value.
   */
  @Override
  public Anchors anchors(Samples samples) {
    if (candidates != 0) {
      double chance = 2.0 / candidates;
      return new Anchors(chance, chance, chance, 2);
    }
    Meanings all = new Meanings(attributes, values);
    int[] played = played();
    double sum = 0;
    for (int a = 0; a < attributes; a++) {
      int[] counts = new int[values];
      for (int meaning : played) {
        counts[all.value(meaning, a)]++;
      }
      sum += Arrays.stream(counts).max().orElseThrow();
    }
    double guess = 2 * sum / attributes / played.length;
    return new Anchors(2.0 / values, guess, guess, 2);
  }

  /** The meanings, those held out among them, if there are at most 4,096. */
  @Override
  public int topics() {
    return Topics.few(new Meanings(attributes, values).count());
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(2);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new LewisEpisodes(this, batch, streams);
  }

  @Override
  public String toString() {
    return "LewisGame.of("
        + attributes
        + ", "
        + values
        + ")"
        + (length == attributes && vocabulary == values
            ? ""
            : ".message(" + length + ", " + vocabulary + ")")
        + (holdout == 0 && seed == 0 ? "" : ".holdout(" + holdout + ", " + literal(seed) + ")")
        + (heldOut ? ".heldOut(true)" : "")
        + (candidates == 0 ? "" : ".candidates(" + candidates + ")");
  }

  private static String literal(long number) {
    return number == (int) number ? Long.toString(number) : number + "L";
  }

  private static SettingException wrong(String setting, Object got, String allowed) {
    return new SettingException(Problem.with(setting).got(got).allowed(allowed));
  }
}
