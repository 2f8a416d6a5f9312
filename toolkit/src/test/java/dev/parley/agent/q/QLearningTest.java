package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Partner;
import dev.parley.agent.play.Policies;
import dev.parley.env.Environment;
import dev.parley.env.games.ColourDigit;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.MultiStepDigits;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.grid.PredatorPrey;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Listener;
import dev.parley.train.PlanJson;
import dev.parley.train.PlanText;
import dev.parley.train.Remedy;
import dev.parley.train.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The plan: its three doors, its settings, its text, and what it refuses. */
class QLearningTest {

  /** Every setting of its own with another value. */
  private static Map<String, UnaryOperator<QLearning>> other() {
    Map<String, UnaryOperator<QLearning>> other = new LinkedHashMap<>();
    other.put("channel(Channel.gumbel(0.5))", p -> p.channel(Channel.gumbel(0.5)));
    other.put("hidden(7)", p -> p.hidden(7));
    other.put("layers(3)", p -> p.layers(3));
    other.put("discount(0.5)", p -> p.discount(0.5));
    other.put("epsilon(0.5, 0.1, 20)", p -> p.epsilon(0.5, 0.1, 20));
    other.put("target(20)", p -> p.target(20));
    other.put("doubleQ(true)", p -> p.doubleQ(true));
    other.put("averageHeads(false)", p -> p.averageHeads(false));
    other.put("replay(50)", p -> p.replay(50));
    other.put("batchNorm(true)", p -> p.batchNorm(true));
    other.put("policies(Policies.SEPARATE)", p -> p.policies(Policies.SEPARATE));
    other.put("speech(Speech.SILENT)", QLearning::silent);
    other.put("horizon(12)", p -> p.horizon(12));
    other.put("rounds(3)", p -> p.rounds(3));
    return other;
  }

  @Test
  void eachSettingIsItsOwnCall() {
    Set<String> settings = PlanText.settings(QLearning.RIAL).keySet();
    other()
        .forEach(
            (call, change) -> {
              QLearning changed = change.apply(Experiment.rial());
              assertEquals("Experiment.rial()." + call, changed.toString());
              assertEquals(changed, PlanJson.read(PlanJson.write(changed)));
              assertTrue(settings.contains(call.substring(0, call.indexOf('('))), call);
            });
    assertEquals("Experiment.rial().epsilon(0.1)", Experiment.rial().epsilon(0.1).toString());
  }

  @Test
  void ofSeveralChangesEachStays() {
    QLearning plan = QLearning.RIAL;
    for (UnaryOperator<QLearning> change : other().values()) {
      plan = change.apply(plan);
    }
    for (UnaryOperator<QLearning> change : other().values()) {
      assertEquals(plan, change.apply(plan));
    }
  }

  @Test
  void threeDoors() {
    assertEquals("Experiment.iql()", Experiment.iql().toString());
    assertEquals("Experiment.rial()", Experiment.rial().toString());
    assertEquals("Experiment.dial()", Experiment.dial().toString());
    assertEquals(
        "Experiment.dial().silent()".replace("silent()", "speech(Speech.SILENT)"),
        Experiment.dial().silent().toString());
    for (QLearning door : List.of(QLearning.IQL, QLearning.RIAL, QLearning.DIAL)) {
      assertEquals(List.of(), door.conflicts());
      assertEquals(door, PlanJson.read(PlanJson.write(door)));
    }
  }

  private static void refused(String setting, Executable call) {
    Problem problem = assertThrows(SettingException.class, call).problems().get(0);
    assertEquals(setting, problem.subject());
  }

  @Test
  void valuesOutOfRange() {
    QLearning plan = QLearning.DIAL;
    refused("hidden", () -> plan.hidden(0));
    refused("layers", () -> plan.layers(0));
    refused("discount", () -> plan.discount(1.01));
    refused("epsilon start", () -> plan.epsilon(1.1));
    refused("epsilon end", () -> plan.epsilon(1, -0.1, 10));
    refused("epsilon rounds", () -> plan.epsilon(1, 0.1, 0));
    refused("target", () -> plan.target(0));
    refused("replay", () -> plan.replay(-1));
    refused("horizon", () -> plan.horizon(0));
  }

