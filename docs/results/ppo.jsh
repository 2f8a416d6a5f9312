// Prints the result table of docs/ppo.md. From the folder of the repository:
//
//     ./parley jshell docs/results/ppo.jsh
//
// Half a minute a seed and more.

double perAgent(Run run, int steps) {
  int end = steps / (25 * run.plan().setup().batch());
  return Arrays.stream(run.jointReward(), end - 80, end).average().orElseThrow() / 2;
}

for (long seed = 201; seed <= 210; seed++) {
  Run run = Experiment.ppo().seed(seed).run(Listener.silent());
  double joint = run.audit().reward(Condition.INTACT);
  System.out.printf(
      Locale.ROOT, "| %d | %.2f | %.2f | %.2f | %.2f | %.3f | %s |%n", seed, perAgent(run, 500_000),
      perAgent(run, 1_000_000), perAgent(run, 2_000_000), joint / 2, run.score(), run.audit().line());
}
