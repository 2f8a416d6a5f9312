package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Signals;
import dev.parley.env.Environment;
import dev.parley.env.games.ColourDigit;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.MultiStepDigits;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.grid.PredatorPrey;
import dev.parley.env.grid.TrafficJunction;
import dev.parley.language.Lexicon;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Games of several steps that have something to tell, or nothing. */
final class PpoGamesTest {

  private static final Ppo SHORT =
      PpoRunTest.SHORT.rounds(20).batch(16).dataset(Signals.of(3, 2)).seed(51);

  static Stream<Environment> telling() {
    return Stream.of(
        SumOfDigits.standard().classes(3).vocabulary(3),
        ColourDigit.standard(),
        MultiStepDigits.standard().classes(3).steps(3));
  }

  private static void assertLabels(Run run) {
    int topics = run.plan().setup().environment().topics();
    List<Lexicon.Entry> entries = run.lexicon().entries();
    assertTrue(entries.stream().anyMatch(entry -> entry.labelShare() < 1), entries::toString);
    for (Lexicon.Entry entry : entries) {
      assertTrue(entry.label() >= 0 && entry.label() < topics, entry::toString);
    }
    assertEquals(0, run.protocol().information().stringColumn("about").countOccurrences("topic"));
  }

  /** Messages are held against what there is to tell, which is not the label of one signal. */
  @ParameterizedTest
  @MethodSource("telling")
  void labelsOfWhatSignalsTell(Environment game) {
    assertLabels(SHORT.environment(game).run(Listener.silent()));
  }

  @Test
  void labelsOfMeanings() {
    assertLabels(
        PpoRunTest.SHORT.rounds(20).environment(LewisGame.of(2, 3)).run(Listener.silent()));
  }

  /** Many agents, who come and go, and say nothing. */
  @Test
  void gridWorlds() {
    Ppo plan = PpoRunTest.SHORT.rounds(2).batch(4);
    Run hunt = plan.environment(PredatorPrey.easy()).run(Listener.silent());
    Run road = plan.environment(TrafficJunction.easy()).run(Listener.silent());
    assertTrue(hunt.lexicon().entries().isEmpty());
    for (Run run : new Run[] {hunt, road}) {
      run.rounds().doubleColumn("joint_reward").forEach(r -> assertTrue(r < 0, "reward " + r));
    }
  }
}
