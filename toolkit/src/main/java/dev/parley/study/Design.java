package dev.parley.study;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Count;
import dev.parley.train.Plan;
import dev.parley.train.PlanText;
import dev.parley.train.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cells a study has.
 *
 * @param <P> the plan
 */
final class Design<P extends Plan<P>> {

  /**
   * The plan of one cell.
   *
   * @param variant the name of the ablation, or {@link #FULL}
   */
  private record Planned<P>(String variant, P plan) {}

  /**
   * What a value of a setting makes of a plan.
   *
   * @param text the value, as a problem shows it; several are separated by commas
   */
  record Change<P>(String text, UnaryOperator<P> on) {

    Change<P> and(Change<P> next) {
      return new Change<>(
          Stream.of(text, next.text).filter(t -> !t.isEmpty()).collect(Collectors.joining(", ")),
          plan -> next.on.apply(on.apply(plan)));
    }
  }

  /** What a cell is called beside its ablations. */
  static final String FULL = "full";

  static final String VARIANT = "variant";

  private final P base;
  private final List<List<Change<P>>> axes = new ArrayList<>();

  private final Map<String, UnaryOperator<P>> ablations = new LinkedHashMap<>();
  private boolean oneAtATime;

  Design(P base) {
    this.base = base;
  }

  Design(Design<P> other) {
    this(other.base);
    axes.addAll(other.axes);
    ablations.putAll(other.ablations);
    oneAtATime = other.oneAtATime;
  }

  void vary(List<Change<P>> changes) {
    if (changes.isEmpty()) {
      throw new SettingException(Problem.with("vary").got("no value").allowed("one or more"));
    }
    axes.add(List.copyOf(changes));
  }

  void ablate(String name, UnaryOperator<P> change) {
    if (name.isBlank() || name.equals(FULL) || ablations.containsKey(name)) {
      throw new SettingException(
          Problem.with("ablate")
              .got("\"" + name + "\"")
              .allowed("a name of its own that is not " + FULL));
    }
    ablations.put(name, change);
  }

  void oneAtATime() {
    oneAtATime = true;
  }

  /**
   * All cells, in the order in which their values were given.
   *
   * @throws PlanException if a value cannot be had or settings do not fit together: all of them
   */
  List<Cell> cells() {
    Set<Planned<P>> plans = new LinkedHashSet<>();
    Problems problems = new Problems();
    if (oneAtATime && axes.isEmpty()) {
      problems.add(
          Problem.with("oneAtATime").got("no setting that is varied").allowed("one vary or more"));
    }
    Set<String> idle = new LinkedHashSet<>(ablations.keySet());
    for (Change<P> change : combinations()) {
      Optional<P> full = add(plans, FULL, change, problems);
      ablations.forEach(
          (name, ablation) -> {
            Change<P> both = change.and(new Change<>("", ablation));
            if (!add(plans, name, both, problems).equals(full)) {
              idle.remove(name);
            }
          });
    }
    for (Planned<P> planned : plans) {
      String line = PlanText.line(planned.plan());
      String cell = planned.variant().equals(FULL) ? line : planned.variant() + ", " + line;
      planned.plan().conflicts().forEach(p -> problems.add(p, cell));
      seed(planned.plan()).ifPresent(problems::add);
    }
    problems.rethrow();
    idle.forEach(name -> problems.add(idle(name)));
    problems.rethrow();
    return cells(plans);
  }

  private static Problem idle(String ablation) {
    return Problem.with("ablate")
        .got("\"" + ablation + "\", which leaves every plan as it is")
        .allowed("a change of some plan")
        .hint("a plan is a value: its methods give another one, to be returned");
  }

  /** A cell cannot have a seed of its own: each is run with all seeds of the study. */
  private Optional<Problem> seed(P plan) {
    long seed = plan.setup().seed();
    long own = base.setup().seed();
    return seed == own
        ? Optional.empty()
        : Optional.of(
            Problem.with("seed")
                .got(seed)
                .allowed(own + ", the base's, in every cell")
                .hint("seeds(" + own + ", " + seed + ") runs every cell with these"));
  }

  /** What is done to the base, cell by cell. */
  private List<Change<P>> combinations() {
    List<Change<P>> all = new ArrayList<>();
    all.add(new Change<>("", UnaryOperator.identity()));
    if (oneAtATime) {
      axes.forEach(all::addAll);
      return all;
    }
    for (List<Change<P>> axis : axes) {
      List<Change<P>> longer = new ArrayList<>();
      for (Change<P> before : all) {
        axis.forEach(change -> longer.add(before.and(change)));
      }
      all.clear();
      all.addAll(longer);
    }
    return all;
  }

  /** One more cell, and its plan; one that cannot be had is a problem. */
  private Optional<P> add(
      Set<Planned<P>> plans, String variant, Change<P> change, Problems problems) {
    try {
      P plan = change.on().apply(base);
      Setting.given("plan of " + variant, plan);
      plans.add(new Planned<>(variant, plan));
      return Optional.of(plan);
    } catch (SettingException e) {
      String values = change.text().isEmpty() ? "base" : change.text();
      String cell = ablations.isEmpty() ? values : variant + ", " + values;
      e.problems().forEach(p -> problems.add(p, cell));
      return Optional.empty();
    }
  }

  private List<Cell> cells(Set<Planned<P>> plans) {
    Set<String> varied = varied(plans);
    List<Cell> cells = new ArrayList<>();
    for (Planned<P> planned : plans) {
      Map<String, Object> all = PlanText.settings(planned.plan());
      Map<String, Object> settings = new LinkedHashMap<>();
      if (!ablations.isEmpty()) {
        settings.put(VARIANT, planned.variant());
      }
      varied.forEach(name -> settings.put(name, Objects.requireNonNull(all.get(name))));
      boolean isBase = planned.variant().equals(FULL) && planned.plan().equals(base);
      cells.add(new Cell(name(settings), settings, planned.plan(), isBase));
    }
    return cells;
  }

  /** The settings in which cells of one variant differ, in the order of the plan's record. */
  private static <P extends Plan<P>> Set<String> varied(Set<Planned<P>> plans) {
    Map<String, Map<String, Object>> first = new LinkedHashMap<>();
    Set<String> varied = new HashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (Planned<P> planned : plans) {
      Map<String, Object> settings = PlanText.settings(planned.plan());
      Map<String, Object> known = first.computeIfAbsent(planned.variant(), v -> settings);
      all.addAll(settings.keySet());
      settings.forEach(
          (name, value) -> {
            if (!value.equals(known.get(name))) {
              varied.add(name);
            }
          });
    }
    all.retainAll(varied);
    return all;
  }

  static String name(Map<String, Object> settings) {
    List<String> parts = new ArrayList<>();
    settings.forEach(
        (name, value) ->
            parts.add(
                name.equals(VARIANT) ? value.toString() : name + " " + Cell.text(name, value)));
    return parts.isEmpty() ? "base" : String.join(", ", parts);
  }

  /** The base and what is done to it, without a try whether all of it can be. */
  @Override
  public String toString() {
    String values =
        axes.stream()
            .map(axis -> Integer.toString(axis.size()))
            .collect(Collectors.joining(oneAtATime ? " + " : " x "));
    int left = ablations.size();
    return PlanText.line(base)
        + (axes.isEmpty() ? "" : ", " + values + " values")
        + (left == 0 ? "" : ", " + Count.of(left, "ablation"));
  }
}
