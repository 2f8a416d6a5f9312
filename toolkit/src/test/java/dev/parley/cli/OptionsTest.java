package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.ActionMap;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.train.PlanText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of {@code parley run} against the setting that it stands for. */
class OptionsTest {

  private static final Aim BASE = Aim.DEFAULT;

  /** Options that change no setting. */
  private static final Set<String> NO_SETTING = Set.of("--out", "--help", "--version");

  /** Options whose default is no value that they can be given. */
  private static final Set<String> NO_DEFAULT =
      Set.of("--out", "--help", "--version", "--clip", "--silent", "--separate-codebooks");

  private static final Pattern DEFAULT = Pattern.compile("Default: (\\S+)\\.$");

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("--preset=corrected", BASE),
        Arguments.of("--preset=published", Aim.published()),
        Arguments.of("--environment=dilemma", BASE.environment(PrisonersDilemma.classic())),
        Arguments.of("--environment=parity", BASE.environment(ParityDilemma.standard())),
        Arguments.of(
            "--environment=contextual-baseline",
            BASE.environment(ContextualPrisonersDilemma.baseline())),
        Arguments.of("--dataset=mnist:a b", BASE.dataset(Mnist.at("a b"))),
        Arguments.of("--dataset=mnist-train:C:/d", BASE.dataset(Mnist.at("C:/d").train())),
        Arguments.of("--dataset=mnist-test:d", BASE.dataset(Mnist.at("d").test())),
        Arguments.of("--dataset=signals:3, 5", BASE.dataset(Signals.of(3, 5))),
        Arguments.of("--rounds=3", BASE.rounds(3)),
        Arguments.of("--batch=4", BASE.batch(4)),
        Arguments.of("--seed=-5", BASE.seed(-5)),
        Arguments.of("--codebook=6", BASE.codebook(6)),
        Arguments.of("--seq-len=7", BASE.seqLen(7)),
        Arguments.of("--latent=8", BASE.latent(8)),
        Arguments.of("--hidden=9", BASE.hidden(9)),
        Arguments.of("--pretrain=0", BASE.pretrain(0)),
        Arguments.of("--reflection=0.25, 0", BASE.reflection(0.25, 0)),
        Arguments.of("--actions=head", BASE.actions(ActionMap.HEAD)),
        Arguments.of("--actions=HEAD", BASE.actions(ActionMap.HEAD)),
        Arguments.of("--entropy=0.5", BASE.entropy(0.5)),
        Arguments.of("--learning-rate=1e-4", BASE.learningRate(1e-4)),
        Arguments.of("--clip=1", BASE.clip(1)),
        Arguments.of("--holdout=0.5", BASE.holdout(0.5)),
        Arguments.of("--silent", BASE.silent()),
        Arguments.of("--separate-codebooks", BASE.separateCodebooks()));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void optionIsASetting(String option, Aim expected) {
    assertEquals(expected, plan(option));
    assertEquals(PlanText.line(expected), PlanText.line(plan(option)));
  }

  @Test
  void everySettingIsTestedWithAnotherValueThanItsDefault() {
    Set<String> tested =
        settings()
            .filter(row -> !row.get()[1].equals(BASE))
            .map(row -> ((String) row.get()[0]).replaceAll("=.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        options().map(OptionSpec::longestName).collect(Collectors.toCollection(TreeSet::new));
    all.removeAll(NO_SETTING);
    assertEquals(all, tested);
  }

  @Test
  void noOptionIsTheDefault() {
    assertEquals(BASE, plan());
  }

  @Test
  void optionsDoNotDependOnTheirOrder() {
    List<String> options = List.of("--seed=3", "--preset=published", "--codebook=20", "--silent");
    Aim expected = Aim.published().codebook(20).silent().seed(3);
    assertEquals(expected, plan(options.toArray(String[]::new)));
    assertEquals(expected, plan("--silent", "--codebook=20", "--preset=published", "--seed=3"));
    assertNotEquals(expected, plan("--silent", "--codebook=20", "--seed=3"));
  }

  @Test
  void valueMayBeAnArgumentOfItsOwn() {
    assertEquals(BASE.seed(-1).reflection(1, 2), plan("--seed", "-1", "--reflection", "1,2"));
  }

  @Test
  void everyDefaultInHelpIsThatOfThePlan() {
    Set<String> shown = new TreeSet<>();
    options()
        .forEach(
            option -> {
              Matcher text = DEFAULT.matcher(String.join(" ", option.description()));
              if (text.find()) {
                shown.add(option.longestName());
                assertEquals(BASE, plan(option.longestName() + "=" + text.group(1)));
              }
            });
    Set<String> all =
        options().map(OptionSpec::longestName).collect(Collectors.toCollection(TreeSet::new));
    all.removeAll(NO_DEFAULT);
    assertEquals(all, shown);
  }

  @Test
  void unlimitedGradientIsTheDefaultThatHelpNames() {
    OptionSpec clip =
        options().filter(o -> o.longestName().equals("--clip")).findFirst().orElseThrow();
    assertTrue(clip.description()[0].endsWith("Default: no limit."));
    assertEquals(Double.POSITIVE_INFINITY, BASE.setup().clip());
  }

  private static Aim plan(String... options) {
    CommandLine main = Main.commandLine();
    String[] arguments = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
    main.parseArgs(arguments);
    return ((RunCommand) Said.command(main, "run").userObject()).plan();
  }

  private static Stream<OptionSpec> options() {
    return Said.command(Main.commandLine(), "run").options().stream();
  }
}
