package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Looks for mistakes in an environment by playing it at random: names, spaces, who acts, rewards,
 * ends, and that the same seed gives the same episode.
 */
public final class EnvironmentTests {

  private static final int EPISODES = 20;
  private static final int MOST_STEPS = 10_000;

  private final MultiAgentEnv game;
  private final List<Problem> problems = new ArrayList<>();

  private EnvironmentTests(MultiAgentEnv game) {
    this.game = game;
  }

  /**
   * Looks at a game that is written one episode at a time, such as {@code MyGame::new}.
   *
   * @throws PlanException with every mistake that was found
   */
  public static void check(Supplier<? extends MultiAgentEnv> maker) {
    EnvironmentTests first = new EnvironmentTests(maker.get());
    first.names();
    if (first.problems.isEmpty()) {
      first.played(maker);
    }
    if (!first.problems.isEmpty()) {
      throw new PlanException(first.problems);
    }
  }

  /**
   * Looks at any environment.
   *
   * @throws PlanException with every mistake that was found
   */
  public static void check(Environment environment) {
    Samples samples = Signals.of(5, 3).load();
    check(() -> environment.single(samples));
  }

  private void names() {
    List<String> agents = game.agents();
    if (agents.isEmpty() || agents.stream().distinct().count() < agents.size()) {
      found("agents", agents, "one or more, each once");
    }
    for (String agent : agents) {
      if (!agent.matches("[a-z][a-z0-9_]*")) {
        found("agent", agent, "small letters, digits and underscores: a part of column names");
      }
      if (game.actionSpace(agent).leaves().isEmpty()) {
        found("actions of " + agent, game.actionSpace(agent), "something to do or to say");
      }
    }
    if (!agents.equals(game.agents())) {
      found("agents", game.agents(), "the same at every call: " + agents);
    }
  }

  private void played(Supplier<? extends MultiAgentEnv> maker) {
    for (long seed = 0; seed < EPISODES && problems.isEmpty(); seed++) {
      List<String> once = episode(game, seed);
      List<String> again = problems.isEmpty() ? episode(game, seed) : once;
      List<String> anew = problems.isEmpty() ? episode(maker.get(), seed) : once;
      same(seed, "in the same object", once, again);
      same(seed, "in a new object", once, anew);
    }
  }

  private void same(long seed, String where, List<String> first, List<String> second) {
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      if (!first.get(i).equals(second.get(i))) {
        found("seed " + seed, second.get(i), "the same again " + where + ": " + first.get(i));
        return;
      }
    }
    if (first.size() != second.size()) {
      found("seed " + seed, second.size() + " turns", first.size() + " again " + where);
    }
  }

  /** Every turn of an episode as a text. */
  private List<String> episode(MultiAgentEnv played, long seed) {
    List<String> turns = new ArrayList<>();
    RandomStream choices = new RandomStream(seed);
    Turn turn = played.reset(seed);
    inspect(turn, true);
    turns.add(text(turn));
    while (!turn.isOver() && problems.isEmpty()) {
      Map<String, Object> actions = new LinkedHashMap<>();
      for (String agent : played.agents()) {
        if (turn.observations().containsKey(agent)) {
          actions.put(agent, played.actionSpace(agent).sample(choices));
        }
      }
      turn = played.step(actions);
      inspect(turn, false);
      turns.add(text(turn));
      if (turns.size() > MOST_STEPS) {
        found("episode", "no end in " + MOST_STEPS + " steps", "an end, such as a limit of steps");
      }
    }
    return turns;
  }

  private void inspect(Turn turn, boolean first) {
    for (Map.Entry<String, Object> seen : turn.observations().entrySet()) {
      known("observations", seen.getKey());
      if (game.agents().contains(seen.getKey())) {
        Space space = game.observationSpace(seen.getKey());
        if (!space.contains(seen.getValue())) {
          found("observation of " + seen.getKey(), Spaces.text(seen.getValue()), space.toString());
        }
      }
    }
    turn.rewards().keySet().forEach(agent -> known("rewards", agent));
    turn.terminations().forEach(agent -> known("terminations", agent));
    turn.truncations().forEach(agent -> known("truncations", agent));
    turn.infos().keySet().forEach(agent -> known("infos", agent));
    for (Map.Entry<String, Double> reward : turn.rewards().entrySet()) {
      if (!Double.isFinite(reward.getValue())) {
        found("reward of " + reward.getKey(), reward.getValue(), "finite numbers");
      }
    }
    if (first && turn.isOver()) {
      found("reset", "an episode that is over", "one that begins");
    }
    if (!turn.isOver() && turn.observations().isEmpty()) {
      found("turn", "nobody who acts", "observations of whoever acts next, or over()");
    }
    for (String agent : turn.observations().keySet()) {
      if (!turn.isOver()
          && (turn.terminations().contains(agent) || turn.truncations().contains(agent))) {
        found("turn", agent + " is out of the game and acts next", "one of both");
      }
    }
  }

  private void known(String where, String agent) {
    if (!game.agents().contains(agent)) {
      found(where, agent, "the agents " + game.agents());
    }
  }

  private void found(String subject, Object got, Object allowed) {
    Problem problem = Problem.with(subject).got(got).allowed(Objects.toString(allowed));
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static String text(Turn turn) {
    Map<String, String> seen = new TreeMap<>();
    turn.observations().forEach((agent, value) -> seen.put(agent, Spaces.text(value)));
    return seen
        + " rewards "
        + new TreeMap<>(turn.rewards())
        + " terminated "
        + turn.terminations().stream().sorted().toList()
        + " truncated "
        + turn.truncations().stream().sorted().toList()
        + (turn.isOver() ? " over" : "");
  }
}
