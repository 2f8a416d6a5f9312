package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is called while agents learn. */
final class CallbacksTest {

  private static final Logger LOGGER = Logger.getLogger("dev.parley.train");

  private final Fake plan = Fake.plan().rounds(7);
  private final Told told = new Told();
  private final List<String> logged = new ArrayList<>();
  private final Handler keeper =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    LOGGER.addHandler(keeper);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.removeHandler(keeper);
    LOGGER.setUseParentHandlers(true);
    Thread.interrupted();
  }

  @Test
  void updatesHaveTheNumbersOfTheRounds() {
    List<UpdateEvent> heard = new ArrayList<>();
    plan.script().evaluating = episodes -> new double[] {4, 6};
    Run run = plan.evaluateEvery(3, 2).run(Callbacks.onUpdate(heard::add).with(told));
    assertEquals(7, heard.size());
    for (int i = 0; i < 7; i++) {
      UpdateEvent event = heard.get(i);
      assertEquals(i + 1, event.round());
      assertEquals(7, event.rounds());
      assertEquals(List.of("joint_reward", "reward_a", "defections"), event.names());
      assertEquals(run.jointReward()[i], event.value("joint_reward"));
      assertEquals(run.rounds().intColumn("defections").getInt(i), event.value("defections"));
      OptionalDouble expected = i % 3 == 2 ? OptionalDouble.of(5) : OptionalDouble.empty();
      assertEquals(expected, event.evaluation());
    }
    assertEquals("round 1 of 7, joint reward " + run.jointReward()[0], heard.get(0).toString());
    assertEquals(1, told.ended);
    assertFalse(told.progress.isEmpty());
  }

  @Test
  void columnThatDoesNotExist() {
    List<Problem> problems = new ArrayList<>();
    plan.run(
        Callbacks.onUpdate(
                event -> problems.add(Failing.setting(() -> event.value("jiont_reward"))))
            .with(told));
    Problem problem = problems.get(0);
    assertEquals("jiont_reward", Failing.fact(problem, "got"));
    assertEquals("joint_reward, reward_a, defections", Failing.fact(problem, "allowed"));
    assertEquals("did you mean joint_reward?", Failing.fact(problem, "hint"));
  }

  @Test
  void severalAreCalledInTheirOrder() {
    List<String> calls = new ArrayList<>();
    Callbacks both =
        Callbacks.onUpdate(event -> calls.add("first " + event.round()))
            .with(told)
            .and(Callbacks.onUpdate(event -> calls.add("second " + event.round())));
    plan.rounds(2).run(both);
    assertEquals(List.of("first 1", "second 1", "first 2", "second 2"), calls);
    assertEquals(1, told.ended);
  }

  @Test
  void oneThatThrowsEndsNothingElse() {
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    Callbacks failing =
        Callbacks.onUpdate(
            event -> {
              first.add(event.round());
              if (event.round() == 2) {
                throw new IllegalStateException("a mistake");
              }
            });
    Callbacks both = failing.and(Callbacks.onUpdate(e -> second.add(e.round()))).with(told);
    Run run = plan.run(both);
    assertFalse(run.stoppedEarly());
    assertEquals(List.of(1, 2), first);
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), second);
    assertEquals(List.of("a callback failed and is called no more"), logged);
    plan.run(both.with(new Told()));
    assertEquals(List.of(1, 2, 1, 2), first, "another run calls it again");
  }

  @Test
  void anAssertionIsNotHidden() {
    Callbacks asserting =
        Callbacks.onUpdate(
                event -> {
                  throw new AssertionError("a defect");
                })
            .with(told);
    assertThrows(AssertionError.class, () -> plan.run(asserting));
    assertEquals(1, told.ended);
  }

  @Test
  void oneCanEndTheRun() {
    Callbacks enough =
        Callbacks.onUpdate(
            event -> {
              if (event.round() == 4) {
                event.stop();
              }
            });
    Run run = plan.checkpointEvery(100, folder).run(enough.with(told));
    assertEquals(4, run.completed());
    assertTrue(run.stoppedEarly());
    assertFalse(Thread.currentThread().isInterrupted());
    Run resumed = plan.resume(folder, new Told());
    assertEquals(7, resumed.completed());
  }

  @Test
  void aRunThatGoesOnTellsItsOwnRounds() {
    plan.rounds(3).checkpointEvery(100, folder).run(told);
    List<Integer> heard = new ArrayList<>();
    Callbacks callbacks = Callbacks.onUpdate(e -> heard.add(e.round())).with(new Told());
    plan.checkpointEvery(100, folder).resume(folder, callbacks);
    assertEquals(List.of(4, 5, 6, 7), heard);
  }

  @Test
  void nobodyIsCalledWhereNobodyIsAsked() {
    Callbacks none = Callbacks.none();
    assertFalse(none.hearSteps() || none.hearEpisodes() || none.hearUpdates());
    assertEquals(none, Listener.silent().callbacks());
    Callbacks two = Callbacks.onStep(e -> {}).and(Callbacks.onEpisode(e -> {}));
    assertEquals("Callbacks: 1 on step, 1 on episode, 0 on update", two.toString());
    plan.run(told);
    Stage stage = plan.script().stage;
    assertTrue(stage != null && !stage.callbacks().hearSteps());
  }
}
