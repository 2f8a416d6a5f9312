package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.play.Speech;
import dev.parley.env.Environment;
import dev.parley.report.Tables;
import dev.parley.train.Callbacks;
import dev.parley.train.EpisodeEvent;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.train.StepEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callbacks are told of games of several steps. */
class PpoCallbacksTest {

  private static final Ppo SHORT = PpoRunTest.SHORT;

  static Stream<Ppo> plans() {
    Ppo turns = SHORT.environment(Environment.of(Relay::new)).horizon(7);
    return Stream.of(SHORT, SHORT.silent(), SHORT.horizon(4), turns, turns.horizon(3));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void stepsAndEpisodes(Ppo plan) {
    List<StepEvent> steps = new ArrayList<>();
    List<EpisodeEvent> episodes = new ArrayList<>();
    Run plain = plan.run(Listener.silent());
    Run run =
        plan.run(
            Callbacks.onStep(steps::add)
                .and(Callbacks.onEpisode(episodes::add))
                .with(Listener.silent()));
    assertEquals(Tables.csv(plain.rounds()), Tables.csv(run.rounds()));
    assertEquals(plain.audit(), run.audit());
    assertEquals(plain.lexicon(), run.lexicon());
    int batch = plan.setup().batch();
    assertEquals(6 * batch, episodes.size());
    for (int round = 1; round <= 6; round++) {
      int number = round;
      double joint = 0;
      double taken = 0;
      for (EpisodeEvent episode : episodes.subList((round - 1) * batch, round * batch)) {
        assertEquals(round, episode.round());
        joint += episode.jointReward();
        taken += episode.steps();
      }
      double fromSteps = 0;
      for (StepEvent step : steps.stream().filter(s -> s.round() == number).toList()) {
        for (int e = 0; e < batch; e++) {
          for (String agent : step.agents()) {
            fromSteps += step.reward(agent, e);
          }
        }
      }
      assertEquals(run.jointReward()[round - 1], joint / batch, 1e-9);
      assertEquals(run.jointReward()[round - 1], fromSteps / batch, 1e-9);
      assertEquals(run.rounds().intColumn("steps").getInt(round - 1), taken);
    }
    EpisodeEvent first = episodes.get(0);
    boolean said = first.agents().stream().anyMatch(agent -> first.said(agent).length > 0);
    assertEquals(plan.speech() == Speech.OPEN, said);
    assertTrue(first.label() >= 0);
  }
}
