package dev.parley.train;

import dev.parley.error.OutputException;
import dev.parley.error.ParleyException;
import dev.parley.error.Problem;
import dev.parley.error.TrainingException;
import dev.parley.state.Output;
import dev.parley.state.State;
import dev.parley.state.StateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where one run goes on from, and what it leaves for others to go on from. */
final class Checkpoints {

  /** The file in the folder of checkpoints. */
  static final String FILE = "checkpoint.npz";

  private final @Nullable Checkpointed to;
  private final @Nullable Path from;
  private final long startedAt = System.nanoTime();
  private @Nullable Writer writer;
  private @Nullable Path last;
  private int prepared;
  private Duration before = Duration.ZERO;
  private boolean unsaved;

  /**
   * Checkpoints of one run.
   *
   * @param to null if none are to be written
   * @param from a checkpoint, or a folder that has one; null for the start
   */
  Checkpoints(@Nullable Checkpointed to, @Nullable Path from) {
    this.to = to;
    this.from = from == null || !Files.isDirectory(from) ? from : from.resolve(FILE);
  }

  /** Writes the state of a run under a name. */
  private record Writer(
      Plan<?> plan, Learner learner, RoundLog log, Provenance provenance, Output output) {

    byte[] bytes(int prepared, Duration time) {
      Archive archive = new Archive(plan, provenance);
      int round = log.rounds();
      String header = CheckpointHeader.text(archive, prepared, round, time.toMillis() / 1e3);
      return StateFile.bytes(header, state -> keep(state, plan, learner, log, round));
    }
  }

  private static void keep(State state, Plan<?> plan, Learner learner, RoundLog log, int rounds) {
    log.keep(state.part("log"), rounds);
    Evaluation evaluation = plan.setup().evaluateEvery();
    if (!evaluation.equals(Evaluation.NONE)) {
      log.evaluations().keep(state.part("evaluations"), evaluation, rounds);
    }
    learner.keep(state.part("learner"));
  }

  /**
   * Restores the run, if it goes on from a checkpoint, and makes sure that it can be saved, if it
   * is to be.
   *
   * @throws ParleyException if one of these cannot be; nothing was trained yet
   */
  void begin(Plan<?> plan, Learner learner, RoundLog log, Supplier<Provenance> provenance) {
    if (from != null) {
      restore(from, plan, learner, log, provenance.get());
    }
    if (to != null) {
      writer = new Writer(plan, learner, log, provenance.get(), Output.to(to.folder()));
      writer.bytes(prepared, before);
    }
  }

  private void restore(
      Path path, Plan<?> plan, Learner learner, RoundLog log, Provenance provenance) {
    try (StateFile file = StateFile.open(path)) {
      CheckpointHeader header = new CheckpointHeader(file);
      header.requireSame(plan, provenance);
      int steps = learner.preparations();
      int round = header.round();
      prepared = header.prepared();
      if (prepared > steps || (round > 0 && prepared < steps)) {
        throw file.failure("is " + prepared + " of " + steps + " steps and " + round + " rounds");
      }
      before = Duration.ofMillis(Math.round(header.seconds() * 1e3));
      file.restore(state -> keep(state, plan, learner, log, round));
      last = path;
    }
  }

  /** Steps of preparation that are done. */
  int prepared() {
    return prepared;
  }

  /** How long the run took before it went on here. */
  Duration before() {
    return before;
  }

  /** One more step of preparation is done. */
  void stepped() {
    prepared++;
    done(prepared);
  }

  /** As many steps, or rounds, are done. */
  void done(int count) {
    unsaved = true;
    if (to != null && count % to.every() == 0) {
      finish();
    }
  }

  /** Saves what is not saved yet, if anything is to be. */
  void finish() {
    if (to == null || writer == null || !unsaved) {
      return;
    }
    Duration time = before.plusNanos(System.nanoTime() - startedAt);
    try {
      writer.output.write(FILE, writer.bytes(prepared, time));
    } catch (TrainingException e) {
      throw new TrainingException(told(e, to.plan(), writer.log));
    } catch (OutputException e) {
      throw new OutputException(told(e, to.plan(), writer.log), e.getCause());
    }
    last = to.folder().resolve(FILE);
    unsaved = false;
  }

  private Problem told(ParleyException failure, Plan<?> plan, RoundLog log) {
    return located(failure.problems().get(0))
        .fact("completed rounds", Integer.toString(log.rounds()))
        .fact("plan", PlanText.line(plan));
  }

  /** A problem that ends the run, with the checkpoint from which it can go on, if there is one. */
  Problem located(Problem problem) {
    return last == null ? problem : problem.fact("checkpoint", last.toString());
  }
}
