package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Partner;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Speech;
import dev.parley.analysis.Condition;
import dev.parley.analysis.Interval;
import dev.parley.datasets.Signals;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.PlanException;
import dev.parley.language.Lexicon;
import dev.parley.language.Verdict;
import dev.parley.report.Tables;
import dev.parley.state.State;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.train.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every setting runs, does something, and gives the same numbers twice. */
class QRunTest {

  private static final Signals SIGNALS = new Signals(Whisper.NUMBERS, 3, 20, 0.1, 1);

  static final QLearning SHORT =
      QLearning.RIAL
          .environment(Whisper.standard())
          .dataset(SIGNALS)
          .rounds(6)
          .batch(8)
          .hidden(8)
          .layers(1)
          .epsilon(0.3)
          .target(2);

  private static Stream<QLearning> games() {
    QLearning apart = SHORT.policies(Policies.SEPARATE);
    QLearning dial = SHORT.channel(Channel.dru(1));
    return Stream.of(
        SHORT,
        SHORT.environment(new Whisper(false, true, true)),
        SHORT.environment(new Whisper(false, false, false)),
        dial.environment(new Whisper(true, false, true)),
        SHORT.environment(new Whisper(true, false, true)).replay(20),
        SHORT.environment(SwitchRiddle.of(3)),
        dial.environment(SwitchRiddle.of(3)).batchNorm(true),
        apart.channel(Channel.vq(3, 0.25)).environment(LewisGame.of(2, 3)),
        apart.channel(Channel.gumbel(1)).environment(SumOfDigits.standard()),
        apart.channel(Channel.gumbel(1)).environment(SimpleSpeakerListener.standard()),
        SHORT.environment(SimpleReference.standard().cycles(5)).replay(16).doubleQ(true),
        apart,
        SHORT
            .environment(SwitchRiddle.of(3))
            .policies(Policies.SEPARATE.share("some", "prisoner_0", "prisoner_2")),
        partner(SHORT, Partner.random()),
        partner(SHORT, Partner.constant(1, 3, 0)),
        partner(SHORT.channel(Channel.reinforce(0.1)), Partner.untrained()),
        third(dial, Partner.random()),
        third(dial.batchNorm(true), Partner.untrained()),
        third(SHORT.channel(Channel.vq(2, 0.25)), Partner.random()));
  }

  static Stream<QLearning> everySetting() {
    QLearning dial = SHORT.channel(Channel.dru(1));
    return Stream.concat(
        games(),
        Stream.of(
            SHORT.silent(),
            dial,
            dial.channel(Channel.dru(0)),
            dial.batchNorm(true),
            dial.policies(Policies.SEPARATE),
            SHORT.channel(Channel.gumbel(0.5)),
            SHORT.channel(Channel.straightThrough(1)),
            SHORT.channel(Channel.reinforce(0.1)),
            SHORT.channel(Channel.vq(2, 0.25)),
            SHORT.hidden(4),
            SHORT.layers(2),
            SHORT.discount(0.5),
            SHORT.epsilon(1, 0, 4),
            SHORT.target(1),
            SHORT.doubleQ(true),
            SHORT.averageHeads(false),
            SHORT.replay(20),
            SHORT.batchNorm(true),
            SHORT.horizon(3),
            SHORT.batch(1),
            SHORT.clip(0.01),
            SHORT.learningRate(0.01, 0.9)));
  }

  private static QLearning partner(QLearning plan, Partner partner) {
    return plan.policies(Policies.SEPARATE.partner("second", partner));
  }

  private static QLearning third(QLearning plan, Partner partner) {
    return plan.environment(SwitchRiddle.of(3))
        .policies(Policies.SEPARATE.partner("prisoner_2", partner));
  }

