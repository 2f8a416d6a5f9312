package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.ParityDilemma;
import dev.parley.env.Role;
import dev.parley.error.PlanException;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.vq.Quantiser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that was saved and goes on comes to the same bits as one that was not: everything that a
 * checkpoint at the end holds (parameters, running means, streams, logs), the tables and the audit.
 */
class AimCheckpointTest {

  private static final Aim SHORT = AimRunTest.everySetting().findFirst().orElseThrow();

  /** Stops a run after its first step of preparation, or round, which is always told. */
  private static final Listener STOPPER = progress -> Thread.currentThread().interrupt();

  @TempDir Path folder;

  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  static Stream<Aim> plans() {
    return Stream.concat(
        AimRunTest.everySetting(),
        Stream.of(
            SHORT.quantiser(Quantiser.gradient().restart(0.5)),
            SHORT.gradients(Gradients.ACCUMULATED).clip(0.5),
            SHORT.separateCodebooks().batch(1),
            SHORT.recordMessages(0),
            SHORT.recordMessages(33),
            SHORT.actions(ActionMap.HEAD).environment(ParityDilemma.standard())));
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private Map<String, byte[]> state(String name) throws IOException {
    return Entries.of(Files.readAllBytes(path(name).resolve("checkpoint.npz")));
  }

  private static String withoutClock(byte[] header) {
    return new String(header, StandardCharsets.UTF_8).replaceAll("\"seconds\" : [^\n]*", "");
  }

  private void assertSame(Run expected, String expectedState, Run run, String state)
      throws IOException {
    Map<String, byte[]> old = state(expectedState);
    Map<String, byte[]> found = state(state);
    assertEquals(old.keySet(), found.keySet());
    for (String name : old.keySet()) {
      if (name.equals(StateFile.HEADER)) {
        assertEquals(withoutClock(Entries.get(old, name)), withoutClock(Entries.get(found, name)));
      } else {
        assertArrayEquals(Entries.get(old, name), Entries.get(found, name), name);
      }
    }
    assertNumbers(expected, run);
  }

  private static void assertNumbers(Run expected, Run run) {
    assertEquals(Tables.csv(expected.rounds()), Tables.csv(run.rounds()));
    assertEquals(expected.lexicon(), run.lexicon());
    assertEquals(Tables.csv(expected.preparation()), Tables.csv(run.preparation()));
    assertEquals(expected.codesUsed(), run.codesUsed());
    assertEquals(expected.audit(), run.audit());
    assertEquals(expected.id(), run.id());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void halfAndThenTheRest(Aim plan) throws IOException {
    int rounds = plan.setup().rounds();
    Run whole = plan.checkpointEvery(1000, path("whole")).run(Listener.silent());
    plan.rounds(rounds / 2).checkpointEvery(1000, path("half")).run(Listener.silent());
    Run resumed = plan.checkpointEvery(1000, path("rest")).resume(path("half"), Listener.silent());
    assertSame(whole, "whole", resumed, "rest");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void afterOnePassThenAfterSomeRoundsThenTheRest(Aim plan) throws IOException {
    Run whole = plan.checkpointEvery(1000, path("whole")).run(Listener.silent());
    Run begun = plan.checkpointEvery(1000, path("x")).run(STOPPER);
    assertEquals(plan.pretrain() > 0 ? 0 : 1, begun.completed());
    plan.rounds(7).checkpointEvery(1000, path("x")).resume(path("x"), Listener.silent());
    Run resumed = plan.checkpointEvery(1000, path("x")).resume(path("x"), Listener.silent());
    assertSame(whole, "whole", resumed, "x");
  }

  /** In the middle of many passes, of each kind of codebook. */
  @Test
  void stoppedAfterSomePasses() throws IOException {
    for (Quantiser quantiser :
        List.of(Quantiser.ema(), Quantiser.gradient(), Quantiser.gradient().restart(0.5))) {
      Aim plan = SHORT.pretrain(6).rounds(3).quantiser(quantiser).separateCodebooks();
      Path own = path(quantiser.toString());
      Run whole = plan.checkpointEvery(2, own.resolve("whole")).run(Listener.silent());
      Path part = own.resolve("part");
      plan.checkpointEvery(1000, part).run(STOPPER);
      for (int i = 0; i < 4; i++) {
        plan.checkpointEvery(1000, part).resume(part, STOPPER);
      }
      Run resumed = plan.checkpointEvery(1000, part).resume(part, Listener.silent());
      assertNumbers(whole, resumed);
    }
  }

  @Test
  void checkpointsChangeNoNumber() {
    assertNumbers(
        SHORT.run(Listener.silent()),
        SHORT.checkpointEvery(1, path("each")).run(Listener.silent()));
  }

  /** What is shown at the end was said before and after the stop. */
  @Test
  void messagesOfBothParts() {
    Aim plan = SHORT.pretrain(0);
    for (int stop : new int[] {30, 31, 33}) {
      plan.rounds(stop).checkpointEvery(1000, path("a")).run(Listener.silent());
      assertNumbers(
          plan.rounds(34).run(Listener.silent()),
          plan.rounds(34).resume(path("a"), Listener.silent()));
    }
  }

  @Test
  void everythingThatIsKept() throws IOException {
    SHORT
        .separateCodebooks()
        .gradients(Gradients.ACCUMULATED)
        .checkpointEvery(5, path("x"))
        .run(Listener.silent());
    Set<String> names = state("x").keySet();
    for (String name :
        List.of(
            "log/joint_reward",
            "learner/parameters",
            "learner/gradients",
            "learner/means",
            "learner/squares",
            "learner/updates",
            "learner/choices_a",
            "learner/choices_b",
            "learner/episodes/labels",
            "learner/episodes/images",
            "learner/messages/symbols",
            "learner/messages/chronicle/symbols",
            "learner/vq-vae/parameters",
            "learner/vq-vae/order",
            "learner/vq-vae-b/start",
            "learner/vq-vae-b/progress",
            "learner/vq-vae-b/codebook/vectors",
            "learner/vq-vae-b/codebook/uses",
            "learner/vq-vae-b/codebook/sums",
            "learner/vq-vae-b/codebook/restarts")) {
      assertTrue(names.contains(name + ".npy"), name + " in " + names);
    }
  }

  /** A game that does not say how its episodes are kept. */
  private record Forgetful(Environment game) implements Environment {

    @Override
    public List<Role> roles() {
      return game.roles();
    }

    @Override
    public Anchors anchors(Samples samples) {
      return game.anchors(samples);
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      Episodes episodes = game.open(samples, batch, streams);
      return new Episodes() {
        @Override
        public int batch() {
          return batch;
        }

        @Override
        public void reset() {
          episodes.reset();
        }

        @Override
        public int signal(int episode) {
          return episodes.signal(episode);
        }

        @Override
        public void step(Actions actions) {
          episodes.step(actions);
        }

        @Override
        public double reward(int agent, int episode) {
          return episodes.reward(agent, episode);
        }

        @Override
        public boolean over(int episode) {
          return episodes.over(episode);
        }
      };
    }
  }

  /** Before anything is trained; without checkpoints it is played all the same. */
  @Test
  void gameThatCannotBeSaved() {
    Aim plan = SHORT.environment(new Forgetful(ContextualPrisonersDilemma.paper()));
    assertEquals(12, plan.run(Listener.silent()).completed());
    Listener none =
        progress -> {
          throw new AssertionError("nothing is trained");
        };
    PlanException e =
        assertThrows(PlanException.class, () -> plan.checkpointEvery(1, path("x")).run(none));
    assertEquals("environment", e.problems().get(0).subject());
  }
}
