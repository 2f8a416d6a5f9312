package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any game, one episode at a time. */
final class SingleEpisode implements MultiAgentEnv {

  private final Environment game;
  private final Samples samples;
  private final List<Role> roles;
  private final List<ActionReader> readers = new ArrayList<>();
  private final Actions actions;
  private @Nullable Episodes episode;

  SingleEpisode(Environment game, Samples samples) {
    this.game = game;
    this.samples = samples;
    this.roles = game.roles();
    this.actions = new Actions(roles, 1);
    for (int agent = 0; agent < roles.size(); agent++) {
      readers.add(new ActionReader(agent, roles.get(agent).action()));
    }
  }

  @Override
  public List<String> agents() {
    return roles.stream().map(Role::name).toList();
  }

  @Override
  public Space observationSpace(String agent) {
    Role role = role(agent);
    if (!role.seesSignal()) {
      return role.observation();
    }
    Dict label =
        role.seesLabel()
            ? Space.dictionary("label", Space.discrete(samples.classes()))
            : Space.nothing();
    Dict signal = label.and("image", Space.box(0, 1, samples.height(), samples.width()));
    return role.features() == 0 ? signal : signal.and("besides", role.observation());
  }

  @Override
  public Space actionSpace(String agent) {
    return role(agent).action();
  }

  private Role role(String agent) {
    return roles.get(place(agent));
  }

  private int place(String agent) {
    int place = agents().indexOf(agent);
    if (place < 0) {
      throw new IllegalArgumentException("agent: got " + agent + ", allowed: one of " + agents());
    }
    return place;
  }

  @Override
  public Turn reset(long seed) {
    Episodes opened = game.open(samples, 1, Streams.of(seed));
    opened.reset();
    episode = opened;
    return turn(opened, false);
  }

  @Override
  public Turn step(Map<String, Object> chosen) {
    Episodes open = episode;
    if (open == null || open.over(0)) {
      throw new IllegalStateException("step: there is no episode; reset(seed) begins one");
    }
    chosen.forEach((agent, value) -> readers.get(place(agent)).set(value, actions, 0));
    for (int agent = 0; agent < roles.size(); agent++) {
      if (open.acts(agent, 0) != chosen.containsKey(roles.get(agent).name())) {
        throw new IllegalArgumentException(
            "actions: got those of " + chosen.keySet() + ", allowed: one of each who acts now");
      }
    }
    open.step(actions);
    return turn(open, true);
  }

  private Turn turn(Episodes open, boolean stepped) {
    Map<String, Object> seen = new LinkedHashMap<>();
    Map<String, Double> rewards = new LinkedHashMap<>();
    for (int agent = 0; agent < roles.size(); agent++) {
      String name = roles.get(agent).name();
      if (open.acts(agent, 0) || open.truncated(0)) {
        seen.put(name, observed(open, agent));
      }
      if (stepped) {
        rewards.put(name, open.reward(agent, 0));
      }
    }
    Set<String> ended = open.over(0) ? new LinkedHashSet<>(agents()) : Set.of();
    boolean cut = open.truncated(0);
    return new Turn(
        seen, rewards, cut ? Set.of() : ended, cut ? ended : Set.of(), Map.of(), open.over(0));
  }

  private Object observed(Episodes open, int agent) {
    Role role = roles.get(agent);
    float[] flat = new float[role.features()];
    open.observe(agent, flat);
    Object besides = role.observation().unflatten(flat, 0);
    if (!role.seesSignal()) {
      return besides;
    }
    int signal = open.signal(agent, 0);
    float[] pixels = new float[samples.size()];
    samples.copyImage(signal, pixels, 0);
    Map<String, Object> parts = new LinkedHashMap<>();
    if (role.seesLabel()) {
      parts.put("label", samples.label(signal));
    }
    parts.put("image", Space.box(0, 1, samples.size()).unflatten(pixels, 0));
    if (role.features() > 0) {
      parts.put("besides", besides);
    }
    return parts;
  }
}
