package dev.parley.study;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Listener;
import dev.parley.train.Plan;
import dev.parley.train.PlanText;
import dev.parley.train.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Several plans side by side, of one algorithm or of several, as a value. The first is what the
 * others are compared with. Every method gives a new one.
 */
public final class Lineup {

  private final List<Plan<?>> plans;
  private final Conduct conduct;

  private Lineup(List<Plan<?>> plans, Conduct conduct) {
    this.plans = plans;
    this.conduct = conduct;
  }

  /**
   * Plans to be compared, with five seeds; on all processors; kept in {@code studies}.
   *
   * @param plans two or more, that differ in more than their seeds: all are run with the same
   */
  public static Lineup of(Plan<?>... plans) {
    Setting.given("plans", plans);
    List<Plan<?>> given = new ArrayList<>();
    for (Plan<?> plan : plans) {
      Setting.given("a plan", plan);
      given.add(plan.seed(plans[0].setup().seed()));
    }
    if (given.size() < 2) {
      throw refused(given);
    }
    return new Lineup(different(given), Conduct.standard(given.get(0).setup().seed()));
  }

  private static List<Plan<?>> different(List<Plan<?>> plans) {
    if (plans.stream().distinct().count() < plans.size()) {
      throw refused(plans);
    }
    return List.copyOf(plans);
  }

  private static SettingException refused(List<Plan<?>> plans) {
    return new SettingException(
        Problem.with("compare")
            .got(plans.stream().map(PlanText::line).toList())
            .allowed("two plans or more, all different")
            .hint("all are run with the same seeds, those of seeds(...)"));
  }

  /** Rounds of every plan; 1 or more. */
  public Lineup rounds(int rounds) {
    return each(plan -> plan.rounds(rounds));
  }

  /** Episodes a round of every plan; 1 or more. */
  public Lineup batch(int episodes) {
    return each(plan -> plan.batch(episodes));
  }

  private Lineup each(Function<Plan<?>, Plan<?>> change) {
    List<Plan<?>> changed = new ArrayList<>();
    // No forEach: its frame would stay above the user's line where a value is refused.
    for (Plan<?> plan : plans) {
      changed.add(change.apply(plan));
    }
    return new Lineup(different(changed), conduct);
  }

  /** So many seeds for every plan: the first's own and those that follow; 1 or more, default 5. */
  public Lineup seeds(int count) {
    return with(conduct.seeds(plans.get(0).setup().seed(), count));
  }

  /** These seeds for every plan; all different. */
  public Lineup seeds(long... values) {
    return with(conduct.seeds(values));
  }

  /** How many trials run at once; 1 or more, default one a processor. Changes no number. */
  public Lineup workers(int count) {
    return on(LocalRunner.workers(count));
  }

  /** Where trials run. */
  public Lineup on(Runner place) {
    return with(conduct.on(place));
  }

  /** The folder in which finished trials are kept; default {@code studies}. */
  public Lineup in(Path place) {
    return with(conduct.in(place));
  }

  private Lineup with(Conduct other) {
    return new Lineup(plans, other);
  }

  /**
   * Runs all trials that have not been run, showing progress where there is somebody to see it.
   *
   * @throws PlanException if the settings of a plan do not fit together; nothing has started
   * @throws dev.parley.error.OutputException if a record cannot be kept
   */
  public StudyResult run() {
    return run(Listener.standard());
  }

  /** The same, reporting to {@code listener}. */
  public StudyResult run(Listener listener) {
    List<Problem> problems = new ArrayList<>();
    for (Plan<?> plan : plans) {
      String line = PlanText.line(plan);
      plan.conflicts().forEach(p -> problems.add(p.fact("plan", line)));
    }
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
    List<Cell> cells = new ArrayList<>();
    for (Plan<?> plan : plans) {
      String line = PlanText.line(plan);
      cells.add(new Cell(line, Map.of("plan", line), plan, cells.isEmpty()));
    }
    return conduct.run(cells, listener);
  }

  /** What is compared, in a line. */
  @Override
  public String toString() {
    return "comparison of " + plans.size() + " plans" + conduct;
  }
}
