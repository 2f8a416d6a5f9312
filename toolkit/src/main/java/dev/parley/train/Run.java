package dev.parley.train;

import dev.parley.analysis.Convergence;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Role;
import dev.parley.language.Audit;
import dev.parley.language.Lexicon;
import dev.parley.language.Protocol;
import dev.parley.random.Streams;
import dev.parley.report.ImageGrid;
import dev.parley.report.Page;
import dev.parley.report.Plot;
import dev.parley.report.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;

/**
 * A finished run: what was planned, what came out, where it came from. Immutable; every table and
 * chart is made anew on each call, so that it may be changed.
 */
public final class Run {

  /** How far from uniform play to the optimum a curve must be, and stay, to count as converged. */
  static final double THRESHOLD = 0.9;

  private static final int WINDOW = 20;
  private static final int WINDOW_OF_SINGLE_EPISODES = 100;

  private final Plan<?> plan;
  private final Anchors anchors;
  private final RoundLog log;
  private final Outcome outcome;
  private final Audit audit;
  private final Provenance provenance;
  private final Duration time;

  Run(
      Plan<?> plan,
      Anchors anchors,
      RoundLog log,
      Outcome outcome,
      Audit audit,
      Provenance provenance,
      Duration time) {
    this.plan = plan;
    this.anchors = anchors;
    this.log = log;
    this.outcome = outcome;
    this.audit = audit;
    this.provenance = provenance;
    this.time = time;
  }

  /** The plan that was run. */
  public Plan<?> plan() {
    return plan;
  }

  /** What a joint reward is worth in this game. */
  public Anchors anchors() {
    return anchors;
  }

  /** What the numbers depend on. */
  public Provenance provenance() {
    return provenance;
  }

  /** How long it took. */
  public Duration time() {
    return time;
  }

  /** Rounds that are complete. */
  public int completed() {
    return log.rounds();
  }

  /** Whether it was interrupted before the last round. */
  public boolean stoppedEarly() {
    return completed() < plan.setup().rounds();
  }

  /**
   * One row a round: {@code round} from 1, {@code joint_reward}, and the columns of the algorithm.
   */
  public Table rounds() {
    int[] round = new int[log.rounds()];
    for (int i = 0; i < round.length; i++) {
      round[i] = i + 1;
    }
    Tables table = Tables.named("rounds").wholes(RoundLog.COUNTER, round);
    for (RoundLog.Column column : log.columns()) {
      if (column.whole()) {
        table.wholes(column.name(), log.values(column));
      } else {
        table.reals(column.name(), log.values(column));
      }
    }
    return table.table();
  }

  /**
   * One row an evaluation, if the plan says {@code evaluateEvery}: the {@code round} after which it
   * was, from 0; how many {@code episodes} it had; their mean {@code joint_reward}, when each agent
   * does what it holds to be best; its {@code score}, as {@link #score()}; and the {@code
   * standard_error} of the mean.
   */
  public Table evaluations() {
    return log.evaluations().table(plan.setup().evaluateEvery(), anchors);
  }

  /** One row a step of preparation, such as an epoch of pre-training; empty if there was none. */
  public Table preparation() {
    return outcome.preparation().table();
  }

  /**
   * What was said in all of training: how often each message was sent, the label and action it goes
   * with most, and when. Of more than 100,000 episodes, it is of an evenly spaced sample.
   */
  public Lexicon lexicon() {
    List<Role> roles = plan.setup().environment().roles();
    return Lexicon.of(outcome.messages(), roles.stream().map(Role::deeds).toList());
  }

  /** The joint reward of each round, in a new array. */
  public double[] jointReward() {
    return log.values(log.jointReward());
  }

  /** The mean joint reward of the last tenth of the rounds. */
  public double plateau() {
    return Convergence.plateau(jointReward());
  }

  /**
   * {@link #plateau} on the scale on which 0 is the best policy without communication and 1 the
   * optimum; where both are the same, 0 is uniform play. Chance can take it a little beyond.
   */
  public double score() {
    return anchors.score(plateau());
  }

  /**
   * The first round from which the moving average of the joint reward stays nine tenths of the way
   * from uniform play to the optimum; over 20 rounds, or 100 if a round is one episode.
   *
   * @return empty if that did not happen
   */
  public OptionalInt convergedRound() {
    double level = anchors.uniform() + THRESHOLD * (anchors.optimum() - anchors.uniform());
    return Convergence.round(jointReward(), window(), level);
  }

  /**
   * What the run comes to, by name: {@code rounds}, {@code converged_round} (NaN if it did not),
   * {@code plateau}, {@code score}; if there were evaluations, {@code evaluated_reward} and {@code
   * evaluated_score} of the last; with a codebook {@code codes_used}, {@code code_gini}, {@code
   * code_perplexity}, of several codebooks those of the one with the fewest used; if somebody
   * speaks, as means over the agents in the episodes whose messages were kept, {@code
   * symbols_used}, {@code message_entropy} in bits, {@code top_symbols_kept}, the share of the five
   * most frequent symbols of the first half that are so in the second; and, paired by episode,
   * {@code cost_of_permuting} and {@code cost_of_silence} of the audit, its {@code influence} in
   * bits and {@code listening}.
   */
  public Map<String, Double> measures() {
    return Measures.of(this);
  }

