package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.bias.Lambda;
import dev.parley.analysis.Interval;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.language.Audit;
import dev.parley.report.Tables;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.vq.Quantiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Whole runs, a few rounds each: every setting runs, and the same plan gives the same numbers. */
class AimRunTest {

  private static final Aim SHORT =
      Aim.DEFAULT
          .dataset(Signals.of(10, 12).perClass(30))
          .rounds(12)
          .batch(4)
          .codebook(8)
          .latent(6)
          .hidden(16)
          .encoderHidden(16)
          .pretrain(2);

  static Stream<Aim> everySetting() {
    return Stream.of(
        SHORT,
        SHORT.environment(ParityDilemma.standard()),
        SHORT.environment(PrisonersDilemma.classic()),
        SHORT.environment(ContextualPrisonersDilemma.baseline()),
        SHORT.silent(),
        SHORT.silent().environment(ParityDilemma.standard()),
        SHORT.separateCodebooks(),
        SHORT.separateCodebooks().environment(ParityDilemma.standard()),
        SHORT.seqLen(1),
        SHORT.seqLen(5),
        SHORT.codebook(2),
        SHORT.codebook(400),
        SHORT.batch(1),
        SHORT.pretrain(0),
        SHORT.holdout(0),
        SHORT.environment(ParityDilemma.standard()).recordMessages(3),
        SHORT.clip(0.1),
        SHORT.learningRate(1e-3, 0.99),
        SHORT.entropy(0.1, 0.9),
        SHORT.reflection(0, 0),
        SHORT.reflection(1, 0),
        SHORT.reflection(0, 1),
        SHORT.opponentTarget(OpponentTarget.SYMBOLS),
        SHORT.trunk(Trunk.SEPARATE),
        SHORT.trunk(Trunk.SEPARATE).environment(ParityDilemma.standard()),
        SHORT.intent(0.1),
        SHORT.critic(CriticInput.STATE_AND_MESSAGE),
        SHORT.symbols(Symbols.OWN_TABLE),
        SHORT.actions(ActionMap.head()),
        SHORT.gradients(Gradients.ACCUMULATED),
        SHORT.quantiser(Quantiser.gradient()),
        SHORT.quantiser(Quantiser.gradient().withoutStraightThrough()),
        SHORT.quantiser(Quantiser.ema().decay(0.5)),
        SHORT.codebook(100).quantiser(Quantiser.ema().restart(0)),
        Aim.published().dataset(Signals.of(10, 12)).rounds(12).pretrain(1));
  }

  static Stream<Aim> everyBias() {
    return Stream.of(
        SHORT.positiveSignalling(0.5),
        SHORT.positiveSignalling(0.5, Lambda.onAverage(0.3), 0.2).seqLen(1),
        SHORT.positiveListening(0.1, 0.01),
        SHORT.positiveListening(0.1, 0.01).actions(ActionMap.head()));
  }

  @ParameterizedTest
  @MethodSource({"everySetting", "everyBias"})
  void everySettingRuns(Aim plan) {
    Run run = plan.run(Listener.silent());
    Table rounds = run.rounds();
    assertEquals(12, rounds.rowCount());
    assertFalse(run.stoppedEarly());
    assertEquals(plan.setup().audit(), run.audit().done());
    assertTrue(run.codesUsed() >= 1 && run.codesUsed() <= plan.codebook());
    int models = plan.codebooks() == Codebooks.SHARED ? 1 : 2;
    assertEquals(models * plan.pretrain(), run.preparation().rowCount());
    assertTrue(run.lexicon().size() >= 2);
    int joint = rounds.columnIndex("joint_reward");
    for (int i = 0; i < 12; i++) {
      double sum =
          rounds.doubleColumn("reward_a").getDouble(i)
              + rounds.doubleColumn("reward_b").getDouble(i);
      assertEquals(sum, rounds.doubleColumn(joint).getDouble(i), 1e-9);
    }
  }

  /** A setting that does nothing would give the numbers of the plan without it. */
  @Test
  void everySettingChangesTheNumbers() {
    String plain = Tables.csv(SHORT.run(Listener.silent()).rounds());
    Stream.concat(everySetting(), everyBias())
        .skip(1)
        .filter(plan -> !plan.equals(SHORT))
        .forEach(
            plan ->
                assertNotEquals(
                    plain, Tables.csv(plan.run(Listener.silent()).rounds()), plan.toString()));
  }

  /** The record changes what is shown of messages, and nothing else. */
  @Test
  void messagesThatAreKept() {
    Run tenth = SHORT.run(Listener.silent());
    Run three = SHORT.recordMessages(3).run(Listener.silent());
    Run none = SHORT.recordMessages(0).run(Listener.silent());
    assertEquals(Tables.csv(tenth.rounds()), Tables.csv(three.rounds()));
    assertEquals(Tables.csv(tenth.rounds()), Tables.csv(none.rounds()));
    assertEquals(tenth.audit(), none.audit());
    assertEquals(tenth.lexicon(), three.lexicon());
    assertTrue(three.symbolChart().getTitle().contains("last 3 episodes"));
    assertTrue(three.report().html().contains("of the last 3 episodes"));
    assertEquals(0, none.lexicon().size());
    assertTrue(none.diagnosis().toString().contains("no message was kept: recordMessages(0)"));
    assertFalse(none.measures().containsKey("symbols_used"));
    assertFalse(none.report().html().contains("What was said"));
  }

