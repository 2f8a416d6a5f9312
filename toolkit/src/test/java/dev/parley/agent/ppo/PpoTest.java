package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.bias.Lambda;
import dev.parley.agent.play.Partner;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Speech;
import dev.parley.datasets.Signals;
import dev.parley.env.Environment;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Listener;
import dev.parley.train.PlanJson;
import dev.parley.train.PlanText;
import dev.parley.train.Remedy;
import dev.parley.train.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The plan: its settings, its text, and what it refuses. */
class PpoTest {

  /** Every setting of its own with another value. */
  private static Map<String, UnaryOperator<Ppo>> other() {
    Map<String, UnaryOperator<Ppo>> other = new LinkedHashMap<>();
    other.put("hidden(7)", p -> p.hidden(7));
    other.put("layers(3)", p -> p.layers(3));
    other.put("units(Units.TANH)", p -> p.units(Units.TANH));
    other.put("discount(0.5)", p -> p.discount(0.5));
    other.put("lambda(1.0)", p -> p.lambda(1));
    other.put("clipRange(0.3)", p -> p.clipRange(0.3));
    other.put("epochs(3)", p -> p.epochs(3));
    other.put("minibatch(50)", p -> p.minibatch(50));
    other.put("entropy(0.2, 0.9)", p -> p.entropy(0.2, 0.9));
    other.put("speechEntropy(0.0)", p -> p.speechEntropy(0));
    other.put("positiveSignalling(0.1)", p -> p.positiveSignalling(0.1));
    other.put("positiveListening(0.01, 0.001)", p -> p.positiveListening(0.01, 0.001));
    other.put("valueWeight(0.5)", p -> p.valueWeight(0.5));
    other.put("normaliseAdvantages(false)", p -> p.normaliseAdvantages(false));
    other.put("normaliseValues(false)", p -> p.normaliseValues(false));
    other.put("policies(Policies.SHARED)", p -> p.policies(Policies.SHARED));
    other.put("critic(Critic.OWN)", p -> p.critic(Critic.OWN));
    other.put("speech(Speech.SILENT)", Ppo::silent);
    other.put("horizon(12)", p -> p.horizon(12));
    other.put("rounds(3)", p -> p.rounds(3));
    return other;
  }

  @Test
  void eachSettingIsItsOwnCall() {
    Set<String> settings = PlanText.settings(Ppo.DEFAULT).keySet();
    other()
        .forEach(
            (call, change) -> {
              Ppo changed = change.apply(Experiment.ppo());
              assertEquals("Experiment.ppo()." + call, changed.toString());
              assertEquals(changed, PlanJson.read(PlanJson.write(changed)));
              assertTrue(settings.contains(call.substring(0, call.indexOf('('))), call);
            });
    assertEquals("Experiment.ppo()", Ppo.DEFAULT.toString());
  }

  @Test
  void ofSeveralChangesEachStays() {
    Ppo plan = Ppo.DEFAULT;
    for (UnaryOperator<Ppo> change : other().values()) {
      plan = change.apply(plan);
    }
    for (UnaryOperator<Ppo> change : other().values()) {
      assertEquals(plan, change.apply(plan));
    }
  }

  private static void refused(String setting, Executable call) {
    Problem problem = assertThrows(SettingException.class, call).problems().get(0);
    assertEquals(setting, problem.subject());
  }

  @Test
  void valuesOutOfRange() {
    Ppo plan = Ppo.DEFAULT;
    refused("hidden", () -> plan.hidden(0));
    refused("layers", () -> plan.layers(0));
    refused("discount", () -> plan.discount(1.01));
    refused("lambda", () -> plan.lambda(-0.1));
    refused("clipRange", () -> plan.clipRange(0));
    refused("clipRange", () -> plan.clipRange(1));
    refused("epochs", () -> plan.epochs(0));
    refused("minibatch", () -> plan.minibatch(0));
    refused("entropy", () -> plan.entropy(-1));
    refused("entropy decay", () -> plan.entropy(1, 2));
    refused("speechEntropy", () -> plan.speechEntropy(Double.NaN));
    refused("positiveSignalling", () -> plan.positiveSignalling(-1));
    refused("positiveSignalling level", () -> plan.positiveSignalling(1, Lambda.onAverage(0.3), 2));
    refused("positiveListening crossEntropy", () -> plan.positiveListening(1, -1));
    refused("valueWeight", () -> plan.valueWeight(-1));
    refused("horizon", () -> plan.horizon(0));
  }

