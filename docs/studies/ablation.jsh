// Prints the tables of docs/studies/ablation.md. From the folder of the repository:
//
//     ./parley jshell docs/studies/ablation.jsh
//
// Sixty runs, a minute.

long[] seeds = LongStream.rangeClosed(301, 310).toArray();

/** Rounds to 90 %, seed by seed; a run that does not get there counts as one that does in its last round. */
double[] rounds(Table trials, String variant) {
  Table own = trials.where(trials.stringColumn("variant").isEqualTo(variant));
  double[] converged = own.doubleColumn("converged_round").asDoubleArray();
  for (int i = 0; i < converged.length; i++) {
    converged[i] = Double.isNaN(converged[i]) ? own.intColumn("rounds").get(i) : converged[i];
  }
  return converged;
}

void show(String name, Aim base) {
  StudyResult result =
      Experiment.study(base)
          .ablate("no reflection", a -> a.reflection(0, 0))
          .ablate("no communication", Aim::silent)
          .seeds(seeds)
          .run();
  System.out.println("\n" + name + "\n" + result + "\n");
  System.out.println(result.summary());
  System.out.println(result.comparison("converged_round"));
  System.out.println(result.comparison("plateau"));
  double[] full = rounds(result.table(), "full");
  double[] without = rounds(result.table(), "no reflection");
  double[] logs = new double[full.length];
  for (int i = 0; i < logs.length; i++) {
    logs[i] = Math.log(full[i] / without[i]);
  }
  Interval ratio = Interval.ofMean(logs, 0.95);
  System.out.printf(
      Locale.ROOT,
      "rounds to 90 %% with reflection over those without, geometric mean: %.3f [%.3f, %.3f]%n",
      Math.exp(ratio.estimate()), Math.exp(ratio.low()), Math.exp(ratio.high()));
}

show("contextual dilemma", Experiment.aim());
show("parity dilemma", Experiment.aim().environment(ParityDilemma.standard()));
