// Prints the tables of docs/studies/sensitivity.md. From the folder of the repository:
//
//     ./parley jshell docs/studies/sensitivity.jsh
//
// Ninety runs, two minutes.

double[] finite(Table cell, String column) {
  return Arrays.stream(cell.numberColumn(column).asDoubleArray()).filter(Double::isFinite).toArray();
}

String meanAndDeviation(double[] values) {
  double mean = Arrays.stream(values).average().orElse(Double.NaN);
  double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  return String.format(Locale.ROOT, "%.1f ± %.1f", mean, Math.sqrt(squares / (values.length - 1)));
}

void show(String name, Aim base) {
  StudyResult result =
      Experiment.study(base)
          .vary(Aim::codebook, 20, 50, 100)
          .vary(Aim::seqLen, 1, 2, 3)
          .seeds(301, 302, 303, 304, 305)
          .run();
  System.out.println("\n" + name + "\n" + result + "\n");
  Table trials = result.table();
  System.out.println("| K | L | converged | converged at round | codes used | symbols said | top five kept | score |\n|---|---|---|---|---|---|---|---|");
  for (int codes : new int[] {20, 50, 100}) {
    for (int length : new int[] {1, 2, 3}) {
      Table cell = trials.where(trials.intColumn("codebook").isEqualTo(codes).and(trials.intColumn("seqLen").isEqualTo(length)));
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %d of %d | %s | %s | %s | %.2f | %.3f |%n",
          codes, length, finite(cell, "converged_round").length, cell.rowCount(),
          meanAndDeviation(finite(cell, "converged_round")),
          meanAndDeviation(finite(cell, "codes_used")),
          meanAndDeviation(finite(cell, "symbols_used")),
          Arrays.stream(finite(cell, "top_symbols_kept")).average().orElse(Double.NaN),
          Arrays.stream(finite(cell, "score")).average().orElse(Double.NaN));
    }
  }
}

show("contextual dilemma", Experiment.aim());
show("parity dilemma", Experiment.aim().environment(ParityDilemma.standard()));
