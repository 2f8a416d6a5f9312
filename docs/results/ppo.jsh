// Prints the result tables of docs/ppo.md. From the folder of the repository:
//
//     ./parley jshell docs/results/ppo.jsh
//
// Half a minute a seed and more, and four in the reference game.

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

Ppo reference = Experiment.ppo().environment(SimpleReference.standard()).policies(Policies.SHARED).rounds(12_500)
    .learningRate(0.001, 0.9998).entropy(0.01, 0.9998).speechEntropy(0.005, 0.9998);
for (long seed = 201; seed <= 210; seed++) {
  Run run = reference.evaluateEvery(1_250, 1_024).seed(seed).run(Listener.silent());
  var best = run.evaluations().doubleColumn("joint_reward");
  System.out.printf(
      Locale.ROOT, "| %d | %.2f | %.2f | %.2f | %.2f | %.3f | %s |%n", seed, perAgent(run, 2_000_000),
      perAgent(run, 5_000_000), perAgent(run, 10_000_000), best.get(best.size() - 1) / 2, run.score(), run.audit().line());
}
