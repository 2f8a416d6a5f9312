// Prints the result tables of docs/q-learning.md. From the folder of the repository:
//
//     ./parley jshell docs/results/q-learning.jsh
//
// Some minutes a seed on one core.

// The greedy return of 10,000 episodes after so many updates, in units of what the oracle earns.
double[] ofTheOracle(Run run, int... updates) {
  double oracle = run.plan().setup().environment().anchors(run.plan().setup().dataset().load()).optimum();
  var table = run.evaluations();
  double[] shares = new double[updates.length];
  for (int i = 0; i < updates.length; i++) {
    for (int row = 0; row < table.rowCount(); row++) {
      if (table.intColumn("round").get(row) == updates[i]) {
        shares[i] = table.doubleColumn("joint_reward").get(row) / oracle;
      }
    }
  }
  return shares;
}

void table(String name, QLearning plan, int... updates) {
  System.out.println(name + ": " + plan);
  for (long seed = 201; seed <= 210; seed++) {
    Run run = plan.evaluateEvery(updates[0], 10_000).seed(seed).run(Listener.silent());
    StringBuilder line = new StringBuilder("| " + seed + " |");
    for (double share : ofTheOracle(run, updates)) {
      line.append(String.format(Locale.ROOT, " %.3f |", share));
    }
    System.out.println(line + " " + run.audit().line() + " |");
  }
}

table("DIAL", Experiment.dial(), 250, 500, 750, 1_000);
table("RIAL", Experiment.rial(), 1_000, 2_000, 5_000);
table("DIAL, silent", Experiment.dial().silent().rounds(2_000), 1_000, 2_000);
