package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import dev.parley.vq.Quantiser;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AimTest {

  static Stream<Arguments> badValues() {
    return Stream.of(
        bad("codebook", "1", a -> a.codebook(1)),
        bad("seqLen", "0", a -> a.seqLen(0)),
        bad("latent", "0", a -> a.latent(0)),
        bad("hidden", "1", a -> a.hidden(1)),
        bad("encoderHidden", "0", a -> a.encoderHidden(0)),
        bad("pretrain", "-1", a -> a.pretrain(-1)),
        bad("reflection λ_refl", "-0.1", a -> a.reflection(-0.1, 0)),
        bad("reflection λ_predict", "NaN", a -> a.reflection(0, Double.NaN)),
        bad("intent", "Infinity", a -> a.intent(Double.POSITIVE_INFINITY)),
        bad("entropy", "-1.0", a -> a.entropy(-1)),
        bad("entropy decay", "1.5", a -> a.entropy(0.1, 1.5)),
        bad("learningRate", "NaN", a -> a.learningRate(Double.NaN)),
        bad("learningRate", "0.0", a -> a.learningRate(0)),
        bad("rounds", "-1", a -> a.rounds(-1)),
        bad("batch", "0", a -> a.batch(0)),
        bad("clip", "0.0", a -> a.clip(0)));
  }

  private static Arguments bad(String name, String got, UnaryOperator<Aim> setting) {
    return Arguments.of(name, got, setting);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badValues")
  void badValueIsToldAtTheSetting(String name, String got, UnaryOperator<Aim> setting) {
    SettingException e = assertThrows(SettingException.class, () -> setting.apply(Aim.DEFAULT));
    Problem problem = e.problems().get(0);
    assertEquals(name, problem.subject());
    assertEquals(got, problem.value("got").orElseThrow());
    assertFalse(problem.value("allowed").orElseThrow().isBlank());
  }

  @Test
  void baseIsAValue() {
    Aim base = Aim.DEFAULT.rounds(10).seed(7);
    Aim small = base.codebook(16);
    assertEquals(50, base.codebook());
    assertEquals(16, small.codebook());
    assertEquals(Aim.DEFAULT.codebook(16).seed(7).rounds(10), small);
  }

  /** The differences that the project's description of the two presets names, one by one. */
  @Test
  void publishedIsTheReferenceCode() {
    Aim published = Aim.published();
    assertEquals(Quantiser.gradient().withoutStraightThrough(), published.quantiser());
    assertEquals(Gradients.ACCUMULATED, published.gradients());
    assertEquals(CriticInput.STATE_AND_MESSAGE, published.critic());
    assertEquals(Symbols.OWN_TABLE, published.symbols());
    assertEquals(new Reflection(0, 0.05), published.reflection());
    assertEquals(OpponentTarget.SYMBOLS, published.opponentTarget());
    assertEquals(1, published.setup().batch());
    assertEquals(10_000, published.setup().rounds());
    assertEquals(1e-4, published.setup().learningRate().start());
    assertEquals(0.9995, published.setup().learningRate().decay());
    assertEquals(32, published.codebook());
    assertEquals(64, published.latent());
    assertEquals(2, published.seqLen());
    assertEquals("Aim.published()", published.toString());
  }

  @Test
  void silentAndSeparateCodebooksAreSettings() {
    assertEquals(Channel.SILENT, Aim.DEFAULT.silent().channel());
    assertEquals(Codebooks.SEPARATE, Aim.DEFAULT.separateCodebooks().codebooks());
    assertEquals("Experiment.aim().silent()", Aim.DEFAULT.silent().toString());
    assertEquals(
        "Experiment.aim().separateCodebooks()", Aim.DEFAULT.separateCodebooks().toString());
  }

  /** A game of three agents: AIM has two. */
  private record ThreeAgents() implements Environment {

    @Override
    public List<Role> roles() {
      Role role = new Role("x", true, 0, List.of("C", "D"));
      return List.of(role, role, role);
    }

    @Override
    public Anchors anchors(Samples samples) {
      return new Anchors(0, 0, 0, 1);
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      throw new AssertionError("nothing has started");
    }
  }

  @Test
  void gameForAnotherNumberOfAgentsIsToldBeforeAnythingStarts() {
    Aim plan = Aim.DEFAULT.environment(new ThreeAgents());
    PlanException e = assertThrows(PlanException.class, () -> plan.run(progress -> {}));
    Problem problem = e.problems().get(0);
    assertEquals("environment", problem.subject());
    assertTrue(problem.value("allowed").orElseThrow().contains("two agents"));
    assertTrue(problem.value("plan").orElseThrow().startsWith("Experiment.aim()"));
  }
}
