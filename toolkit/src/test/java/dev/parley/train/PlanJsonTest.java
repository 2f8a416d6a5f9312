package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.FrozenPartner;
import dev.parley.agent.play.Partner;
import dev.parley.agent.play.Policies;
import dev.parley.agent.ppo.Critic;
import dev.parley.agent.ppo.Ppo;
import dev.parley.agent.ppo.Units;
import dev.parley.agent.q.QLearning;
import dev.parley.datasets.Dataset;
import dev.parley.datasets.Digits;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.env.Bimatrix;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.env.games.ColourDigit;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.MultiStepDigits;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.Switch;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.grid.Catch;
import dev.parley.env.grid.PredatorPrey;
import dev.parley.env.grid.TrafficJunction;
import dev.parley.env.mpe.Physics;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.DataException;
import dev.parley.random.RandomStream;
import dev.parley.vq.Quantiser;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import story.Games;

/** Every plan comes back from its text. */
final class PlanJsonTest {

  private static final List<Environment> ENVIRONMENTS =
      List.of(
          PrisonersDilemma.classic(),
          PrisonersDilemma.of(5, 3, 1, 0),
          new PrisonersDilemma(AimSettings.GAME),
          ContextualPrisonersDilemma.paper(),
          ContextualPrisonersDilemma.baseline(),
          new ContextualPrisonersDilemma(AimSettings.GAME, AimSettings.GAME.mirrored()),
          ParityDilemma.standard(),
          new ParityDilemma(
              Bimatrix.of(Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 1e300, 0.1, 1 / 3.0, 9, -9),
              AimSettings.GAME),
          SimpleSpeakerListener.standard().physics(Physics.OLD),
          SimpleReference.standard().continuous(true).cycles(7),
          SwitchRiddle.of(4).by(Switch.BULB),
          LewisGame.of(3, 4).message(2, 9).holdout(0.3, Long.MIN_VALUE).heldOut(true).candidates(5),
          ColourDigit.standard(),
          MultiStepDigits.standard().classes(5).steps(4),
          SumOfDigits.standard().vocabulary(6),
          PredatorPrey.medium().reward(Catch.COMPETITIVE),
          PredatorPrey.of(4, 2, 1, 9),
          TrafficJunction.hard().vision(1).curriculum(0.02, 2_500, 12_500));

  private static final List<Dataset> DATASETS =
      List.of(
          Digits.embedded(),
          Mnist.at("a folder"),
          Mnist.at("../x/./y/").train(),
          Mnist.at("").test(),
          Mnist.at("/ü \"quoted\" \\ \t\u0001 漢字 \ud83d\ude00"),
          Signals.of(2, 1),
          Signals.of(10, 64).perClass(7).noise(0.30000000000000004).seed(Long.MIN_VALUE),
          Signals.of(3, 3).noise(0).seed(Long.MAX_VALUE));

  private static final List<Quantiser> QUANTISERS =
      List.of(
          Quantiser.ema(),
          Quantiser.gradient(),
          Quantiser.gradient().withoutStraightThrough(),
          Quantiser.ema().commitment(2).decay(0).restart(0.999));

  /** Plans of other algorithms, in games of several steps. */
  private static final List<Plan<?>> OTHERS =
      List.of(
          Ppo.DEFAULT,
          Ppo.DEFAULT.policies(
              Policies.SHARED
                  .share("pair", "agent_0", "agent_1")
                  .partner("a", Partner.random())
                  .partner("b", Partner.constant(1, 0, 7))
                  .partner("ü \"c\"", Partner.untrained())
                  .partner("d", new FrozenPartner(Path.of("runs", "a"), "pair", "0123"))),
          Ppo.DEFAULT
              .environment(SimpleReference.standard().continuous(true).physics(Physics.OLD))
              .policies(Policies.SHARED)
              .critic(Critic.OWN)
              .units(Units.TANH)
              .silent()
              .normaliseValues(false)
              .speechEntropy(0.1, 0.5),
          QLearning.IQL,
          QLearning.RIAL,
          QLearning.DIAL,
          QLearning.IQL.channel(Channel.vq(3, 0.5)).replay(0).epsilon(0.1),
          QLearning.RIAL.policies(Policies.SEPARATE.share("two", "prisoner_0", "prisoner_1")),
          QLearning.DIAL.channel(Channel.straightThrough(0.5)).target(7).silent(),
          QLearning.DIAL.channel(Channel.reinforce(0.01)).doubleQ(true).horizon(9),
          QLearning.RIAL.channel(Channel.gumbel(2)).epsilon(1, 0.1, 50).averageHeads(false));

  @TempDir private Path folder;

  private static List<Aim> plans() {
    List<Aim> plans = new ArrayList<>();
    for (Aim base : List.of(Aim.DEFAULT, Aim.published())) {
      plans.add(base);
      AimSettings.other().values().forEach(change -> plans.add(change.apply(base)));
      AimSettings.special().values().forEach(change -> plans.add(change.apply(base)));
      ENVIRONMENTS.forEach(environment -> plans.add(base.environment(environment)));
      DATASETS.forEach(dataset -> plans.add(base.dataset(dataset)));
      QUANTISERS.forEach(quantiser -> plans.add(base.quantiser(quantiser)));
      plans.add(base.clip(Double.MIN_VALUE).learningRate(Double.MAX_VALUE, Double.MIN_VALUE));
      plans.add(base.rounds(Integer.MAX_VALUE).seed(Long.MAX_VALUE).intent(-0.0));
    }
    return plans;
  }

  private static void assertComesBack(Plan<?> plan) {
    String text = PlanJson.write(plan);
    Plan<?> back = PlanJson.read(text);
    assertEquals(plan, back, text);
    assertEquals(plan.hashCode(), back.hashCode());
    assertEquals(text, PlanJson.write(back));
    assertTrue(PlanJson.obstacle(plan).isEmpty());
  }

