package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.aim.Aim;
import dev.parley.env.ParityDilemma;
import dev.parley.study.Study;
import dev.parley.train.Listener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a prompt can reach from a run or a study by calls without arguments has a text. */
class EchoTest {

  private static final Aim PLAN =
      Aim.DEFAULT.environment(ParityDilemma.standard()).rounds(25).pretrain(2);

  @TempDir private Path folder;

  @Test
  void runAndAllThatItLeadsTo() {
    Echoes echoes = new Echoes();
    echoes.visit("run", PLAN.run(Listener.silent()));
    assertEquals(List.of(), echoes.bad());
    assertTrue(echoes.seen().contains("run.lexicon.entries[0]"), () -> echoes.seen().toString());
    assertTrue(echoes.seen().contains("run.audit.plays[0].cost"), () -> echoes.seen().toString());
    assertTrue(echoes.seen().contains("run.plan.setup.environment"));
    assertTrue(echoes.seen().contains("run.rewardCurve"));
  }

  @Test
  void studyAndAllThatItLeadsTo() {
    Study<Aim> study =
        Experiment.study(PLAN.rounds(5))
            .ablate("silent", Aim::silent)
            .seeds(2)
            .workers(1)
            .in(folder.resolve("studies"));
    Echoes echoes = new Echoes();
    echoes.visit("study", study);
    echoes.visit("compared", Experiment.compare(PLAN, Aim.published()));
    echoes.visit("result", study.run(Listener.silent()));
    echoes.visit("kept", PLAN.checkpointEvery(5, folder));
    echoes.visit("listener", Listener.standard());
    assertEquals(List.of(), echoes.bad());
    assertTrue(echoes.seen().contains("result.summary"), () -> echoes.seen().toString());
    assertTrue(echoes.seen().contains("result.report"));
  }

  /** A value without a text of its own. */
  static final class Mute {

    /** Another one. */
    public Object[] parts() {
      return new Object[0];
    }
  }

  /** A value that leads to one. */
  record Holder(List<Mute> mutes) {}

  @Test
  void valueWithoutATextIsFound() {
    Echoes echoes = new Echoes();
    echoes.visit("holder", new Holder(List.of(new Mute())));
    assertEquals(
        List.of("holder", "holder.mutes", "holder.mutes[0]"),
        echoes.bad().stream().map(bad -> bad.substring(0, bad.indexOf(": "))).toList());
  }
}
