package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import dev.parley.state.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of games of somebody's own, stepped one after the other. */
final class OwnEpisodes implements Episodes {

  private final List<Role> roles;
  private final List<ActionReader> readers;
  private final MultiAgentEnv[] games;
  private final Turn[] turns;
  private final RandomStream seeds;
  private final int[] steps;

  OwnEpisodes(OwnGame game, int batch, RandomStream seeds) {
    this.roles = game.roles();
    this.readers = new ArrayList<>();
    this.seeds = seeds;
    for (int agent = 0; agent < roles.size(); agent++) {
      readers.add(new ActionReader(agent, roles.get(agent).action()));
    }
    games = new MultiAgentEnv[batch];
    turns = new Turn[batch];
    steps = new int[batch];
    Arrays.setAll(games, e -> game.maker().get());
  }

  @Override
  public int batch() {
    return games.length;
  }

  @Override
  public void reset() {
    for (int e = 0; e < games.length; e++) {
      turns[e] = checked(games[e].reset(seeds.nextLong()));
      steps[e] = 0;
    }
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  /** Who sees nothing at the moment sees zeros. */
  @Override
  public void observe(int agent, float[] into) {
    Role role = roles.get(agent);
    int width = role.features();
    for (int e = 0; e < games.length; e++) {
      Object seen = turns[e].observations().get(role.name());
      if (seen == null) {
        Arrays.fill(into, e * width, (e + 1) * width, 0);
      } else {
        role.observation().flatten(seen, into, e * width);
      }
    }
  }

  /** Who hears anything hears the only other agent that says anything, if there is only one. */
  @Override
  public int speaker(int agent, int episode) {
    if (steps[episode] == 0 || !says(roles.get(agent).observation())) {
      return -1;
    }
    int found = -1;
    for (int other = 0; other < roles.size(); other++) {
      if (other != agent && says(roles.get(other).action())) {
        if (found >= 0) {
          return -1;
        }
        found = other;
      }
    }
    return found;
  }

  private static boolean says(Space space) {
    return space.leaves().stream().anyMatch(Space.Leaf::isSaid);
  }

  @Override
  public boolean acts(int agent, int episode) {
    return !over(episode) && turns[episode].observations().containsKey(roles.get(agent).name());
  }

  @Override
  public void step(Actions actions) {
    for (int e = 0; e < games.length; e++) {
      if (over(e)) {
        continue;
      }
      Map<String, Object> chosen = new LinkedHashMap<>();
      for (int agent = 0; agent < roles.size(); agent++) {
        if (acts(agent, e)) {
          chosen.put(roles.get(agent).name(), readers.get(agent).value(actions, e));
        }
      }
      turns[e] = checked(games[e].step(chosen));
      steps[e]++;
    }
  }

  /** A game that lets nobody act, and is not over, would never end. */
  private Turn checked(Turn turn) {
    for (Map.Entry<String, Object> seen : turn.observations().entrySet()) {
      Role role =
          roles.stream()
              .filter(r -> r.name().equals(seen.getKey()))
              .findFirst()
              .orElseThrow(() -> fault("observations", seen.getKey(), names()));
      if (!role.observation().contains(seen.getValue())) {
        throw fault(
            "observation of " + role.name(),
            Spaces.text(seen.getValue()),
            role.observation().toString());
      }
    }
    if (!turn.isOver() && turn.observations().isEmpty()) {
      throw fault("turn", "nobody who acts", "observations of whoever acts next, or over()");
    }
    return turn;
  }

  private String names() {
    return "the agents " + roles.stream().map(Role::name).toList();
  }

  private static PlanException fault(String subject, String got, String allowed) {
    return new PlanException(
        List.of(
            Problem.with(subject)
                .got(got)
                .allowed(allowed)
                .hint("EnvironmentTests.check(environment) looks for such mistakes")));
  }

  @Override
  public double reward(int agent, int episode) {
    return turns[episode].rewards().getOrDefault(roles.get(agent).name(), 0.0);
  }

  @Override
  public boolean over(int episode) {
    return turns[episode].isOver();
  }

  @Override
  public boolean truncated(int episode) {
    Turn turn = turns[episode];
    return turn.isOver() && !turn.truncations().isEmpty();
  }

  @Override
  public boolean truncated(int agent, int episode) {
    Turn turn = turns[episode];
    return turn.isOver() && turn.truncations().contains(roles.get(agent).name());
  }

  /** An episode is its seed and its actions, so between episodes there is nothing else. */
  @Override
  public void keep(State state) {
    state.stream("episodes", seeds);
  }
}