  /**
   * Codes that quantise at least one evaluation sample; of several codebooks, those of the one with
   * the fewest. 0 if there is none.
   */
  public int codesUsed() {
    return outcome.codeUse().values().stream().mapToInt(Run::used).min().orElse(0);
  }

  /** How many codes have a count above 0. */
  static int used(long[] counts) {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  /**
   * Whether the agents talk: the verdict of interventions on the message, and the evidence. Its
   * verdict is NONE if nobody speaks, no round is complete, or the plan says {@code audit(false)}.
   */
  public Audit audit() {
    return audit;
  }

  /** What went wrong, if anything: the failure signatures, with evidence, cause and what to try. */
  public Diagnosis diagnosis() {
    return Diagnosis.of(this);
  }

  /**
   * Policies against theory: for each payoff table of a dilemma, what was played in the last tenth
   * of the rounds, or in the episodes that {@code recordMessages} names, and the equilibria; empty
   * for a game that is no dilemma.
   */
  public Equilibria equilibria() {
    return Equilibria.of(outcome.messages(), plan.setup().environment());
  }

  /**
   * What was said, measured: what messages tell and of what, how they are built, how often each is
   * used. Computed when asked for.
   */
  public Protocol protocol() {
    return Protocol.of(
        outcome.messages(), this::topic, Streams.of(plan.setup().seed()).child("protocol"));
  }

  /** Where labels are topics of episodes, there is nothing besides to be told of a label. */
  private OptionalInt topic(int label) {
    Environment game = plan.setup().environment();
    return game.topics() == 0 ? game.topic(label) : OptionalInt.empty();
  }

  /** Joint reward by round, with what it is worth. */
  public Plot rewardCurve() {
    return new RunCharts(this).reward();
  }

  /**
   * How often each symbol was used in the last tenth of the rounds, or in the latest episodes that
   * {@code recordMessages} names, by rank, on logarithmic axes.
   */
  public Plot symbolChart() {
    return new RunCharts(this).symbols(outcome.messages());
  }

  /** How many evaluation samples each code quantises, by rank; one series a codebook. */
  public Plot codebookChart() {
    return new RunCharts(this).codes(outcome.codeUse());
  }

  /**
   * The code vectors among the latents of up to 300 evaluation images, which are coloured by label:
   * by t-SNE, or by PCA if there are more than 2,700 codes. Codes that quantise none of the images
   * are marked as unused. Separate codebooks lie side by side, each in a space of its own.
   */
  public Plot codeMap() {
    return new RunMaps(this).codes();
  }

  /**
   * Up to 300 messages of each agent of the same episodes as {@link #symbolChart}, coloured by the
   * label of the signal: one-hot vectors by t-SNE, agents side by side. Near messages share symbols
   * at the same positions; equal ones lie in a heap, whose area is their number.
   */
  public Plot messageMap() {
    return new RunMaps(this).messages();
  }

  /** Evaluation images, up to three a label, above what their codes decode to. */
  public ImageGrid reconstructions() {
    return new RunImages(this).reconstructions();
  }

  /** What each code decodes to, and how many evaluation images it quantises. */
  public ImageGrid prototypes() {
    return new RunImages(this).prototypes();
  }

  /**
   * The run as a page that explains itself: verdict, curves, lexicon, plan, provenance; made anew
   * on each call, so that sections may be added.
   */
  public Page report() {
    return RunReport.of(this);
  }

  /** The beginning of the hash of all settings and everything the numbers depend on. */
  public String id() {
    return archive().id();
  }

  /**
   * Writes the run to {@code runs/<id>} in the working directory, or to {@code
   * runs/<id>-stopped-<rounds>} if it was stopped early, so that it does not replace one that was
   * not.
   */
  public Path save() {
    return save(Path.of("runs", id() + (stoppedEarly() ? "-stopped-" + completed() : "")));
  }

  /**
   * Writes the run to a folder: the archive {@code plan.json}, the card, every table as CSV, every
   * chart as PNG, and all of it on one page, {@code report.html}. docs/getting-started.md has the
   * list.
   *
   * @return the folder
   * @throws dev.parley.error.OutputException if that fails; each file is whole or as it was
   */
  public Path save(Path folder) {
    new RunFiles(this).save(folder);
    return folder;
  }

  /** The run as an HTML card, without scripts or remote parts. */
  public String html() {
    return RunCard.of(this).html();
  }

  /** The run as a card of text. */
  @Override
  public String toString() {
    return RunCard.of(this).text();
  }

  Archive archive() {
    return new Archive(plan, provenance);
  }

  RoundLog log() {
    return log;
  }

  Outcome outcome() {
    return outcome;
  }

  int window() {
    return plan.setup().batch() == 1 ? WINDOW_OF_SINGLE_EPISODES : WINDOW;
  }
}