  @Test
  void everyPlanComesBack() {
    plans().forEach(PlanJsonTest::assertComesBack);
    OTHERS.forEach(PlanJsonTest::assertComesBack);
  }

  @Test
  void anyMixtureComesBack() {
    RandomStream random = new RandomStream(5);
    List<UnaryOperator<Aim>> changes = new ArrayList<>(AimSettings.other().values());
    ENVIRONMENTS.forEach(environment -> changes.add(a -> a.environment(environment)));
    DATASETS.forEach(dataset -> changes.add(a -> a.dataset(dataset)));
    QUANTISERS.forEach(quantiser -> changes.add(a -> a.quantiser(quantiser)));
    for (int trial = 0; trial < 100; trial++) {
      Aim plan = trial % 2 == 0 ? Aim.DEFAULT : Aim.published();
      int count = random.nextInt(changes.size());
      int[] order = random.permutation(changes.size());
      for (int i = 0; i < count; i++) {
        plan = changes.get(order[i]).apply(plan);
      }
      assertComesBack(plan.seed(random.nextLong()).intent(Math.abs(random.nextGaussian())));
    }
  }

  /** What is in the catalogue has been tried above. */
  @Test
  void wholeCatalogueWasTried() {
    Set<Class<?>> tried = new HashSet<>();
    List<Plan<?>> all = new ArrayList<>(OTHERS);
    all.addAll(plans());
    all.forEach(
        plan ->
            tried.addAll(
                List.of(
                    plan.getClass(),
                    plan.setup().environment().getClass(),
                    plan.setup().dataset().getClass())));
    for (Plan<?> plan : OTHERS) {
      Map<String, Object> settings = PlanText.settings(plan);
      if (settings.get("policies") instanceof Policies policies) {
        policies.partners().values().forEach(partner -> tried.add(partner.getClass()));
      }
      if (settings.get("channel") instanceof Channel channel) {
        tried.add(channel.getClass());
      }
    }
    assertEquals(tried, Set.copyOf(Types.standard().fitting(Record.class).values()));
  }

  @Test
  void runsArchiveIsReadToo() throws IOException {
    Provenance provenance = new Provenance(Map.of("jdk", "17"), Instant.EPOCH);
    Archive archive = new Archive(Aim.published(), provenance);
    assertEquals(Aim.published(), PlanJson.read(archive.json()));
    String saved = archive.json(Map.of("id", archive.id(), "seconds", 1.5));
    Path file = Files.writeString(folder.resolve("plan.json"), saved);
    assertEquals(Aim.published(), PlanJson.read(file));
  }

  @Test
  void equalPlansHaveOneText() {
    Aim forth = Aim.DEFAULT.seed(7).codebook(16).rounds(5);
    Aim back = Aim.DEFAULT.rounds(5).codebook(16).seed(7);
    assertEquals(PlanJson.write(forth), PlanJson.write(back));
    assertFalse(PlanJson.write(forth).equals(PlanJson.write(forth.seed(8))));
  }

  /** A schedule's range is checked by the plan: a hand-written whole number is a number too. */
  @Test
  void wholeNumberForARealOne() {
    String text = PlanJson.write(Aim.DEFAULT).replace("\"intent\" : 0.0", "\"intent\" : 3");
    assertEquals(Aim.DEFAULT.intent(3), PlanJson.read(text));
  }

  @Test
  void environmentOfTheUsersOwn() {
    assertMarked(
        Aim.DEFAULT.environment(Games.solitaire(3)),
        "environment: story.Games$Solitaire is not in the catalogue of types that can be read back");
  }

  @Test
  void planThatIsInNoCatalogue() {
    assertMarked(
        Fake.plan(),
        "plan: dev.parley.train.Fake is not in the catalogue of types that can be read back");
  }

  @Test
  void lambdaInAPlan() {
    List<Class<? extends Record>> known =
        List.of(WithLambda.class, Digits.class, ContextualPrisonersDilemma.class);
    assertEquals(
        "text: a lambda is not in the catalogue of types that can be read back",
        Obstacles.of(new WithLambda(Setup.DEFAULT, () -> "x"), new Types(List.of(() -> known)))
            .orElseThrow());
  }

  /** A plan with a setting that has no text. */
  private record WithLambda(Setup setup, Supplier<String> text) implements Plan<WithLambda> {

    @Override
    public WithLambda with(Setup value) {
      return new WithLambda(value, text);
    }

    @Override
    public Map<String, WithLambda> doors() {
      return Map.of("door", this);
    }

    @Override
    public Learner learner(Stage stage) {
      throw new AssertionError("nothing is run");
    }
  }

  @Test
  void pathOfAnotherFileSystem() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("x.zip"), Map.of("create", "true"))) {
      Aim plan = Aim.DEFAULT.dataset(Mnist.at(zip.getPath("/data")));
      String why = PlanJson.obstacle(plan).orElseThrow();
      assertTrue(why.startsWith("dataset.folder: a path of another file system, jar:"), why);
    }
  }

  private static void assertMarked(Plan<?> plan, String why) {
    assertEquals(why, PlanJson.obstacle(plan).orElseThrow());
    String text = PlanJson.write(plan);
    DataException e = assertThrows(DataException.class, () -> PlanJson.read(text));
    assertEquals("plan", e.problems().get(0).subject());
    assertEquals(why, e.problems().get(0).value("reason").orElseThrow());
    assertEquals(
        "its line of Java can be run: " + PlanText.line(plan),
        e.problems().get(0).value("hint").orElseThrow());
  }
}