  @ParameterizedTest
  @MethodSource("everySetting")
  void everySettingRunsAndRunsAgain(QLearning plan) {
    Run run = plan.run(Listener.silent());
    Table rounds = run.rounds();
    assertEquals(6, rounds.rowCount());
    List<String> returns =
        rounds.columnNames().stream().filter(name -> name.startsWith("return_")).toList();
    assertEquals(plan.setup().environment().roles().size(), returns.size());
    for (int i = 0; i < 6; i++) {
      double sum = 0;
      for (String name : returns) {
        sum += rounds.doubleColumn(name).getDouble(i);
      }
      assertEquals(sum, rounds.doubleColumn("joint_reward").getDouble(i), 1e-9);
      assertTrue(rounds.doubleColumn("loss").getDouble(i) > 0 || plan.setup().batch() == 1);
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
    QLearning dial = SHORT.channel(Channel.dru(1));
    String gradient = Tables.csv(dial.run(Listener.silent()).rounds());
    everySetting()
        .filter(plan -> !plan.equals(SHORT))
        .filter(plan -> plan.setup().environment().equals(Whisper.standard()))
        .forEach(
            plan ->
                assertNotEquals(
                    plan.channel().isAction() || plan.equals(dial) ? plain : gradient,
                    Tables.csv(plan.run(Listener.silent()).rounds()),
                    plan.toString()));
  }

  /** All draws are the same under every condition, so that what nobody minds costs nothing. */
  @Test
  void wordsThatNobodyHearsCostExactlyNothing() {
    QLearning plan = SHORT.environment(new Whisper(false, false, false)).rounds(3);
    Run run = plan.run(Listener.silent());
    for (Condition condition : List.of(Condition.PERMUTED, Condition.CONSTANT, Condition.NOISE)) {
      assertEquals(new Interval(0, 0, 0), run.audit().cost(condition), condition.toString());
    }
  }

  /** Two words a step for three steps; nothing where there is one word to choose, or no step. */
  @Test
  void messagesAreEpisodes() {
    Run run = SHORT.channel(Channel.dru(1)).run(Listener.silent());
    int count = 0;
    for (Lexicon.Entry entry : run.lexicon().entries()) {
      assertTrue(entry.message().matches("(([0-3]|4) ([013]|4) ){3}4 4"), entry.message());
      count += entry.count();
    }
    assertTrue(count > 0);
  }

  /** Also of what is heard when an episode is cut off, which the target network goes by. */
  @Test
  void statisticsOfEveryStepAreLearned(@TempDir Path folder) {
    QLearning plan = SHORT.channel(Channel.dru(1)).batchNorm(true).horizon(3);
    plan.checkpointEvery(6, folder).run(Listener.silent());
    try (Trained trained = Trained.open(folder)) {
      String policy = trained.parts("policy_").get(0);
      trained.learner(
          state -> {
            State norm = state.part("policy_" + policy).part("net").part("norm");
            for (int step = 1; step <= 3; step++) {
              float[] means = norm.part("step " + step).floats("means", new float[4], 4);
              for (float mean : means) {
                assertNotEquals(0, mean, "step " + step);
              }
            }
          });
    }
  }

  /** What another run has learned plays on as it was, and is refused where it does not fit. */
  @Test
  void frozenPartner(@TempDir Path folder) {
    Channel channel = Channel.reinforce(0.1);
    QLearning apart = SHORT.policies(Policies.SEPARATE).channel(channel).batchNorm(true);
    apart.checkpointEvery(6, folder).run(Listener.silent());
    Partner frozen = Partner.frozen(folder);
    QLearning plan = SHORT.hidden(4).channel(channel);
    Run run = partner(plan, frozen).run(Listener.silent());
    assertEquals(
        Tables.csv(run.rounds()),
        Tables.csv(partner(plan, frozen).run(Listener.silent()).rounds()));
    assertNotEquals(
        Tables.csv(run.rounds()),
        Tables.csv(partner(plan, Partner.untrained()).run(Listener.silent()).rounds()));
    QLearning other = partner(plan.environment(new Whisper(true, false, true)), frozen);
    assertThrows(PlanException.class, () -> other.run(Listener.silent()));
  }
}
