package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.bias.Lambda;
import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
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
        bad("positiveSignalling", "-1.0", a -> a.positiveSignalling(-1)),
        bad(
            "positiveSignalling level",
            "1.1",
            a -> a.positiveSignalling(1, Lambda.onTarget(3), 1.1)),
        bad("lambda average", "-0.3", a -> a.positiveSignalling(1, Lambda.onAverage(-0.3), 0.5)),
        bad("lambda", "0 and 0", a -> a.positiveSignalling(1, new Lambda(0, 0), 0.5)),
        bad("positiveListening", "NaN", a -> a.positiveListening(Double.NaN, 0)),
        bad("positiveListening crossEntropy", "-1.0", a -> a.positiveListening(1, -1)),
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

  @SuppressWarnings("NullAway") // what a user passes who has not set a variable
  static Stream<Arguments> missingValues() {
    return Stream.of(
        missing("environment", a -> a.environment(null)),
        missing("setup", a -> a.with(null)),
        missing("quantiser", a -> a.quantiser(null)),
        missing("codebooks", a -> a.codebooks(null)),
        missing("symbols", a -> a.symbols(null)),
        missing("channel", a -> a.channel(null)),
        missing("actions", a -> a.actions(null)),
        missing("opponentTarget", a -> a.opponentTarget(null)),
        missing("trunk", a -> a.trunk(null)),
        missing("critic", a -> a.critic(null)),
        missing("gradients", a -> a.gradients(null)));
  }

  private static Arguments missing(String name, UnaryOperator<Aim> setting) {
    return Arguments.of(name, setting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missingValues")
  void valueThatIsNotThereIsToldAtTheSetting(String name, UnaryOperator<Aim> setting) {
    SettingException e = assertThrows(SettingException.class, () -> setting.apply(Aim.DEFAULT));
    assertEquals(name, e.problems().get(0).subject());
  }

  /** A game of roles that are given, of one step or more. */
  private record Game(List<Role> roles, int steps, boolean own) implements Environment {

    Game(List<Role> roles, int steps) {
      this(roles, steps, false);
    }

    @Override
    public Anchors anchors(Samples samples) {
      return new Anchors(0, 0, 0, 1);
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      return new Steps(batch, steps, own);
    }
  }

  /** Episodes of so many steps in which nothing is earned. */
  private static final class Steps implements Episodes {
    private final int batch;
    private final int length;
    private final boolean own;
    private int done;

    Steps(int batch, int length, boolean own) {
      this.batch = batch;
      this.length = length;
      this.own = own;
    }

    @Override
    public int batch() {
      return batch;
    }

    @Override
    public void reset() {
      done = 0;
    }

    @Override
    public int signal(int episode) {
      return 0;
    }

    @Override
    public int signal(int agent, int episode) {
      return own ? agent : 0;
    }

    @Override
    public void step(Actions actions) {
      done++;
    }

    @Override
    public double reward(int agent, int episode) {
      return 0;
    }

    @Override
    public boolean over(int episode) {
      return done >= length;
    }
  }

  private static Role role(boolean sees, int features, String... actions) {
    return new Role("x" + actions.length, sees, features, List.of(actions));
  }

  static Stream<Arguments> unfitGames() {
    Role fit = role(true, 0, "C", "D");
    return Stream.of(
        Arguments.of(List.of(fit, fit, fit), "two agents"),
        Arguments.of(List.of(fit, role(true, 0, "x", "y", "z")), "two actions"),
        Arguments.of(List.of(role(false, 0, "C", "D"), fit), "first agent sees"),
        Arguments.of(List.of(fit, role(true, 3, "C", "D")), "nothing but the signal"),
        Arguments.of(
            List.of(new Role("x", true, false, fit.observation(), fit.action()), fit), "label"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("unfitGames")
  void gameThatAimCannotPlayIsToldBeforeAnythingStarts(List<Role> roles, String allowed) {
    assertConflict("environment", allowed, Aim.DEFAULT.environment(new Game(roles, 1)));
  }

  private static void assertConflict(String subject, String allowed, Aim plan) {
    PlanException e = assertThrows(PlanException.class, () -> plan.run(progress -> {}));
    Problem problem = e.problems().get(0);
    assertEquals(subject, problem.subject());
    assertTrue(problem.value("allowed").orElseThrow().contains(allowed));
    assertTrue(problem.value("plan").orElseThrow().startsWith("Experiment.aim()"));
  }

  @Test
  void gameOfSeveralStepsIsToldAtTheFirst() {
    Role a = new Role("a", true, 0, List.of("C", "D"));
    Role b = new Role("b", true, 0, List.of("C", "D"));
    Aim plan = Aim.DEFAULT.pretrain(0).rounds(3);
    assertEquals(3, plan.environment(new Game(List.of(a, b), 1)).run(p -> {}).completed());
    assertConflict("environment", "one step", plan.environment(new Game(List.of(a, b), 2)));
  }

  @Test
  void gameOfTwoSignalsIsToldAtTheFirst() {
    Role a = new Role("a", true, 0, List.of("C", "D"));
    Role blind = new Role("b", false, 0, List.of("C", "D"));
    Aim plan = Aim.DEFAULT.pretrain(0).rounds(3);
    assertEquals(
        3, plan.environment(new Game(List.of(a, blind), 1, true)).run(p -> {}).completed());
    Role b = new Role("b", true, 0, List.of("C", "D"));
    assertConflict(
        "environment", "same signal", plan.environment(new Game(List.of(a, b), 1, true)));
  }

  /** Of three symbols two would mean to defect. */
  @Test
  void oddCodebookHasNoHalves() {
    assertConflict("codebook", "even", Aim.DEFAULT.codebook(51));
    Aim head = Aim.DEFAULT.codebook(5).actions(ActionMap.HEAD).pretrain(0).rounds(1);
    assertEquals(1, head.run(progress -> {}).completed());
  }

  /** What can have no effect is told before anything starts. */
  @Test
  void biasesThatNothingCanComeOf() {
    Aim telling = Aim.DEFAULT.positiveSignalling(0.1);
    assertConflict("positiveSignalling", "hears nothing", telling.silent());
    assertConflict("positiveSignalling", "batches of one", telling.batch(1));
    Aim minding = Aim.DEFAULT.positiveListening(0.1, 0.01);
    assertConflict("positiveListening", "hears nothing", minding.silent());
    assertEquals(List.of(), minding.batch(1).conflicts());
    assertEquals(List.of(), telling.positiveListening(0.1, 0.01).conflicts());
    assertEquals(List.of(), telling.positiveSignalling(0).silent().conflicts());
    assertEquals(Aim.DEFAULT, telling.positiveSignalling(0, Lambda.onAverage(0.3), 0.2));
  }
}
