package dev.parley.train;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.error.ParleyException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.TrainingException;
import dev.parley.error.UnexpectedException;
import dev.parley.language.Audit;
import dev.parley.random.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One run from start to end. */
final class Training {

  /** Episodes of the audit: enough to tell a cost of a tenth of a reward from none. */
  private static final int AUDITED = 1024;

  /** The phase in which rounds are counted. */
  static final String TRAINING = "training";

  private static final int SHOWN_EPISODES = 320;
  private static final long TOLD_EVERY = Duration.ofMillis(100).toNanos();

  private final Plan<?> plan;
  private final Setup setup;
  private final Listener listener;
  private final Callbacks callbacks;
  private final Checkpoints checkpoints;
  private final RoundLog log = new RoundLog();
  private final long startedAt = System.nanoTime();
  private final Instant started = Instant.now();
  private long told = startedAt - TOLD_EVERY;

  Training(Plan<?> plan, Listener listener) {
    this(plan, listener, new Checkpoints(null, null));
  }

  Training(Plan<?> plan, Listener listener, Checkpoints checkpoints) {
    Setting.given("listener", listener);
    this.plan = plan;
    this.setup = plan.setup();
    this.listener = listener.unfailing();
    this.callbacks = this.listener.callbacks();
    this.checkpoints = checkpoints;
  }

  Run run() {
    try {
      return start();
    } catch (ParleyException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw new TrainingException(
          checkpoints.located(
              Problem.with("memory")
                  .got(String.valueOf(e.getMessage()))
                  .fact("completed rounds", Integer.toString(log.rounds()))
                  .hint("smaller nets or batches; or more of it: PARLEY_JAVA_OPTIONS=-Xmx8g")
                  .fact("plan", PlanText.line(plan))));
    } catch (RuntimeException e) {
      throw new UnexpectedException(
          checkpoints.located(
              Problem.with("run")
                  .got(e)
                  .fact("completed rounds", Integer.toString(log.rounds()))
                  .hint("a bug of Parley, or of an environment of yours: please report it")
                  .fact("plan", PlanText.line(plan))),
          e);
    } finally {
      listener.ended();
    }
  }

  private Run start() {
    requireConsistent();
    Samples samples = setup.dataset().load();
    Anchors anchors = setup.environment().anchors(samples);
    Streams streams = Streams.of(setup.seed());
    Samples.Split split = samples.split(setup.holdout(), streams.stream("holdout"));
    Stage stage =
        new Stage(
            setup, split.train(), split.evaluation(), streams.child("learner"), log, callbacks);
    try (Learner learner = plan.learner(stage)) {
      checkpoints.begin(
          plan, learner, log, () -> Provenance.of(samples, learner.engine(), started));
      try {
        if (prepare(learner)) {
          learner.begin();
          train(learner);
        }
      } catch (ThreadDeath stop) {
        // How JShell interrupts a snippet before JDK 20: what there is so far is kept.
        log.evaluations().cut(setup.evaluateEvery(), log.rounds());
      }
      Audit audit = audit(learner, anchors);
      Provenance provenance = Provenance.of(samples, learner.engine(), started);
      Duration time = checkpoints.before().plusNanos(System.nanoTime() - startedAt);
      Outcome outcome = learner.outcome();
      outcome.messages().keepLatest(setup.recordMessages().of(log.rounds(), setup.batch()));
      return new Run(plan, anchors, log, outcome, audit, provenance, time);
    }
  }

  private void requireConsistent() {
    List<Problem> conflicts = plan.conflicts();
    if (!conflicts.isEmpty()) {
      String line = PlanText.line(plan);
      throw new PlanException(conflicts.stream().map(p -> p.fact("plan", line)).toList());
    }
  }

  private boolean prepare(Learner learner) {
    int steps = learner.preparations();
    for (int step = checkpoints.prepared(); step < steps; step++) {
      if (Thread.interrupted()) {
        checkpoints.finish();
        return false;
      }
      learner.prepare(step);
      checkpoints.stepped();
      tell("preparing", step + 1, steps, Double.NaN);
    }
    checkpoints.finish();
    return true;
  }

  private void train(Learner learner) {
    RollingMean joint = new RollingMean(Math.max(1, SHOWN_EPISODES / setup.batch()));
    for (double reward : log.values(log.jointReward())) {
      joint.add(reward);
    }
    if (log.evaluations().count() == 0) {
      evaluate(learner, 0);
    }
    for (int round = log.rounds(); round < setup.rounds() && !Thread.interrupted(); round++) {
      learner.round(round);
      requireFinite(round);
      evaluate(learner, round + 1);
      joint.add(log.jointReward().current());
      log.endRound();
      checkpoints.done(log.rounds());
      tell(TRAINING, round + 1, setup.rounds(), joint.mean());
      if (callbacks.hearUpdates()) {
        UpdateEvent update = log.update(setup);
        callbacks.update(update);
        if (update.stopped()) {
          break;
        }
      }
    }
    checkpoints.finish();
  }

  /** An evaluation, if one is due after so many rounds. */
  private void evaluate(Learner learner, int rounds) {
    Evaluation evaluation = setup.evaluateEvery();
    if (!evaluation.isDue(rounds)) {
      return;
    }
    double[] returns = learner.evaluate(evaluation.episodes());
    for (double each : returns) {
      if (!Double.isFinite(each)) {
        throw new TrainingException(
            checkpoints.located(
                Problem.with("joint reward of an evaluation")
                    .got(each)
                    .allowed("finite numbers")
                    .fact("round", Integer.toString(rounds))
                    .hint("it is the sum of what the environment pays: look at its rewards")
                    .fact("plan", PlanText.line(plan))));
      }
    }
    log.evaluations().add(returns);
  }

  private void tell(String phase, int done, int total, double jointReward) {
    long now = System.nanoTime();
    if (done == total || now - told >= TOLD_EVERY) {
      told = now;
      listener.progress(new Progress(phase, done, total, jointReward));
    }
  }

  private Audit audit(Learner learner, Anchors anchors) {
    if (!setup.audit()) {
      return Audit.none("audit(false)", anchors);
    }
    if (log.rounds() == 0) {
      return Audit.none("no round is complete", anchors);
    }
    try {
      return learner
          .interventions(AUDITED)
          .map(played -> Audit.of(played, anchors))
          .orElseGet(() -> Audit.none(Audit.NOBODY_SPEAKS, anchors));
    } catch (ThreadDeath stop) {
      return Audit.none("it was interrupted", anchors);
    } catch (RuntimeException e) {
      // What was learned is not lost for it: a game of a user's may fail on a signal it never saw.
      return Audit.none("it failed: " + e, anchors);
    }
  }

  /** A number that is not finite ends the run: what follows from it would be noise. */
  private void requireFinite(int round) {
    for (RoundLog.Column column : log.columns()) {
      if (!Double.isFinite(column.current())) {
        throw new TrainingException(notFinite(column, round));
      }
    }
  }

  private Problem notFinite(RoundLog.Column column, int round) {
    double[] past = log.values(column);
    String last = past.length == 0 ? "none" : Double.toString(past[past.length - 1]);
    return checkpoints.located(
        Problem.with(column.name())
            .got(column.current())
            .allowed("finite numbers")
            .fact("round", Integer.toString(round + 1))
            .fact("last good value", last)
            .hint(
                column.name().equals(RoundLog.JOINT_REWARD)
                    ? "it is the sum of what the environment pays: look at its rewards"
                    : "smaller steps: a lower learningRate or clip(1); or the rewards are very"
                        + " large")
            .fact("plan", PlanText.line(plan)));
  }
}
