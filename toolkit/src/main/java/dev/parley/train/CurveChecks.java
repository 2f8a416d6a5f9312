package dev.parley.train;

import dev.parley.analysis.Convergence;
import dev.parley.analysis.MannKendall;
import dev.parley.analysis.Oscillation;
import dev.parley.analysis.Robust;
import dev.parley.env.Anchors;
import dev.parley.nn.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/** The signatures of curves: what swings, what rises, what does not arrive. */
final class CurveChecks {

  /** Rounds below which a second half is too short for a trend or a swing. */
  private static final int FEWEST_ROUNDS = 80;

  /** Smaller swings, as a share of the way from uniform play to the optimum, do not matter. */
  private static final double SWING = 0.03;

  private static final double RISING = 0.01;

  /** A loss that rises by less than this share of its median has not diverged. */
  private static final double RISE = 0.1;

  /** A learning rate that ends below this learns little. */
  private static final double LITTLE = 1e-4;

  private static final String UNKNOWN =
      "the game does not tell what play is worth, so nobody knows what is much";

  private final Run run;
  private final Setup setup;

  CurveChecks(Run run) {
    this.run = run;
    this.setup = run.plan().setup();
  }

  private boolean unknown() {
    return Double.isNaN(run.anchors().progress(0));
  }

  Finding oscillation() {
    Signature signature = Signature.POLICY_OSCILLATION;
    if (run.completed() < FEWEST_ROUNDS) {
      return tooFew(signature, FEWEST_ROUNDS);
    }
    if (unknown()) {
      return Finding.without(signature, Finding.Result.NOT_APPLICABLE, UNKNOWN);
    }
    Oscillation swings = Oscillation.of(run.jointReward());
    Anchors a = run.anchors();
    double scale = a.optimum() - a.uniform();
    double least = Math.max(SWING * scale, Double.MIN_NORMAL);
    boolean slowly = swings.swingsSlowly(least);
    double size = slowly ? swings.slow() : swings.regular();
    double p = slowly ? swings.slowP() : swings.regularP();
    String shape =
        slowly
            ? format("%d turns", swings.turns())
            : format("a period of %.1f rounds", swings.period());
    if (swings.found(least)) {
      String evidence =
          format(
              "the joint reward swings by %.2f (standard deviation; %.2f of the way from uniform"
                  + " play to the optimum) in rounds %,d to %,d, with %s, p %s in noise",
              size, size / scale, secondHalf(), run.completed(), shape, p(p));
      return Finding.found(signature, evidence, remedyOfOscillation());
    }
    boolean beyond = slowly || swings.swingsRegularly(least);
    String evidence =
        beyond
            ? "it swings and rises"
            : format("no swing beyond noise, or of %.2f and more, in the second half", least);
    return Finding.without(signature, Finding.Result.NOT_FOUND, evidence);
  }

  private Remedy remedyOfOscillation() {
    return known(
        Signature.POLICY_OSCILLATION,
        new Remedy("steps are too large for what a batch can tell", slower()));
  }

  Finding divergence() {
    Signature signature = Signature.REFLECTION_DIVERGENCE;
    List<RoundLog.Column> losses =
        run.log().columns().stream().filter(RoundLog.Column::auxiliary).toList();
    if (losses.isEmpty()) {
      return Finding.without(
          signature, Finding.Result.NOT_APPLICABLE, "there is no auxiliary loss");
    }
    if (run.completed() < FEWEST_ROUNDS) {
      return tooFew(signature, FEWEST_ROUNDS);
    }
    StringJoiner rising = new StringJoiner("; ");
    for (RoundLog.Column loss : losses) {
      double[] all = run.log().values(loss);
      double[] half = Arrays.copyOfRange(all, all.length / 2, all.length);
      MannKendall trend = MannKendall.ofCurve(half);
      double rise = trend.slope() * (half.length - 1);
      if (trend.rises(RISING) && rise >= RISE * Math.abs(median(half))) {
        int tenth = Math.max(1, half.length / 10);
        rising.add(
            format(
                "%s rises from %.3g to %.3g in rounds %,d to %,d (medians of the first and last"
                    + " tenth), Mann-Kendall p %s",
                loss.name(),
                median(Arrays.copyOf(half, tenth)),
                median(Arrays.copyOfRange(half, half.length - tenth, half.length)),
                secondHalf(),
                run.completed(),
                p(trend.p())));
      }
    }
    if (rising.length() == 0) {
      String names = String.join(", ", losses.stream().map(RoundLog.Column::name).toList());
      return Finding.without(
          signature, Finding.Result.NOT_FOUND, names + ": none rises in the second half");
    }
    Remedy general = new Remedy("the policy moves faster than what predicts it", slower());
    return Finding.found(signature, rising.toString(), known(signature, general));
  }