  @Test
  void sameSeedGivesTheSameBytes() {
    Run first = SHORT.run(Listener.silent());
    Run second = SHORT.run(Listener.silent());
    assertEquals(Tables.csv(first.rounds()), Tables.csv(second.rounds()));
    assertEquals(first.lexicon(), second.lexicon());
    assertEquals(Tables.csv(first.preparation()), Tables.csv(second.preparation()));
    assertArrayEquals(first.rewardCurve().png(), second.rewardCurve().png());
    assertEquals(first.audit(), second.audit());
    assertEquals(first.id(), second.id());
  }

  @Test
  void anotherSeedGivesOthers() {
    Run first = SHORT.run(Listener.silent());
    Run second = SHORT.seed(2).run(Listener.silent());
    assertNotEquals(Tables.csv(first.rounds()), Tables.csv(second.rounds()));
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void twoRunsAtOnceAreTheSameAsOneAfterTheOther() throws Exception {
    List<Aim> plans = List.of(SHORT.rounds(60), SHORT.rounds(60).seed(2));
    List<String> alone =
        plans.stream().map(p -> Tables.csv(p.run(Listener.silent()).rounds())).toList();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Run>> together =
          plans.stream().map(p -> threads.submit(() -> p.run(Listener.silent()))).toList();
      for (int i = 0; i < plans.size(); i++) {
        assertEquals(alone.get(i), Tables.csv(together.get(i).get().rounds()));
      }
    } finally {
      threads.shutdown();
    }
  }

  /** What differs between the plays of an audit is the message alone; nobody reads it here. */
  @Test
  void messageThatIsNotReadCostsExactlyNothing() {
    Aim plan = SHORT.environment(ParityDilemma.standard()).silent();
    for (Aim silent : List.of(plan, plan.actions(ActionMap.HEAD), plan.separateCodebooks())) {
      Audit audit = silent.run(Listener.silent()).audit();
      assertEquals(6, audit.plays().size());
      for (Audit.Play play : audit.plays()) {
        assertEquals(new Interval(0, 0, 0), play.cost(), play.toString());
      }
      assertEquals(new Interval(0, 0, 0), audit.listening());
      assertEquals(0, audit.influence().high(), 1e-12);
    }
  }

  /** Two models, two names: none hides behind the other. */
  @Test
  void separateCodebooksAreToldApart() {
    Run run = SHORT.separateCodebooks().run(Listener.silent());
    assertEquals(List.of("a", "a", "b", "b"), run.preparation().stringColumn("agent").asList());
    assertTrue(run.toString().matches("(?s).* codes +\\d+ and \\d+ of 8 stand for images.*"));
    assertEquals(2, run.codebookChart().getSeriesCollection().size());
  }

  /** Each part draws from a stream of its own: an ablation starts from the same agents. */
  @Test
  void switchingReflectionOffLeavesTheFirstRoundAsItWas() {
    Table with = SHORT.run(Listener.silent()).rounds();
    Table without = SHORT.reflection(0, 0).run(Listener.silent()).rounds();
    for (String column : List.of("joint_reward", "entropy_a", "entropy_b", "value_loss")) {
      assertEquals(
          with.doubleColumn(column).getDouble(0), without.doubleColumn(column).getDouble(0));
    }
  }

  /** Nothing is drawn for them: the first round is that of the plan without them. */
  @Test
  void biasesAreColumnsAndLeaveTheFirstRoundAsItWas() {
    Aim plan = SHORT.positiveSignalling(0.5).positiveListening(0.1, 0.01);
    Table with = plan.run(Listener.silent()).rounds();
    Table without = SHORT.run(Listener.silent()).rounds();
    for (String column : without.columnNames().subList(1, without.columnCount())) {
      assertEquals(
          ((Number) without.column(column).get(0)).doubleValue(),
          ((Number) with.column(column).get(0)).doubleValue(),
          column);
    }
    List<String> added = new ArrayList<>(with.columnNames());
    added.removeAll(without.columnNames());
    assertEquals(
        Set.of(
            "mean_policy_entropy_a",
            "signalling_loss_a",
            "listening_loss_b",
            "listening_cross_entropy_b"),
        Set.copyOf(added));
    for (int i = 0; i < 12; i++) {
      double mean = with.doubleColumn("mean_policy_entropy_a").getDouble(i);
      assertTrue(mean >= with.doubleColumn("entropy_a").getDouble(i) - 1e-5 && mean <= 3 + 1e-5);
      double apart = with.doubleColumn("listening_loss_b").getDouble(i);
      assertTrue(apart <= 0 && apart >= -2, "apart: " + apart);
    }
  }
}