  private static void unfit(String subject, String allowed, QLearning plan) {
    List<Problem> problems = plan.conflicts();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(subject, problems.get(0).subject());
    assertEquals(allowed, problems.get(0).value("allowed").orElseThrow());
    assertThrows(PlanException.class, () -> plan.run(Listener.silent()));
  }

  @Test
  void whatDoesNotFit() {
    unfit(
        "environment",
        "games in which every action is a choice",
        QLearning.IQL.environment(SimpleSpeakerListener.standard().continuous(true)));
    unfit(
        "policies",
        "SEPARATE where agents see or do different things",
        QLearning.IQL.policies(Policies.SHARED));
    QLearning listening = QLearning.DIAL.policies(Policies.SEPARATE).batchNorm(false);
    unfit(
        "channel",
        "a vocabulary of 2, 4, 8 ... symbols, not 3",
        listening.environment(SimpleSpeakerListener.standard()));
    unfit("replay", "0 with Channel.dru(2.0)", QLearning.DIAL.replay(100));
    unfit("replay", "0, or at least the batch: 32 episodes", QLearning.IQL.replay(31));
    unfit(
        "replay",
        "at most 169 episodes of this game, which take 2 GB",
        QLearning.IQL.environment(PredatorPrey.hard()).replay(2_000_000_000));
    unfit("batchNorm", "false for one episode at a time", listening.batchNorm(true).batch(1));
  }

  /** Without a learner who hears a learner no gradient comes back. */
  @Test
  void nobodyToLearnFrom() {
    Policies partner = Policies.SEPARATE.partner("listener_0", Partner.random());
    QLearning gumbel = QLearning.RIAL.channel(Channel.gumbel(1)).policies(partner);
    unfit(
        "channel",
        "Channel.actions() where nobody who learns hears another who does",
        gumbel.environment(SimpleSpeakerListener.standard()));
    unfit(
        "channel",
        "Channel.actions() where nobody who learns hears another who does",
        QLearning.RIAL.channel(Channel.reinforce(0)).environment(PredatorPrey.easy()));
    unfit(
        "batchNorm",
        "false where nobody who learns hears anything",
        QLearning.RIAL.batchNorm(true).environment(PredatorPrey.easy()));
    QLearning told = gumbel.channel(Channel.reinforce(0));
    assertEquals(List.of(), told.environment(SimpleSpeakerListener.standard()).conflicts());
  }

  /** What is proposed can be set. */
  @Test
  void remedies() {
    Remedy remedy = QLearning.RIAL.remedies().get(Signature.COMMUNICATION_VACUUM);
    assertEquals(".channel(Channel.gumbel(1.0))", Objects.requireNonNull(remedy).setting());
    assertEquals(List.of(), QLearning.RIAL.channel(Channel.gumbel(1)).conflicts());
    assertEquals(Map.of(), QLearning.RIAL.replay(50).remedies());
    assertEquals(Map.of(), QLearning.IQL.remedies());
    QLearning silent = QLearning.DIAL.silent();
    Remedy open = silent.remedies().get(Signature.NO_CONVERGENCE);
    assertEquals(".speech(Speech.OPEN)", Objects.requireNonNull(open).setting());
    assertEquals(Map.of(), QLearning.DIAL.remedies());
  }

  @Test
  void gamesThatFit() {
    QLearning apart = QLearning.DIAL.policies(Policies.SEPARATE).channel(Channel.gumbel(1));
    List<Environment> games =
        List.of(
            SwitchRiddle.of(3),
            ColourDigit.standard(),
            MultiStepDigits.standard(),
            SumOfDigits.standard(),
            LewisGame.of(2, 3),
            SimpleReference.standard(),
            SimpleSpeakerListener.standard());
    for (Environment game : games) {
      assertEquals(List.of(), apart.environment(game).conflicts(), game.toString());
      assertEquals(List.of(), QLearning.IQL.environment(game).conflicts(), game.toString());
    }
    assertEquals(List.of("prisoner_0", "prisoner_1", "prisoner_2"), QLearning.DIAL.speakers());
    assertEquals(List.of(), QLearning.DIAL.silent().speakers());
  }
}
