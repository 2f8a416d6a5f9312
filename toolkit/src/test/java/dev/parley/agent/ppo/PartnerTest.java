package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.play.Partner;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Script;
import dev.parley.analysis.Condition;
import dev.parley.analysis.Interval;
import dev.parley.datasets.Signals;
import dev.parley.env.Environment;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.ParleyException;
import dev.parley.error.PlanException;
import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import dev.parley.train.Callbacks;
import dev.parley.train.EpisodeEvent;
import dev.parley.train.Listener;
import dev.parley.train.Replay;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that play and do not learn, and policies of several agents. */
class PartnerTest {

  private static final Ppo SHORT = PpoRunTest.SHORT;

  @TempDir Path folder;

  private static Ppo with(String agent, Partner partner) {
    return SHORT.policies(Policies.SEPARATE.partner(agent, partner));
  }

  private static String rounds(Ppo plan) {
    return Tables.csv(plan.run(Listener.silent()).rounds());
  }

  private Path trained(Ppo plan, String name) {
    plan.checkpointEvery(1000, folder.resolve(name)).run(Listener.silent());
    return folder.resolve(name);
  }

  private static List<EpisodeEvent> episodes(Ppo plan) {
    List<EpisodeEvent> episodes = new ArrayList<>();
    plan.run(Callbacks.onEpisode(episodes::add).with(Listener.silent()));
    return episodes;
  }

