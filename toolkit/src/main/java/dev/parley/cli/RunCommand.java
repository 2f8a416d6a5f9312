package dev.parley.cli;

import dev.parley.agent.aim.ActionMap;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Dataset;
import dev.parley.env.Environment;
import dev.parley.error.OutputException;
import dev.parley.error.SettingException;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import dev.parley.report.Plot;
import dev.parley.train.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parley run}: one experiment, from the plan to the folder of results. */
@Command(
    name = "run",
    description = {
      "Trains AIM, prints the result and writes it to a folder.",
      "The same as Experiment.aim().run().save() in Java."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      converter = Names.OfPreset.class,
      description =
          "corrected, or published: the reference code's version, defects included. Other options"
              + " change it. Default: corrected.")
  private @Nullable Aim preset;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      converter = Names.OfEnvironment.class,
      description = "dilemma, contextual, contextual-baseline or parity. Default: contextual.")
  private @Nullable Environment environment;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      converter = Names.OfDataset.class,
      description =
          "digits, mnist:DIR (all images in DIR), mnist-train:DIR, mnist-test:DIR or"
              + " signals:CLASSES,DIMENSIONS. Default: digits.")
  private @Nullable Dataset dataset;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Updates. Default: ${bundle:default.rounds}.")
  private @Nullable Integer rounds;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Episodes a round. Default: ${bundle:default.batch}.")
  private @Nullable Integer batch;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The root of all randomness. Default: ${bundle:default.seed}.")
  private @Nullable Long seed;

  @Option(
      names = "--codebook",
      paramLabel = "K",
      description = "Symbols. Default: ${bundle:default.codebook}.")
  private @Nullable Integer codebook;

  @Option(
      names = "--seq-len",
      paramLabel = "L",
      description = "Symbols a message. Default: ${bundle:default.seqLen}.")
  private @Nullable Integer seqLen;

  @Option(
      names = "--latent",
      paramLabel = "D",
      description = "Dimensions of a code vector. Default: ${bundle:default.latent}.")
  private @Nullable Integer latent;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Units of the agents' hidden layers. Default: ${bundle:default.hidden}.")
  private @Nullable Integer hidden;

  @Option(
      names = "--pretrain",
      paramLabel = "N",
      description =
          "Passes of the VQ-VAE over the images before the game. Default:"
              + " ${bundle:default.pretrain}.")
  private @Nullable Integer pretrain;

  @Option(
      names = "--reflection",
      paramLabel = "A,B",
      converter = Names.OfPair.class,
      description =
          "Weights of the context-value and the opponent loss. Default:"
              + " ${bundle:default.reflection}.")
  private @Nullable Pair reflection;

  @Option(
      names = "--actions",
      paramLabel = "MAP",
      description =
          "halves: the action is read off the first symbol; head: it has a layer of its own."
              + " Default: ${bundle:default.actions}.")
  private @Nullable ActionMap actions;

  @Option(
      names = "--entropy",
      paramLabel = "W",
      description = "Weight of the entropy bonus. Default: ${bundle:default.entropy}.")
  private @Nullable Double entropy;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Of the agents' optimiser. Default: ${bundle:default.learningRate}.")
  private @Nullable Double learningRate;

  @Option(
      names = "--clip",
      paramLabel = "N",
      description = "The largest norm of a gradient. Default: no limit.")
  private @Nullable Double clip;

  @Option(
      names = "--holdout",
      paramLabel = "P",
      description =
          "The share of the images kept for evaluation. Default: ${bundle:default.holdout}.")
  private @Nullable Double holdout;

  @Option(names = "--silent", description = "Messages do not arrive.")
  private boolean silent;

  @Option(names = "--separate-codebooks", description = "A VQ-VAE for each agent.")
  private boolean separateCodebooks;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder of the results. Default: runs/ID, where ID tells settings apart; or runs/ID-stopped-N after an interrupt.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Aim plan;
    try {
      plan = plan();
    } catch (SettingException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (out == null) {
      Results.requireWritable("folder", Path.of("runs"));
    } else {
      Results.requireWritable("--out", out);
    }
    Thread charts = new Thread(RunCommand::drawOnce, "parley-charts");
    charts.setDaemon(true);
    charts.start();
    return Interruptible.call(plan::run, this::save);
  }

  /**
   * Loads what draws charts while the training goes on. It takes half a second, and cannot be
   * loaded any more once an interrupt from the keyboard has begun to end the JVM.
   */
  private static void drawOnce() {
    double[] ends = {0, 1};
    Plot chart = new Plot("chart", "x", "y").line("line", ends, ends);
    chart.png();
    new Page("page").figure(Figure.of(chart, "a line")).html();
  }

  private int save(Run run) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(run);
    screen.flush();
    try {
      Path folder = out == null ? run.save() : run.save(out);
      screen.println("  saved         " + folder);
      screen.println("  report        " + folder.resolve("report.html"));
      screen.flush();
    } catch (OutputException e) {
      throw Results.rescued(run, e);
    }
    return 0;
  }

  /** The plan that the options make. */
  Aim plan() {
    Aim plan = preset == null ? Aim.DEFAULT : preset;
    plan = with(plan, Aim::environment, environment);
    plan = with(plan, Aim::dataset, dataset);
    plan = with(plan, Aim::rounds, rounds);
    plan = with(plan, Aim::batch, batch);
    plan = with(plan, Aim::seed, seed);
    plan = with(plan, Aim::codebook, codebook);
    plan = with(plan, Aim::seqLen, seqLen);
    plan = with(plan, Aim::latent, latent);
    plan = with(plan, Aim::hidden, hidden);
    plan = with(plan, Aim::pretrain, pretrain);
    plan = with(plan, (p, w) -> p.reflection(w.first(), w.second()), reflection);
    plan = with(plan, Aim::actions, actions);
    plan = with(plan, Aim::entropy, entropy);
    plan = with(plan, Aim::learningRate, learningRate);
    plan = with(plan, Aim::clip, clip);
    plan = with(plan, Aim::holdout, holdout);
    plan = when(silent, plan, Aim::silent);
    return when(separateCodebooks, plan, Aim::separateCodebooks);
  }

  private static <V> Aim with(Aim plan, BiFunction<Aim, V, Aim> setting, @Nullable V value) {
    return value == null ? plan : setting.apply(plan, value);
  }

  private static Aim when(boolean given, Aim plan, UnaryOperator<Aim> setting) {
    return given ? setting.apply(plan) : plan;
  }
}
