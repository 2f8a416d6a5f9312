package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.bias.Lambda;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Speech;
import dev.parley.analysis.Condition;
import dev.parley.analysis.Interval;
import dev.parley.env.Environment;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.language.Lexicon;
import dev.parley.language.Verdict;
import dev.parley.report.Tables;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every setting runs, does something, and gives the same numbers twice. */
class PpoRunTest {

  static final Ppo SHORT =
      Ppo.DEFAULT.environment(Line.standard()).rounds(6).batch(8).hidden(8).epochs(2).minibatch(20);

  static Stream<Ppo> everySetting() {
    Ppo turns = SHORT.environment(Environment.of(Relay::new)).horizon(7);
    Ppo alike = SHORT.environment(SimpleReference.standard().cycles(5));
    return Stream.of(
        SHORT,
        SHORT.environment(new Line(true, false, true)),
        SHORT.environment(new Line(false, false, false)),
        SHORT.environment(new Line(true, true, false)),
        SHORT.environment(SimpleSpeakerListener.standard()),
        SHORT.silent(),
        SHORT.critic(Critic.OWN),
        SHORT.layers(1),
        SHORT.units(Units.TANH),
        SHORT.discount(0.5),
        SHORT.lambda(0.3),
        SHORT.clipRange(0.01),
        SHORT.epochs(1),
        SHORT.minibatch(7),
        SHORT.minibatch(1_000),
        SHORT.batch(1),
        SHORT.entropy(0.5),
        SHORT.speechEntropy(0.5, 0.9),
        SHORT.valueWeight(0.1).clip(0.5),
        SHORT.normaliseAdvantages(false),
        SHORT.normaliseValues(false),
        SHORT.horizon(4),
        SHORT.clip(0.01),
        SHORT.learningRate(0.01, 0.9),
        alike,
        alike.policies(Policies.SHARED),
        alike.policies(Policies.SHARED).critic(Critic.OWN),
        alike.silent(),
        turns,
        turns.horizon(3),
        turns.policies(Policies.SHARED),
        turns.critic(Critic.OWN));
  }

  static Stream<Ppo> everyBias() {
    Ppo alike = SHORT.environment(SimpleReference.standard().cycles(5));
    Ppo both = alike.positiveSignalling(0.1).positiveListening(0.1, 0.01);
    return Stream.of(
        SHORT.positiveSignalling(0.1),
        SHORT.positiveSignalling(0.1, Lambda.onAverage(0.3), 0.2).minibatch(1_000),
        SHORT.positiveListening(0.1, 0.01),
        SHORT.positiveListening(0.1, 0.01).batch(1),
        SHORT.environment(SimpleSpeakerListener.standard()).positiveListening(0.1, 0.01),
        both,
        both.policies(Policies.SHARED));
  }

  @ParameterizedTest
  @MethodSource({"everySetting", "everyBias"})
  void everySettingRunsAndRunsAgain(Ppo plan) {
    Run run = plan.run(Listener.silent());
    Table rounds = run.rounds();
    assertEquals(6, rounds.rowCount());
    List<String> returns =
        rounds.columnNames().stream().filter(name -> name.startsWith("return_")).toList();
    assertEquals(2, returns.size());
    for (int i = 0; i < 6; i++) {
      double sum = 0;
      for (String name : returns) {
        sum += rounds.doubleColumn(name).getDouble(i);
      }
      assertEquals(sum, rounds.doubleColumn("joint_reward").getDouble(i), 1e-9);
    }
    boolean silent = plan.speech() == Speech.SILENT;
    assertEquals(silent, run.audit().verdict() == Verdict.SILENT);
    assertEquals(silent, run.lexicon().entries().isEmpty());
    Run again = plan.run(Listener.silent());
    assertEquals(Tables.csv(rounds), Tables.csv(again.rounds()));
    assertEquals(run.audit(), again.audit());
    assertEquals(run.lexicon(), again.lexicon());
    assertTrue(run.report().html().length() > 1000);
  }

  /** A setting that does nothing would give the numbers of the plan without it. */
  @Test
  void everySettingChangesTheNumbers() {
    String plain = Tables.csv(SHORT.run(Listener.silent()).rounds());
    Stream.concat(everySetting(), everyBias())
        .filter(plan -> !plan.equals(SHORT))
        .filter(plan -> plan.setup().environment().equals(Line.standard()))
        .forEach(
            plan ->
                assertNotEquals(
                    plain, Tables.csv(plan.run(Listener.silent()).rounds()), plan.toString()));
  }

