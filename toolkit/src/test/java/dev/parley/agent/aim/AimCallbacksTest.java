package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.SettingException;
import dev.parley.language.Lexicon;
import dev.parley.report.Tables;
import dev.parley.train.Callbacks;
import dev.parley.train.EpisodeEvent;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import dev.parley.train.StepEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What callbacks are told of AIM. */
class AimCallbacksTest {

  private static final Aim PLAN =
      AimRunTest.everySetting().findFirst().orElseThrow().actions(ActionMap.head());

  private final List<StepEvent> steps = new ArrayList<>();
  private final List<EpisodeEvent> episodes = new ArrayList<>();
  private final Callbacks both =
      Callbacks.onStep(steps::add).and(Callbacks.onEpisode(episodes::add)).with(Listener.silent());

  @Test
  void lookingChangesNoNumber() {
    Run plain = PLAN.run(Listener.silent());
    Run seen = PLAN.run(both);
    assertEquals(Tables.csv(plain.rounds()), Tables.csv(seen.rounds()));
    assertEquals(plain.lexicon(), seen.lexicon());
    assertEquals(plain.audit(), seen.audit());
    assertEquals(plain.id(), seen.id());
  }

  @Test
  void stepsAndEpisodesHaveTheRewardsOfTheRounds() {
    Run run = PLAN.run(both);
    int batch = PLAN.setup().batch();
    int rounds = PLAN.setup().rounds();
    assertEquals(rounds, steps.size());
    assertEquals(rounds * batch, episodes.size());
    for (int round = 0; round < rounds; round++) {
      StepEvent step = steps.get(round);
      assertEquals(
          List.of(round + 1, 1, batch), List.of(step.round(), step.step(), step.episodes()));
      double ofSteps = 0;
      double ofEpisodes = 0;
      for (int e = 0; e < batch; e++) {
        EpisodeEvent episode = episodes.get(round * batch + e);
        assertEquals(
            List.of(round + 1, e, 1), List.of(episode.round(), episode.place(), episode.steps()));
        assertTrue(step.over(e) && step.acted("a", e) && step.acted("b", e));
        assertEquals(1, step.chose("b", e).length);
        assertEquals(step.reward("b", e), episode.reward("b"));
        ofSteps += step.reward("a", e) + step.reward("b", e);
        ofEpisodes += episode.jointReward();
      }
      assertEquals(run.jointReward()[round], ofSteps / batch, 1e-12);
      assertEquals(run.jointReward()[round], ofEpisodes / batch, 1e-12);
    }
  }

  /** The lexicon is of all episodes, as many as these are. */
  @Test
  void whatWasSaidIsWhatTheLexiconHas() {
    Run run = PLAN.run(both);
    Map<String, Integer> counts = new HashMap<>();
    for (EpisodeEvent episode : episodes) {
      for (String agent : episode.agents()) {
        String message =
            Arrays.stream(episode.said(agent))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        counts.merge(agent + ": " + message, 1, Integer::sum);
      }
    }
    Map<String, Integer> expected = new HashMap<>();
    for (Lexicon.Entry entry : run.lexicon().entries()) {
      expected.put(entry.agent() + ": " + entry.message(), entry.count());
    }
    assertEquals(expected, counts);
  }

  @Test
  void eventsAreCopies() {
    List<int[]> first = new ArrayList<>();
    PLAN.run(
        Callbacks.onEpisode(
                e -> {
                  Arrays.fill(e.said("a"), -1);
                  first.add(e.said("a"));
                })
            .with(Listener.silent()));
    PLAN.run(both);
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), episodes.get(i).said("a"));
    }
    assertThrows(SettingException.class, () -> episodes.get(0).said("c"));
    assertThrows(SettingException.class, () -> steps.get(0).reward("c", 0));
  }
}
