package dev.parley.study;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the cells of a study: each problem once, with the cells that have it. */
final class Problems {

  /** Cells that are named; of the others how many there are is told. */
  private static final int NAMED = 3;

  private final Map<Problem, List<String>> cells = new LinkedHashMap<>();

  /** A problem of the study itself. */
  void add(Problem problem) {
    cells.computeIfAbsent(problem, p -> new ArrayList<>());
  }

  /** A problem of a cell. */
  void add(Problem problem, String cell) {
    cells.computeIfAbsent(problem, p -> new ArrayList<>()).add(cell);
  }

  /**
   * Ends here if there is a problem.
   *
   * @throws PlanException with all of them
   */
  void rethrow() {
    if (!cells.isEmpty()) {
      throw new PlanException(
          cells.entrySet().stream().map(e -> told(e.getKey(), e.getValue())).toList());
    }
  }

  private static Problem told(Problem problem, List<String> cells) {
    if (cells.isEmpty()) {
      return problem;
    }
    int more = cells.size() - NAMED;
    String named = String.join("; ", cells.subList(0, Math.min(NAMED, cells.size())));
    return problem.fact(
        cells.size() == 1 ? "cell" : "cells", more > 0 ? named + "; and " + more + " more" : named);
  }
}