  /** Says which goal it is. */
  private static int[] truth(float[] seen) {
    int best = 0;
    for (int i = 0; i < seen.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    return new int[] {best};
  }

  @Test
  void scriptSpeaks() {
    Ppo plan = with("speaker", Partner.scripted(() -> (seen, open) -> truth(seen)));
    for (EpisodeEvent episode : episodes(plan)) {
      int goal = episode.label();
      assertArrayEquals(new int[] {goal, goal, goal, goal, goal, goal}, episode.said("speaker"));
    }
    List<String> columns = plan.run(Listener.silent()).rounds().columnNames();
    assertFalse(columns.contains("policy_loss_speaker"));
    assertTrue(columns.contains("policy_loss_listener"));
    assertTrue(columns.contains("return_speaker"));
  }

  @Test
  void constantAndRandom() {
    for (EpisodeEvent episode : episodes(with("speaker", Partner.constant(2)))) {
      assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2}, episode.said("speaker"));
    }
    int[] counts = new int[3];
    for (EpisodeEvent episode : episodes(with("speaker", Partner.random()).rounds(20))) {
      for (int word : episode.said("speaker")) {
        counts[word]++;
      }
    }
    for (int count : counts) {
      assertEquals(320, count, 60);
    }
  }

  /** A choice that is closed is never drawn: the game would say so. */
  @Test
  void randomDrawsFromWhatIsOpen() {
    Ppo walled = SHORT.environment(new Line(true, true, false));
    walled.policies(Policies.SEPARATE.partner("listener", Partner.random())).run(Listener.silent());
  }

  @Test
  void untrainedStaysAsItIs() {
    Ppo plan = with("speaker", Partner.untrained());
    Run run = plan.run(Listener.silent());
    assertFalse(run.rounds().columnNames().contains("entropy_speaker"));
    assertNotEquals(rounds(SHORT), rounds(plan));
  }

  /** A checkpoint of agents that have not learned has the policy that there is at the start. */
  @Test
  void frozenIsWhatTheCheckpointHas() {
    Path still = trained(SHORT.learningRate(1e-30), "still");
    String untrained = rounds(with("speaker", Partner.untrained()));
    assertEquals(untrained, rounds(with("speaker", Partner.frozen(still))));
    Path learned = trained(SHORT.learningRate(0.05).rounds(20), "learned");
    assertNotEquals(untrained, rounds(with("speaker", Partner.frozen(learned))));
  }

  /** Nets of other sizes than the plan's own, and one policy of all. */
  @Test
  void frozenOfOtherSizes() {
    Ppo other = SHORT.hidden(5).layers(1).units(Units.TANH).critic(Critic.OWN);
    Path made = trained(other, "other");
    assertEquals(6, with("listener", Partner.frozen(made)).run(Listener.silent()).completed());
    Ppo pair = SHORT.environment(SimpleReference.standard().cycles(5));
    Path shared = trained(pair.policies(Policies.SHARED), "shared");
    Policies one = Policies.SEPARATE.partner("agent_1", Partner.frozen(shared));
    Run run = pair.policies(one).run(Listener.silent());
    assertTrue(run.rounds().columnNames().contains("kl_agent_0"));
    assertFalse(run.rounds().columnNames().contains("kl_agent_1"));
    Path separate = trained(pair, "separate");
    Policies swapped =
        Policies.SEPARATE.partner("agent_1", Partner.frozen(separate).policy("agent_0"));
    assertEquals(6, pair.policies(swapped).run(Listener.silent()).completed());
  }

  @Test
  void frozenThatDoesNotFit() throws IOException {
    Path line = trained(SHORT, "line");
    Ppo speaker = SHORT.environment(SimpleSpeakerListener.standard());
    assertTrue(
        refused(speaker, "speaker_0", Partner.frozen(line).policy("speaker"))
            .contains("allowed: a policy for what the agent sees and does"));
    assertEquals(
        "partner listener: got no policy x, allowed: listener, speaker",
        refused(SHORT, "listener", Partner.frozen(line).policy("x")));
    assertTrue(
        refused(SHORT, "listener", Partner.frozen(line).policy("speaker"))
            .startsWith("partner listener: got "));
    Aim aim = Aim.DEFAULT.dataset(Signals.of(4, 6).perClass(10)).rounds(2).pretrain(0).codebook(6);
    aim.checkpointEvery(10, folder.resolve("aim")).run(Listener.silent());
    assertEquals(
        "partner listener: got Aim, allowed: a checkpoint of Ppo",
        refused(SHORT, "listener", Partner.frozen(folder.resolve("aim"))));
    Partner before = Partner.frozen(line);
    trained(SHORT.seed(2), "line");
    assertEquals(
        "partner listener: got another file than when the plan was made, allowed: the same file",
        refused(SHORT, "listener", before));
    Files.writeString(line.resolve("checkpoint.npz"), "nothing");
    assertTrue(refused(SHORT, "listener", Partner.frozen(line)).startsWith("partner listener"));
  }

  private static String refused(Ppo base, String agent, Partner partner) {
    Ppo plan = base.policies(Policies.SEPARATE.partner(agent, partner));
    PlanException e = assertThrows(PlanException.class, () -> plan.run(Listener.silent()));
    assertEquals(1, e.problems().size());
    return e.problems().get(0).toString().lines().findFirst().orElseThrow();
  }

  /** Each kind, with what it draws from kept in checkpoints. */
  @Test
  void resumedIsAsIfItHadNotStopped() throws IOException {
    Path learned = trained(SHORT, "learned");
    for (Partner partner :
        List.of(
            Partner.random(),
            Partner.constant(1),
            Partner.untrained(),
            Partner.frozen(learned),
            Partner.scripted(Moody::new))) {
      for (String agent : List.of("speaker", "listener")) {
        Ppo plan = with(agent, partner).evaluateEvery(2, 9);
        Run whole = plan.checkpointEvery(100, folder.resolve("whole")).run(Listener.silent());
        plan.rounds(3).checkpointEvery(100, folder.resolve("half")).run(Listener.silent());
        Run resumed =
            plan.checkpointEvery(100, folder.resolve("rest"))
                .resume(folder.resolve("half"), Listener.silent());
        assertEquals(Tables.csv(whole.rounds()), Tables.csv(resumed.rounds()), partner.toString());
        assertEquals(Tables.csv(whole.evaluations()), Tables.csv(resumed.evaluations()));
        assertEquals(whole.audit(), resumed.audit());
        assertEquals(whole.audit(), plan.evaluateEvery(0, 0).run(Listener.silent()).audit());
        Map<String, byte[]> expected = state("whole");
        Map<String, byte[]> found = state("rest");
        assertEquals(expected.keySet(), found.keySet());
        for (String name : expected.keySet()) {
          if (!name.equals(StateFile.HEADER)) {
            assertArrayEquals(Entries.get(expected, name), Entries.get(found, name), name);
          }
        }
      }
    }
  }

  private Map<String, byte[]> state(String name) throws IOException {
    return Entries.of(Files.readAllBytes(folder.resolve(name).resolve("checkpoint.npz")));
  }

  /** Chooses at random, by the seed of the episode. */
  private static final class Moody implements Script {

    private Random random = new Random(0);

    @Override
    public void begin(long seed) {
      random = new Random(seed);
    }

    @Override
    public int[] choose(float[] seen, boolean[][] open) {
      int[] chosen = new int[open.length];
      for (int h = 0; h < open.length; h++) {
        do {
          chosen[h] = random.nextInt(open[h].length);
        } while (!open[h][chosen[h]]);
      }
      return chosen;
    }
  }

  /** In the audit they play as in training: words that nobody hears cost exactly nothing. */
  @Test
  void auditWithPartners() {
    Ppo deaf = SHORT.environment(new Line(false, false, false)).rounds(3);
    for (Partner partner : List.of(Partner.random(), Partner.scripted(Moody::new))) {
      Run run =
          deaf.policies(Policies.SEPARATE.partner("listener", partner)).run(Listener.silent());
      for (Condition condition : List.of(Condition.PERMUTED, Condition.CONSTANT, Condition.NOISE)) {
        assertEquals(new Interval(0, 0, 0), run.audit().cost(condition), condition.toString());
      }
    }
  }

  /** In a game of turns a script is asked where it is its turn. */
  @Test
  void scriptInAGameOfTurns() {
    Ppo turns = SHORT.environment(Environment.of(Relay::new)).horizon(7);
    Set<Integer> widths = new HashSet<>();
    Partner script =
        Partner.scripted(
            () ->
                (seen, open) -> {
                  widths.add(open.length);
                  return new int[open.length];
                });
    for (EpisodeEvent episode :
        episodes(turns.policies(Policies.SEPARATE.partner("second", script)))) {
      for (int word : episode.said("second")) {
        assertTrue(word == 0 || word == 4, "word " + word);
      }
    }
    assertEquals(Set.of(4), widths);
  }

  @Test
  void scriptThatChoosesWhatThereIsNot() {
    Ppo plan = with("listener", Partner.scripted(() -> (seen, open) -> new int[] {3}));
    ParleyException e = assertThrows(ParleyException.class, () -> plan.run(Listener.silent()));
    assertEquals(
        "partner listener: got choice 3, allowed: 0, 1, 2", e.problems().get(0).toString());
    Ppo two = with("listener", Partner.scripted(() -> (seen, open) -> new int[2]));
    ParleyException f = assertThrows(ParleyException.class, () -> two.run(Listener.silent()));
    assertTrue(f.problems().get(0).toString().startsWith("partner listener: got 2 choices"));
  }

  @Test
  void replayed() {
    Path made = trained(SHORT.environment(SimpleSpeakerListener.standard()), "made");
    Policies one = Policies.SEPARATE.partner("speaker_0", Partner.frozen(made));
    Ppo plan = SHORT.environment(SimpleSpeakerListener.standard()).policies(one).rounds(2);
    Path saved = plan.run(Listener.silent()).save(folder.resolve("saved"));
    Replay replay = Replay.of(saved, Listener.silent());
    assertTrue(replay.same(), replay.report());
    assertEquals(plan, replay.run().plan());
  }

  @Test
  void policyOfTwo() {
    Ppo pair = SHORT.environment(SimpleReference.standard().cycles(5));
    Policies named = Policies.SEPARATE.share("pair", "agent_0", "agent_1");
    Run run = pair.policies(named).run(Listener.silent());
    assertTrue(run.rounds().columnNames().contains("policy_loss_pair"));
    assertFalse(run.rounds().columnNames().contains("policy_loss_agent_0"));
  }
}
