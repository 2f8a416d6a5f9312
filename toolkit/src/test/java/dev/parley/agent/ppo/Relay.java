package dev.parley.agent.ppo;

import dev.parley.env.MultiAgentEnv;
import dev.parley.env.Space;
import dev.parley.env.Turn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A game of turns and of unequal length: the two speak and act one after the other, three kinds of
 * choice at once, and it is over when one of them says so or after nine turns.
 */
final class Relay implements MultiAgentEnv {

  private static final List<String> NAMES = List.of("first", "second");

  private int secret;
  private int turns;
  private int said;

  @Override
  public List<String> agents() {
    return NAMES;
  }

  @Override
  public Space observationSpace(String agent) {
    return Space.dictionary("secret", Space.discrete(3)).and("said", Space.discrete(4));
  }

  @Override
  public Space actionSpace(String agent) {
    return Space.dictionary("guess", Space.discrete(3))
        .and("go", Space.discrete("on", "stop"))
        .and("say", Space.message(2, 4));
  }

  @Override
  public Turn reset(long seed) {
    secret = new Random(seed).nextInt(3);
    turns = 0;
    said = 0;
    return seen();
  }

  @Override
  public Turn step(Map<String, Object> actions) {
    String name = NAMES.get(turns % 2);
    Map<?, ?> action = (Map<?, ?>) Objects.requireNonNull(actions.get(name));
    said = ((int[]) Objects.requireNonNull(action.get("say")))[1];
    boolean right = Objects.equals(action.get("guess"), secret);
    boolean stop = Objects.equals(action.get("go"), 1);
    turns++;
    Turn turn = seen().reward("first", right ? 1 : 0).reward("second", -0.1);
    if (stop) {
      return turn.terminated("first", "second").over();
    }
    return turns < 9 ? turn : turn.truncated("first", "second").over();
  }

  private Turn seen() {
    int shown = turns % 2 == 0 ? secret : 0;
    return Turn.of(Map.of(NAMES.get(turns % 2), Map.of("secret", shown, "said", said)));
  }
}
