package dev.parley.study;

import dev.parley.datasets.Dataset;
import dev.parley.env.Environment;
import dev.parley.train.Listener;
import dev.parley.train.Plan;
import dev.parley.train.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Many runs around one plan, as a value: which settings are varied, what is left out, with which
 * seeds. Every method gives a new study.
 *
 * <pre>
 * Experiment.study(base).vary(Aim::codebook, 20, 50, 100).vary(Aim::seqLen, 1, 2, 3).seeds(5).run()
 * </pre>
 *
 * <p>Every finished trial is kept as a file of its own as soon as it has ended. A study that is run
 * again, after an interrupt or a crash or with more seeds, takes what is there and runs the rest.
 *
 * @param <P> the plan
 */
public final class Study<P extends Plan<P>> {

  private final P base;
  private final Design<P> design;
  private final Conduct conduct;

  private Study(P base, Design<P> design, Conduct conduct) {
    this.base = base;
    this.design = design;
    this.conduct = conduct;
  }

  /** A study of one cell, the base, with five seeds; on all processors; kept in {@code studies}. */
  public static <P extends Plan<P>> Study<P> of(P base) {
    Setting.given("base", base);
    return new Study<>(base, new Design<>(base), Conduct.standard(base.setup().seed()));
  }

  /**
   * Varies a setting, named by its own method. Several are combined, every value of one with every
   * value of the others; but see {@link #oneAtATime}.
   *
   * @param setting such as {@code Aim::codebook}
   * @param values one or more
   */
  @SafeVarargs
  public final <V> Study<P> vary(BiFunction<P, V, P> setting, V... values) {
    if (values == null) {
      Setting.given("values", null);
    }
    List<V> given = new ArrayList<>();
    for (V value : values) {
      given.add(value);
    }
    return varied(setting, given);
  }

  /**
   * Varies the game, as {@code vary(Aim::environment, ContextualPrisonersDilemma.paper(),
   * ParityDilemma.standard())}.
   *
   * <p>For games of several classes, Java 17 takes V of the general method for the first class that
   * all have above them, which is {@link Record}, and cannot link a method of games to it.
   *
   * @param first of the values, which may be of any classes
   */
  public Study<P> vary(
      BiFunction<P, Environment, P> setting, Environment first, Environment... more) {
    return varied(setting, list(first, more));
  }

  /**
   * Varies the data, as {@code vary(Aim::dataset, Digits.embedded(), Signals.of(10, 64))}.
   *
   * @param first of the values, which may be of any classes
   */
  public Study<P> vary(BiFunction<P, Dataset, P> setting, Dataset first, Dataset... more) {
    return varied(setting, list(first, more));
  }

  private static <V> List<V> list(V first, V[] more) {
    Setting.given("more", more);
    List<V> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private <V> Study<P> varied(BiFunction<P, V, P> setting, List<V> values) {
    Setting.given("setting", setting);
    List<Design.Change<P>> changes = new ArrayList<>();
    for (V value : values) {
      Setting.given("a value", value);
      changes.add(new Design.Change<>(value.toString(), plan -> setting.apply(plan, value)));
    }
    return edit(d -> d.vary(changes));
  }

  /** Varies one setting after the other, and leaves the others as they are in the base. */
  public Study<P> oneAtATime() {
    return edit(Design::oneAtATime);
  }

  /**
   * Adds to every cell one in which something is left out or changed.
   *
   * @param name such as {@code "no communication"}
   * @param change such as {@code Aim::silent}
   */
  public Study<P> ablate(String name, UnaryOperator<P> change) {
    Setting.given("name", name);
    Setting.given("change", change);
    return edit(d -> d.ablate(name, change));
  }

  /** So many seeds for every cell: the base's own and those that follow; 1 or more, default 5. */
  public Study<P> seeds(int count) {
    return with(conduct.seeds(base.setup().seed(), count));
  }

  /** These seeds for every cell; all different. */
  public Study<P> seeds(long... values) {
    return with(conduct.seeds(values));
  }

  /** How many trials run at once; 1 or more, default one a processor. Changes no number. */
  public Study<P> workers(int count) {
    return on(LocalRunner.workers(count));
  }

  /** Where trials run. */
  public Study<P> on(Runner place) {
    return with(conduct.on(place));
  }

  /** The folder in which finished trials are kept; default {@code studies}. */
  public Study<P> in(Path place) {
    return with(conduct.in(place));
  }

  private Study<P> with(Conduct other) {
    return new Study<>(base, design, other);
  }

  private Study<P> edit(Consumer<Design<P>> change) {
    Design<P> copy = new Design<>(design);
    change.accept(copy);
    return new Study<>(base, copy, conduct);
  }

  /**
   * Runs all trials that have not been run, showing progress where there is somebody to see it.
   *
   * @throws dev.parley.error.PlanException if a cell cannot be: all that is wrong with all cells;
   *     nothing has started
   * @throws dev.parley.error.OutputException if a record cannot be kept
   */
  public StudyResult run() {
    return run(Listener.standard());
  }

  /** The same, reporting to {@code listener}. */
  public StudyResult run(Listener listener) {
    return conduct.run(design.cells(), listener);
  }

  /** What is studied, in a line. */
  @Override
  public String toString() {
    return "study of " + design + conduct;
  }
}
