package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.error.PlanException;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Games that people write one episode at a time, and what is found wrong with them. */
final class OwnGameTest {

  private static final Samples SAMPLES = Signals.of(5, 3).load();

  /** One says a number that it sees, then the other, who comes later, guesses it. */
  private static class Guess implements MultiAgentEnv {
    private int number;

    @Override
    public List<String> agents() {
      return List.of("speaker", "guesser");
    }

    @Override
    public Space observationSpace(String agent) {
      return Space.discrete(3);
    }

    @Override
    public Space actionSpace(String agent) {
      return agent.equals("speaker") ? Space.symbol(3) : Space.discrete(3);
    }

    @Override
    public Turn reset(long seed) {
      number = new RandomStream(seed).nextInt(3);
      return Turn.of(Map.of("speaker", number));
    }

    @Override
    public Turn step(Map<String, Object> actions) {
      Object said = actions.get("speaker");
      if (said != null) {
        return Turn.of(Map.of("guesser", said)).terminated("speaker");
      }
      double right = Integer.valueOf(number).equals(actions.get("guesser")) ? 1 : 0;
      return Turn.of(Map.of()).reward("guesser", right).terminated("guesser").over();
    }
  }

  @Test
  void turnsInABatch() {
    Environment game = Environment.of(Guess::new);
    Episodes episodes = game.open(SAMPLES, 4, Streams.of(1));
    Actions actions = new Actions(game.roles(), 4);
    float[] seen = new float[12];
    episodes.reset();
    episodes.observe(1, seen);
    assertArrayEquals(new float[12], seen, "nobody speaks to the guesser yet");
    episodes.observe(0, seen);
    for (int e = 0; e < 4; e++) {
      assertTrue(episodes.acts(0, e));
      assertFalse(episodes.acts(1, e));
      actions.choice(0)[e] = (int) (seen[3 * e + 1] + 2 * seen[3 * e + 2]);
    }
    episodes.step(actions);
    episodes.observe(1, seen);
    for (int e = 0; e < 4; e++) {
      assertTrue(episodes.acts(1, e));
      actions.choice(1)[e] = (int) (seen[3 * e + 1] + 2 * seen[3 * e + 2]);
    }
    episodes.step(actions);
    for (int e = 0; e < 4; e++) {
      assertEquals(1, episodes.reward(1, e));
      assertEquals(0, episodes.reward(0, e));
      assertTrue(episodes.over(e));
      assertFalse(episodes.truncated(e));
    }
  }

  @Test
  void goodGamePasses() {
    EnvironmentTests.check(Guess::new);
    EnvironmentTests.check(Environment.of(Guess::new));
    assertEquals("Environment.of(Guess::new)", Environment.of(Guess::new).toString());
  }

  /** The same game, with something done to every turn. */
  private static final class Spoilt extends Guess {
    private final UnaryOperator<Turn> spoil;

    Spoilt(UnaryOperator<Turn> spoil) {
      this.spoil = spoil;
    }

    @Override
    public Turn reset(long seed) {
      return spoil.apply(super.reset(seed));
    }

    @Override
    public Turn step(Map<String, Object> actions) {
      return spoil.apply(super.step(actions));
    }
  }

  static Stream<Arguments> mistakes() {
    int[] calls = new int[1];
    return Stream.of(
        Arguments.of("observation of speaker", spoilt(t -> Turn.of(Map.of("speaker", 7)))),
        Arguments.of("observations", spoilt(t -> Turn.of(Map.of("nobody", 1)))),
        Arguments.of("rewards", spoilt(t -> t.reward("nobody", 1))),
        Arguments.of("reward of speaker", spoilt(t -> t.reward("speaker", Double.NaN))),
        Arguments.of("terminations", spoilt(t -> t.terminated("nobody"))),
        Arguments.of("truncations", spoilt(t -> t.truncated("nobody"))),
        Arguments.of("infos", spoilt(t -> t.info("nobody", Map.of()))),
        Arguments.of("reset", spoilt(Turn::over)),
        Arguments.of("turn", spoilt(t -> Turn.of(Map.of()))),
        Arguments.of("turn", spoilt(t -> t.terminated("speaker", "guesser"))),
        Arguments.of("seed 0", spoilt(t -> t.reward("speaker", calls[0]++))),
        Arguments.of("episode", spoilt(t -> Turn.of(Map.of("speaker", 1)))));
  }

  private static Spoilt spoilt(UnaryOperator<Turn> spoil) {
    return new Spoilt(spoil);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakeIsFound(String subject, MultiAgentEnv game) {
    PlanException e = assertThrows(PlanException.class, () -> EnvironmentTests.check(() -> game));
    assertEquals(subject, e.problems().get(0).subject(), e.getMessage());
  }

  @Test
  void namesThatCannotBeColumns() {
    MultiAgentEnv game =
        new Guess() {
          @Override
          public List<String> agents() {
            return List.of("Agent 1", "guesser");
          }
        };
    PlanException e = assertThrows(PlanException.class, () -> EnvironmentTests.check(() -> game));
    assertEquals("agent", e.problems().get(0).subject());
  }

  /** What a batch of episodes and one episode tell is the same. */
  @Test
  void dilemmaOneEpisodeAtATime() {
    MultiAgentEnv game = ParityDilemma.standard().single(SAMPLES);
    Turn first = game.reset(3);
    Map<?, ?> seen = (Map<?, ?>) Objects.requireNonNull(first.observations().get("a"));
    int label = (Integer) Objects.requireNonNull(seen.get("label"));
    assertEquals(Map.of(), first.observations().get("b"));
    Turn last = game.step(Map.of("a", label % 2, "b", label % 2));
    assertEquals(Map.of("a", 5.0, "b", 5.0), last.rewards());
    assertTrue(last.isOver());
    assertEquals(Set.of("a", "b"), last.terminations());
    assertThrows(IllegalStateException.class, () -> game.step(Map.of("a", 0, "b", 0)));
    game.reset(3);
    assertThrows(IllegalArgumentException.class, () -> game.step(Map.of("a", 0)));
    assertThrows(IllegalArgumentException.class, () -> game.step(Map.of("a", 0, "b", 2)));
  }
}
