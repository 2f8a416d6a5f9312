package dev.parley.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Policies;
import dev.parley.agent.ppo.Critic;
import dev.parley.agent.ppo.Ppo;
import dev.parley.agent.q.QLearning;
import dev.parley.datasets.Signals;
import dev.parley.env.Environment;
import dev.parley.env.Environments;
import dev.parley.env.Role;
import dev.parley.error.PlanException;
import dev.parley.report.Tables;
import dev.parley.train.Listener;
import dev.parley.train.Plan;
import dev.parley.train.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/**
 * Every algorithm in every environment: what it can play it plays, twice to the same numbers, from
 * a checkpoint to the same numbers too, and is examined; what it cannot play it refuses in a line.
 */
class EveryPairTest {

  private static final int ROUNDS = 4;

  @TempDir Path folder;

  /** One of each kind, as small as it can be. */
  static List<Plan<?>> algorithms() {
    Ppo ppo = Ppo.DEFAULT.hidden(6).epochs(2).minibatch(50);
    return List.of(
        Aim.DEFAULT.codebook(4).pretrain(1).reflection(0.1, 0.1),
        ppo,
        ppo.policies(Policies.SHARED).critic(Critic.OWN),
        QLearning.IQL.hidden(6).replay(12).target(3),
        QLearning.RIAL.hidden(6).layers(1),
        QLearning.DIAL.hidden(6).layers(1),
        QLearning.DIAL.hidden(6).layers(1).channel(Channel.gumbel(1)).policies(Policies.SEPARATE));
  }

  static Stream<Plan<?>> pairs() {
    return algorithms().stream()
        .flatMap(algorithm -> Environments.all().map(game -> pair(algorithm, game)));
  }

  private static Plan<?> pair(Plan<?> algorithm, Environment game) {
    Plan<?> plan = algorithm.environment(game).rounds(ROUNDS);
    plan = plan.batch(6);
    boolean seen = game.roles().stream().anyMatch(Role::seesSignal);
    return seen ? plan.dataset(Signals.of(5, 3)) : plan;
  }

  static Stream<Plan<?>> played() {
    return pairs().filter(plan -> plan.conflicts().isEmpty());
  }

  static Stream<Plan<?>> refused() {
    return pairs().filter(plan -> !plan.conflicts().isEmpty());
  }

  private static Run run(Plan<?> plan) {
    return plan.run(Listener.silent());
  }

  @ParameterizedTest
  @MethodSource("played")
  void playedAndExamined(Plan<?> plan) {
    Run run = run(plan);
    Table rounds = run.rounds();
    assertEquals(ROUNDS, rounds.rowCount());
    assertFalse(run.audit().toString().contains("failed"), run.audit().toString());
    assertEquals(plan.speakers().isEmpty(), run.lexicon().entries().isEmpty());
    Run again = run(plan);
    assertEquals(Tables.csv(rounds), Tables.csv(again.rounds()));
    assertEquals(run.audit(), again.audit());
    assertEquals(run.lexicon(), again.lexicon());
    assertNotEquals(Tables.csv(rounds), Tables.csv(run(plan.seed(2)).rounds()));
  }

  @ParameterizedTest
  @MethodSource("played")
  void goesOnToTheSameNumbers(Plan<?> plan) {
    Run whole = run(plan);
    plan.rounds(ROUNDS / 2).checkpointEvery(ROUNDS, folder).run(Listener.silent());
    Run rest = plan.resume(folder, Listener.silent());
    assertEquals(Tables.csv(whole.rounds()), Tables.csv(rest.rounds()));
    assertEquals(whole.audit(), rest.audit());
    assertEquals(whole.lexicon(), rest.lexicon());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedInALine(Plan<?> plan) {
    PlanException refusal = assertThrows(PlanException.class, () -> run(plan));
    String message = String.valueOf(refusal.getMessage());
    plan.conflicts().forEach(problem -> assertTrue(message.contains(problem.subject()), message));
  }

  /**
   * Nobody refuses more than it did; a channel with a gradient takes learners who hear learners.
   */
  @Test
  void howManyPlayWhat() {
    List<Long> counts =
        algorithms().stream()
            .map(
                algorithm ->
                    Environments.all()
                        .filter(game -> pair(algorithm, game).conflicts().isEmpty())
                        .count())
            .toList();
    assertEquals(List.of(11L, 33L, 23L, 33L, 23L, 5L, 14L), counts);
  }
}
