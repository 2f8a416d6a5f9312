package dev.parley.env.games;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.datasets.Digits;
import dev.parley.datasets.Samples;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.random.Streams;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What there is to tell is what speakers see. */
final class TopicsTest {

  private static final int BATCH = 500;
  private static final Samples DIGITS = Digits.embedded().load();

  private static Episodes begun(Environment game) {
    Episodes episodes = game.open(DIGITS, BATCH, Streams.of(51));
    episodes.reset();
    return episodes;
  }

  static Stream<LewisGame> games() {
    LewisGame held = LewisGame.of(3, 4).holdout(0.3, 2);
    return Stream.of(
        LewisGame.of(2, 5), LewisGame.of(2, 5).candidates(7), held, held.heldOut(true));
  }

  /** Held out or not, a meaning has one number. */
  @ParameterizedTest
  @MethodSource("games")
  void theMeaning(LewisGame game) {
    assertEquals(Math.pow(game.values(), game.attributes()), game.topics());
    Episodes episodes = begun(game);
    int width = game.attributes() * game.values();
    float[] seen = new float[BATCH * width];
    episodes.observe(0, seen);
    for (int e = 0; e < BATCH; e++) {
      int meaning = 0;
      for (int a = 0; a < game.attributes(); a++) {
        int value = 0;
        while (seen[e * width + a * game.values() + value] == 0) {
          value++;
        }
        meaning = meaning * game.values() + value;
      }
      assertEquals(meaning, episodes.topic(e));
    }
  }

  @Test
  void tooManyToTellApart() {
    assertEquals(4096, LewisGame.of(12, 2).topics());
    assertEquals(0, LewisGame.of(13, 2).topics());
    assertEquals(-1, begun(LewisGame.of(13, 2)).topic(0));
    assertEquals(4096, MultiStepDigits.standard().classes(64).topics());
    assertEquals(0, MultiStepDigits.standard().classes(65).topics());
    assertEquals(-1, begun(MultiStepDigits.standard().classes(65)).topic(0));
    assertEquals(0, MultiStepDigits.standard().classes(Integer.MAX_VALUE).topics());
    assertEquals(0, SumOfDigits.standard().classes(4097).topics());
    assertEquals(-1, begun(SumOfDigits.standard().classes(4097)).topic(0));
  }

  @Test
  void theDigits() {
    Episodes sum = begun(SumOfDigits.standard());
    Episodes steps = begun(MultiStepDigits.standard());
    Episodes colours = begun(ColourDigit.standard());
    assertEquals(10, SumOfDigits.standard().topics());
    assertEquals(100, MultiStepDigits.standard().topics());
    assertEquals(4, ColourDigit.standard().topics());
    for (int e = 0; e < BATCH; e++) {
      assertEquals(DIGITS.label(sum.signal(0, e)), sum.topic(e));
      int first = DIGITS.label(steps.signal(0, e));
      int second = DIGITS.label(steps.signal(1, e));
      assertEquals(10 * first + second, steps.topic(e));
      int odd = DIGITS.label(colours.signal(0, e)) % 2;
      assertEquals(2 * odd + DIGITS.label(colours.signal(1, e)) % 2, colours.topic(e));
    }
  }
}
