package dev.parley.agent.play;

import dev.parley.env.Role;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which policy each agent acts by, and which agents do not learn: RLlib's {@code policy_mapping_fn}
 * and {@code policies_to_train}, as a value.
 *
 * <pre>
 * Policies.SEPARATE                                            // each agent has one of its own
 * Policies.SHARED                                              // one for all
 * Policies.SEPARATE.share("pair", "agent_0", "agent_1")        // one for these two
 * Policies.SEPARATE.partner("listener_0", Partner.frozen(p))   // who plays and does not learn
 * </pre>
 *
 * <p>Agents of one policy must see and do the same; they differ by what they see alone.
 *
 * @param others what holds for agents that are not named
 * @param shared the name of the policy of each agent that has one in common with others, by agent
 * @param partners who plays in the place of an agent and does not learn, by agent
 */
public record Policies(Rest others, Map<String, String> shared, Map<String, Partner> partners) {

  /** What holds for agents that are not named. */
  public enum Rest {
    /** Each agent has nets of its own. */
    SEPARATE,
    /** One policy for all. */
    SHARED
  }

  /** Each agent has nets of its own. */
  public static final Policies SEPARATE = new Policies(Rest.SEPARATE, Map.of(), Map.of());

  /** One policy for all, who must see and do the same; they differ by what they see alone. */
  public static final Policies SHARED = new Policies(Rest.SHARED, Map.of(), Map.of());

  private static final String ALL = "shared";
  private static final String SETTING = "policies";

  /** Copies the maps, in the order of the agents' names. */
  public Policies {
    Setting.given(SETTING, others);
    shared = Collections.unmodifiableMap(new TreeMap<>(shared));
    partners = Collections.unmodifiableMap(new TreeMap<>(partners));
    for (String policy : shared.values()) {
      if (!policy.matches("[a-z][a-z0-9_]*")) {
        throw bad(policy, "names of lower-case letters, digits and underscores");
      }
    }
    for (String agent : partners.keySet()) {
      if (shared.containsKey(agent)) {
        throw bad(agent, "a partner or a shared policy for an agent, not both");
      }
    }
  }

  private static SettingException bad(String got, String allowed) {
    return new SettingException(Problem.with(SETTING).got(got).allowed(allowed));
  }

  /**
   * One policy for several agents.
   *
   * @param policy its name, of lower-case letters, digits and underscores
   * @param agents two or more, as the game names them; none has another policy already
   */
  public Policies share(String policy, String... agents) {
    Setting.given("policy", policy);
    Map<String, String> more = new LinkedHashMap<>(shared);
    for (String agent : agents) {
      Setting.given("agent", agent);
      String before = more.put(agent, policy);
      if (before != null) {
        throw bad(agent, "each agent once; it has the policy " + before);
      }
    }
    if (agents.length < 2) {
      throw bad(agents.length + " agents for " + policy, "two or more");
    }
    return new Policies(others, more, partners);
  }

  /** Somebody in the place of an agent, who plays and does not learn. */
  public Policies partner(String agent, Partner partner) {
    Setting.given("agent", agent);
    Setting.given("partner", partner);
    Map<String, Partner> more = new LinkedHashMap<>(partners);
    more.put(agent, partner);
    return new Policies(others, shared, more);
  }

  /** The name of the policy that an agent acts by, if it has no partner in its place. */
  String of(String agent) {
    return shared.getOrDefault(agent, others == Rest.SHARED ? ALL : agent);
  }

  /**
   * The policies that learn, by name, and who acts by each; none for an agent that has nothing to
   * choose, or a partner in its place.
   */
  public Map<String, List<Seat>> groups(List<Seat> seats) {
    Map<String, List<Seat>> groups = new LinkedHashMap<>();
    for (Seat seat : seats) {
      if (!seat.heads().isEmpty() && !partners.containsKey(seat.name())) {
        groups.computeIfAbsent(of(seat.name()), name -> new ArrayList<>()).add(seat);
      }
    }
    return groups;
  }

  /** What does not fit the agents of a game; empty if all is well. */
  public List<Problem> problems(List<Role> roles, List<Seat> seats) {
    List<Problem> found = new ArrayList<>();
    List<String> names = roles.stream().map(Role::name).toList();
    List<String> named = new ArrayList<>(shared.keySet());
    named.addAll(partners.keySet());
    for (String agent : named) {
      if (!names.contains(agent)) {
        found.add(
            Problem.with(SETTING)
                .got(agent)
                .allowed("agents of the game: " + String.join(", ", names)));
      }
    }
    found.addAll(merged(names));
    Map<String, List<Role>> together = new LinkedHashMap<>();
    for (Role role : roles) {
      if (!partners.containsKey(role.name())) {
        together.computeIfAbsent(of(role.name()), name -> new ArrayList<>()).add(role);
      }
    }
    together.forEach(
        (policy, members) -> {
          if (!alike(members)) {
            found.add(unlike(policy, members));
          }
        });
    for (Seat seat : seats) {
      Partner partner = partners.get(seat.name());
      if (partner instanceof ConstantPartner constant) {
        constant.problem(seat).ifPresent(found::add);
      }
    }
    if (!partners.isEmpty() && found.isEmpty() && groups(seats).isEmpty()) {
      found.add(Problem.with(SETTING).got(this).allowed("somebody who learns and has a choice"));
    }
    return found;
  }

  /** Names of shared policies that an agent would join without being named. */
  private List<Problem> merged(List<String> names) {
    List<Problem> found = new ArrayList<>();
    for (String policy : new TreeSet<>(shared.values())) {
      boolean taken = others == Rest.SHARED ? policy.equals(ALL) : names.contains(policy);
      if (taken && !policy.equals(shared.get(policy))) {
        found.add(
            Problem.with(SETTING)
                .got(policy)
                .allowed("a name for what they share that no other policy has"));
      }
    }
    return found;
  }

  private Problem unlike(String policy, List<Role> members) {
    return policy.equals(ALL) && shared.isEmpty()
        ? Problem.with(SETTING)
            .got(this)
            .allowed("SEPARATE where agents see or do different things")
        : Problem.with(SETTING)
            .got(members.stream().map(Role::name).collect(Collectors.joining(", ")))
            .allowed("agents that see and do the same, in one policy")
            .fact("policy", policy);
  }

  private static boolean alike(List<Role> roles) {
    Role first = roles.get(0);
    return roles.stream()
        .allMatch(
            role ->
                role.seesSignal() == first.seesSignal()
                    && role.seesLabel() == first.seesLabel()
                    && role.observation().equals(first.observation())
                    && role.action().equals(first.action()));
  }

  /** The Java expression that makes it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Policies." + others);
    Map<String, List<String>> groups = new TreeMap<>();
    shared.forEach(
        (agent, policy) -> groups.computeIfAbsent(policy, p -> new ArrayList<>()).add(agent));
    groups.forEach(
        (policy, agents) -> {
          text.append(".share(").append(quoted(policy));
          agents.forEach(agent -> text.append(", ").append(quoted(agent)));
          text.append(')');
        });
    partners.forEach(
        (agent, partner) ->
            text.append(".partner(")
                .append(quoted(agent))
                .append(", ")
                .append(partner)
                .append(')'));
    return text.toString();
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
