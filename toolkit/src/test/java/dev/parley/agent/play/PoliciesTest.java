package dev.parley.agent.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.ppo.Ppo;
import dev.parley.env.Environment;
import dev.parley.env.Role;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.ParleyException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.PlanJson;
import dev.parley.train.PlanText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which policy each agent acts by, as a value. */
class PoliciesTest {

  private static final Policies PAIR = Policies.SEPARATE.share("pair", "agent_0", "agent_1");
  private static final FrozenPartner FROZEN =
      new FrozenPartner(Path.of("runs", "a"), "", "0".repeat(64));

  static Stream<Policies> all() {
    return Stream.of(
        Policies.SEPARATE,
        Policies.SHARED,
        PAIR,
        PAIR.share("others", "agent_3", "agent_2"),
        Policies.SHARED.partner("agent_1", Partner.random()),
        Policies.SEPARATE.partner("a", Partner.constant(1, 0)).partner("b", Partner.untrained()),
        Policies.SEPARATE.partner("speaker_0", FROZEN.policy("x \"y\" \\ z")));
  }

  @ParameterizedTest
  @MethodSource("all")
  void archived(Policies policies) {
    Ppo plan = Ppo.DEFAULT.policies(policies);
    assertEquals(Optional.empty(), PlanJson.obstacle(plan));
    assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
  }

  @Test
  void text() {
    assertEquals("Policies.SHARED", Policies.SHARED.toString());
    Policies some =
        Policies.SEPARATE
            .partner("c", Partner.constant(1, 0))
            .share("pair", "b", "a")
            .partner("d", FROZEN.policy("a"));
    assertEquals(
        "Policies.SEPARATE.share(\"pair\", \"a\", \"b\").partner(\"c\", Partner.constant(1, 0))"
            + ".partner(\"d\", Partner.frozen(Path.of(\"runs/a\")).policy(\"a\"))",
        some.toString());
    String line = PlanText.line(Ppo.DEFAULT.policies(PAIR));
    assertEquals(
        "Experiment.ppo().policies(Policies.SEPARATE.share(\"pair\", \"agent_0\", \"agent_1\"))",
        line);
    assertEquals(Ppo.DEFAULT, Ppo.DEFAULT.policies(PAIR).policies(Policies.SEPARATE));
  }

  @Test
  void orderDoesNotMatter() {
    Policies one = PAIR.share("x", "c", "d").partner("e", Partner.random());
    Policies two =
        Policies.SEPARATE
            .partner("e", Partner.random())
            .share("x", "d", "c")
            .share("pair", "agent_1", "agent_0");
    assertEquals(one, two);
    assertEquals(one.toString(), two.toString());
  }

  @Test
  void groups() {
    List<Role> roles = SimpleReference.standard().roles();
    List<Seat> seats = Seat.of(roles, Speech.OPEN);
    assertEquals(List.of("agent_0", "agent_1"), names(Policies.SEPARATE, seats));
    assertEquals(List.of("shared"), names(Policies.SHARED, seats));
    assertEquals(List.of("pair"), names(PAIR, seats));
    Policies one = Policies.SHARED.partner("agent_0", Partner.random());
    assertEquals(List.of("shared"), names(one, seats));
    assertEquals(List.of(seats.get(1)), one.groups(seats).get("shared"));
  }

  private static List<String> names(Policies policies, List<Seat> seats) {
    return List.copyOf(policies.groups(seats).keySet());
  }

  @Test
  void whatCannotBeSaid() {
    assertEquals(
        "each agent once; it has the policy pair", refused(() -> PAIR.share("q", "agent_0", "z")));
    assertEquals("two or more", refused(() -> Policies.SEPARATE.share("q", "z")));
    assertEquals(
        "names of lower-case letters, digits and underscores",
        refused(() -> Policies.SEPARATE.share("A b", "x", "y")));
    assertEquals(
        "a partner or a shared policy for an agent, not both",
        refused(() -> PAIR.partner("agent_0", Partner.random())));
    assertEquals("one number of 0 or more for each choice", refused(() -> Partner.constant()));
    assertEquals("one number of 0 or more for each choice", refused(() -> Partner.constant(-1)));
    ParleyException missing =
        assertThrows(ParleyException.class, () -> Partner.frozen(Path.of("no", "such", "folder")));
    assertTrue(String.valueOf(missing.getMessage()).contains("no such file"), missing.getMessage());
  }