  /** A column where it says something, and only with the bias. */
  @Test
  void biasesAreColumns() {
    Table plain = SHORT.run(Listener.silent()).rounds();
    Ppo plan = SHORT.positiveSignalling(0.1).positiveListening(0.1, 0.01);
    Table rounds = plan.run(Listener.silent()).rounds();
    List<String> added = new ArrayList<>(rounds.columnNames());
    added.removeAll(plain.columnNames());
    assertEquals(
        Set.of(
            "mean_policy_entropy_speaker",
            "signalling_loss_speaker",
            "listening_loss_listener",
            "listening_cross_entropy_listener"),
        Set.copyOf(added));
    for (int i = 0; i < 6; i++) {
      double mean = rounds.doubleColumn("mean_policy_entropy_speaker").getDouble(i);
      double each = rounds.doubleColumn("speech_entropy_speaker").getDouble(i);
      assertTrue(mean >= each - 1e-5 && mean <= Math.log(3) / Math.log(2) + 1e-5, "mean " + mean);
      double apart = rounds.doubleColumn("listening_loss_listener").getDouble(i);
      assertTrue(apart < 0 && apart >= -2, "apart " + apart);
    }
  }

  /** The record changes what is shown of messages, and nothing else. */
  @Test
  void messagesThatAreKept() {
    Run tenth = SHORT.run(Listener.silent());
    Run three = SHORT.recordMessages(3).run(Listener.silent());
    Run none = SHORT.recordMessages(0).run(Listener.silent());
    assertEquals(Tables.csv(tenth.rounds()), Tables.csv(none.rounds()));
    assertEquals(Tables.csv(tenth.rounds()), Tables.csv(three.rounds()));
    assertEquals(tenth.audit(), none.audit());
    assertEquals(tenth.lexicon(), three.lexicon());
    assertTrue(three.symbolChart().getTitle().contains("last 3 episodes"));
    assertTrue(none.lexicon().entries().isEmpty());
  }

  /** 20,000,000 numbers: 2 agents, 2,000 words each, and 3 more an episode. */
  @Test
  void moreMessagesThanThereIsRoomFor() {
    Ppo long1 = SHORT.environment(SimpleSpeakerListener.standard().cycles(2_000)).horizon(2_000);
    assertEquals(List.of(), long1.recordMessages(4_996).conflicts());
    assertEquals(
        "recordMessages: got 4997, allowed: at most 4996 episodes of 2000 steps",
        long1.recordMessages(4_997).conflicts().get(0).toString());
  }

  /** All draws are the same under every condition, so that what nobody minds costs nothing. */
  @Test
  void wordsThatNobodyHearsCostExactlyNothing() {
    Ppo plan = SHORT.environment(new Line(false, false, false)).rounds(3);
    Run run = plan.run(Listener.silent());
    for (Condition condition : List.of(Condition.PERMUTED, Condition.CONSTANT, Condition.NOISE)) {
      assertEquals(new Interval(0, 0, 0), run.audit().cost(condition), condition.toString());
    }
    assertEquals(Verdict.IGNORED, run.audit().verdict());
  }

  /** One message an episode: what was said in each of its six steps; nothing from the listener. */
  @Test
  void messagesAreEpisodes() {
    Run run = SHORT.run(Listener.silent());
    List<Lexicon.Entry> entries = run.lexicon().entries();
    int said = 0;
    for (Lexicon.Entry entry : entries) {
      assertTrue(entry.label() >= 0 && entry.label() < 3);
      if (entry.agent().equals("speaker")) {
        assertTrue(entry.message().matches("[0-2]( [0-2]){5}"), entry.message());
        assertEquals("nothing", entry.action());
        said += entry.count();
      } else {
        assertEquals("3 3 3 3 3 3", entry.message());
        assertEquals(48, entry.count());
      }
    }
    assertEquals(48, said);
    assertEquals(List.of("speaker"), SHORT.speakers());
    assertEquals(List.of(), SHORT.silent().speakers());
  }

  /** In a game of turns an agent says nothing where it is not its turn, or the episode is over. */
  @Test
  void messagesOfTurns() {
    Ppo plan = SHORT.environment(Environment.of(Relay::new)).horizon(4);
    Run run = plan.run(Listener.silent());
    for (Lexicon.Entry entry : run.lexicon().entries()) {
      String pattern =
          entry.agent().equals("first")
              ? "[0-3] [0-3] 4 4 ([0-3] [0-3]|4 4) 4 4"
              : "4 4 ([0-3] [0-3]|4 4) 4 4 ([0-3] [0-3]|4 4)";
      assertTrue(entry.message().matches(pattern), entry.toString());
    }
    double steps = run.rounds().intColumn("steps").sum();
    assertTrue(steps >= 48 && steps < 4 * 48, "steps " + steps);
  }
}
