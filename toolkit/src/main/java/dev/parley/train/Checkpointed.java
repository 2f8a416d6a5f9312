package dev.parley.train;

import java.nio.file.Path;

/**
 * A plan that leaves checkpoints while it runs: {@code checkpoint.npz} in a folder, the latest in
 * place of the one before. They change no number of the run, and so are no part of the plan.
 *
 * <pre>
 * plan.checkpointEvery(500, Path.of("runs/long")).run();
 * plan.rounds(20_000).resume(Path.of("runs/long"));
 * </pre>
 *
 * <p>One is written after every {@code every} rounds and after every so many steps of preparation,
 * at the end of each, and where the run is interrupted (but not where JShell before JDK 20 ends a
 * snippet in the middle of a round). A weight, or another number to be saved, that is NaN ends the
 * run instead, as it would sooner or later; the checkpoint before stays.
 *
 * @param plan what is run
 * @param every rounds from one to the next; 1 or more
 * @param folder where they are written; made if need be
 */
public record Checkpointed(Plan<?> plan, int every, Path folder) {

  /** Checks every value. */
  public Checkpointed {
    Setting.given("plan", plan);
    Setting.atLeast("checkpointEvery", every, 1, "rounds from one checkpoint to the next");
    Setting.given("folder", folder);
  }

  /** The Java expression that makes this. */
  @Override
  public String toString() {
    String path = folder.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return PlanText.line(plan) + ".checkpointEvery(" + every + ", Path.of(\"" + path + "\"))";
  }

  /**
   * Trains from the start, as {@link Plan#run()}.
   *
   * @throws dev.parley.error.OutputException if a checkpoint cannot be written; one that was
   *     written before is still there
   */
  public Run run() {
    return run(Listener.standard());
  }

  /** Trains from the start, reporting to {@code listener}. */
  public Run run(Listener listener) {
    return new Training(plan, listener, new Checkpoints(this, null)).run();
  }

  /** Goes on from a checkpoint, as {@link Plan#resume(Path)}, and leaves more of them. */
  public Run resume(Path from) {
    return resume(from, Listener.standard());
  }

  /** Goes on from a checkpoint, reporting to {@code listener}. */
  public Run resume(Path from, Listener listener) {
    Setting.given("from", from);
    return new Training(plan, listener, new Checkpoints(this, from)).run();
  }
}