  private static String refused(Runnable setting) {
    SettingException e = assertThrows(SettingException.class, setting::run);
    return e.problems().get(0).value("allowed").orElseThrow();
  }

  @Test
  void whatDoesNotFitTheGame() {
    Ppo speaker = Ppo.DEFAULT.environment(SimpleSpeakerListener.standard());
    assertEquals(
        "policies: got speaker, allowed: agents of the game: speaker_0, listener_0",
        first(speaker.policies(Policies.SEPARATE.partner("speaker", Partner.random()))));
    Ppo riddle = Ppo.DEFAULT.environment(SwitchRiddle.of(3));
    assertEquals(
        "policies: got prisoner_2, allowed: a name for what they share that no other policy has",
        first(riddle.policies(Policies.SEPARATE.share("prisoner_2", "prisoner_0", "prisoner_1"))));
    assertEquals(
        "policies: got shared, allowed: a name for what they share that no other policy has",
        first(riddle.policies(Policies.SHARED.share("shared", "prisoner_0", "prisoner_1"))));
    assertEquals(
        "policies: got speaker_0, listener_0, allowed: agents that see and do the same, in one"
            + " policy",
        first(speaker.policies(Policies.SEPARATE.share("both", "speaker_0", "listener_0"))));
    assertEquals(
        "policies: got Policies.SHARED, allowed: SEPARATE where agents see or do different things",
        first(speaker.policies(Policies.SHARED)));
    assertEquals(
        "partner listener_0: got Partner.constant(5), allowed: 0 to 4",
        first(speaker.policies(Policies.SEPARATE.partner("listener_0", Partner.constant(5)))));
    Policies nobody =
        Policies.SEPARATE
            .partner("speaker_0", Partner.random())
            .partner("listener_0", Partner.random());
    assertTrue(first(speaker.policies(nobody)).endsWith("somebody who learns and has a choice"));
    Policies one = Policies.SHARED.partner("speaker_0", Partner.constant(2));
    assertEquals(List.of(), speaker.policies(one).conflicts());
  }

  private static String first(Ppo plan) {
    Problem problem = plan.conflicts().get(0);
    Environment game = plan.setup().environment();
    assertEquals(game.toString(), problem.value("environment").orElseThrow());
    return problem.toString().lines().findFirst().orElseThrow();
  }

  /** A piece of code has neither a text nor an equal. */
  @Test
  void scriptsCannotBeArchived() {
    Partner script = Partner.scripted(() -> (seen, open) -> new int[] {0});
    Ppo plan = Ppo.DEFAULT.policies(Policies.SEPARATE.partner("listener_0", script));
    String why = PlanJson.obstacle(plan).orElseThrow();
    assertTrue(why.startsWith("policies.partners.listener_0: "), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\[ 1, 0 \\] | 3 | choices: got 3, allowed: a list: [...]",
        "\\[ 1, 0 \\] | [ 1, -1 ] | partner: got [1, -1], allowed: one number of 0 or more",
        "\\[ 1, 0 \\] | [ 1, true ] | choices: got true, allowed: a whole number",
        "\"agent_0\" : \"pair\" | \"agent_0\" : 3 | shared: got 3, allowed: a text",
        "\"agent_0\" : \"pair\" | \"agent_0\" : \"A\" | policies: got A, allowed: names",
        "ConstantPartner | Aim | settings.policies.partners.c.type: got \"Aim\", allowed: Constant",
      })
  void archiveThatIsNoPlans(String from, String to, String said) {
    Ppo plan = Ppo.DEFAULT.policies(PAIR.partner("c", Partner.constant(1, 0)));
    String json = PlanJson.write(plan);
    String changed = json.replaceFirst("(?s)(\"settings\".*)" + from, "$1" + to);
    assertNotEquals(json, changed);
    ParleyException e = assertThrows(ParleyException.class, () -> PlanJson.read(changed));
    assertTrue(String.valueOf(e.getMessage()).startsWith(said), e.getMessage());
  }
}