  Finding convergence() {
    Signature signature = Signature.NO_CONVERGENCE;
    int window = run.window();
    if (run.completed() < 2 * window) {
      return tooFew(signature, 2 * window);
    }
    if (run.convergedRound().isPresent()) {
      return Finding.without(
          signature,
          Finding.Result.NOT_FOUND,
          format("converged at round %,d", run.convergedRound().getAsInt()));
    }
    if (unknown()) {
      return Finding.without(signature, Finding.Result.NOT_APPLICABLE, UNKNOWN);
    }
    double[] means = Convergence.movingAverage(run.jointReward(), window);
    int best = window - 1;
    for (int i = window; i < means.length; i++) {
      best = means[i] > means[best] ? i : best;
    }
    Anchors a = run.anchors();
    String evidence =
        format(
            "not in %,d rounds: score %.2f at the end, %.2f of the way from uniform play to the"
                + " optimum, where %.1f is converged; the best mean of %d rounds was at %.2f, at"
                + " round %,d",
            run.completed(),
            run.score(),
            a.progress(run.plateau()),
            Run.THRESHOLD,
            window,
            a.progress(means[best]),
            best + 1);
    return Finding.found(signature, evidence, remedyOfNoConvergence());
  }

  private Remedy remedyOfNoConvergence() {
    if (run.stoppedEarly()) {
      return Remedy.of("the run was stopped early", "rounds", setup.rounds());
    }
    Schedule rate = setup.learningRate();
    if (rate.at(setup.rounds()) < LITTLE) {
      return Remedy.of(
          "the learning rate is low, or falls fast: little is learned",
          "learningRate",
          Setup.DEFAULT.learningRate());
    }
    double[] joint = run.jointReward();
    boolean rises =
        joint.length >= FEWEST_ROUNDS
            && MannKendall.ofCurve(Arrays.copyOfRange(joint, joint.length / 2, joint.length))
                .rises(RISING);
    return known(
        Signature.NO_CONVERGENCE,
        rises
            ? Remedy.of("it is still learning", "rounds", 2 * setup.rounds())
            : Remedy.of("it is stuck, or its batches are noisy", "batch", 2 * setup.batch()));
  }

  private String slower() {
    Schedule rate = setup.learningRate();
    return "." + PlanText.call("learningRate", new Schedule(rate.start() / 2, rate.decay()));
  }

  private Remedy known(Signature signature, Remedy general) {
    return Objects.requireNonNull(run.plan().remedies().getOrDefault(signature, general));
  }

  private Finding tooFew(Signature signature, int needed) {
    return Finding.without(
        signature,
        Finding.Result.TOO_FEW_ROUNDS,
        format("%,d rounds, %d needed", run.completed(), needed));
  }

  /** Its first round, counted from 1. */
  private int secondHalf() {
    return run.completed() / 2 + 1;
  }

  private static double median(double[] values) {
    return Robust.median(values, 0).orElse(Double.NaN);
  }

  private static String p(double p) {
    return p < 1e-4 ? "< 0.0001" : format("= %.4f", p);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