  private static void unfit(String subject, String allowed, Ppo plan) {
    List<Problem> problems = plan.conflicts();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(subject, problems.get(0).subject());
    assertEquals(allowed, problems.get(0).value("allowed").orElseThrow());
    assertThrows(PlanException.class, () -> plan.run(Listener.silent()));
  }

  @Test
  void gamesThatDoNotFit() {
    unfit("dataset", "none where nobody sees its signals", Ppo.DEFAULT.dataset(Signals.of(5, 1)));
    unfit("holdout", "none where nobody sees signals of a data set", Ppo.DEFAULT.holdout(0.3));
    unfit(
        "environment",
        "games in which every action is a choice",
        Ppo.DEFAULT.environment(SimpleSpeakerListener.standard().continuous(true)));
    unfit(
        "policies",
        "SEPARATE where agents see or do different things",
        Ppo.DEFAULT.policies(Policies.SHARED));
  }

  /** A bias that nothing can come of. */
  @Test
  void biasesThatDoNotFit() {
    Ppo tells = Ppo.DEFAULT.positiveSignalling(0.1);
    Ppo minds = Ppo.DEFAULT.positiveListening(0.1, 0.01);
    assertEquals(List.of(), tells.positiveListening(0.1, 0.01).conflicts());
    assertEquals(List.of(), minds.batch(1).conflicts());
    unfit("positiveSignalling", "0 where everybody always says the first word", tells.silent());
    unfit("positiveListening", "0, 0 where everybody always says the first word", minds.silent());
    String alone = "0 in batches of one episode, or minibatches of one moment";
    unfit("positiveSignalling", alone, tells.batch(1));
    unfit("positiveSignalling", alone, tells.minibatch(1));
    Line unmarked = new Line(false, false, false);
    unfit(
        "positiveSignalling",
        "0 where nobody hears what a learner says",
        tells.environment(unmarked));
    unfit(
        "positiveListening",
        "0, 0 where no learner hears and does something",
        minds.environment(unmarked));
    Policies placed = Policies.SEPARATE.partner("speaker_0", Partner.random());
    unfit("positiveSignalling", "0 where nobody hears what a learner says", tells.policies(placed));
    assertEquals(List.of(), minds.policies(placed).conflicts());
  }

  /** What is proposed can be set. */
  @Test
  void remedies() {
    Ppo plan = Ppo.DEFAULT.speechEntropy(0.02);
    Remedy remedy = plan.remedies().get(Signature.COMMUNICATION_VACUUM);
    assertEquals(".speechEntropy(0.04)", Objects.requireNonNull(remedy).setting());
    Remedy open = plan.silent().remedies().get(Signature.NO_CONVERGENCE);
    assertEquals(".speech(Speech.OPEN)", Objects.requireNonNull(open).setting());
    assertEquals(plan, plan.silent().speech(Speech.OPEN));
  }

  @Test
  void gamesThatFit() {
    assertEquals(List.of(), Ppo.DEFAULT.conflicts());
    Ppo reference = Ppo.DEFAULT.environment(SimpleReference.standard());
    assertEquals(List.of(), reference.policies(Policies.SHARED).conflicts());
    assertEquals(List.of("agent_0", "agent_1"), reference.speakers());
    assertEquals(List.of(), Ppo.DEFAULT.environment(Environment.of(Relay::new)).conflicts());
  }
}
