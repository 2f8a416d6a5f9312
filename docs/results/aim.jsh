// Prints the result table of docs/aim.md. From the folder of the repository:
//
//     ./parley jshell docs/results/aim.jsh
//
// Ten seeds that were used for nothing else; about a minute.

long[] seeds = LongStream.rangeClosed(201, 210).toArray();

/** The first round, from the first full window of 20 on, whose moving average is at 95 % of the optimum. */
int reached(Run run) {
  double[] means = Convergence.movingAverage(run.jointReward(), 20);
  for (int i = 19; i < means.length; i++) {
    if (means[i] >= 0.95 * run.anchors().optimum()) {
      return i + 1;
    }
  }
  return -1;
}

void row(String name, Aim plan) {
  var reached = new ArrayList<String>();
  var converged = new ArrayList<String>();
  var scores = new ArrayList<String>();
  var codes = new ArrayList<String>();
  var verdicts = new TreeMap<String, Integer>();
  for (long seed : seeds) {
    Run run = plan.seed(seed).run(Listener.silent());
    reached.add(reached(run) < 0 ? "never" : "" + reached(run));
    converged.add(run.convergedRound().isPresent() ? "" + run.convergedRound().getAsInt() : "> " + run.completed());
    scores.add(String.format(Locale.ROOT, "%.3f", run.score()));
    codes.add("" + run.codesUsed());
    verdicts.merge(run.audit().line().replaceAll(":.*", ""), 1, Integer::sum);
  }
  System.out.println("\n" + name + "\n  " + plan);
  System.out.println("  95 % of the optimum at round  " + String.join(" ", reached));
  System.out.println("  converged at round            " + String.join(" ", converged));
  System.out.println("  score of the last 100 rounds  " + String.join(" ", scores));
  System.out.println("  codes used of " + plan.codebook() + "              " + String.join(" ", codes));
  System.out.println("  verdicts                      " + verdicts);
}

row("contextual dilemma", Experiment.aim());
row("parity dilemma", Experiment.aim().environment(ParityDilemma.standard()));
row("parity dilemma, silent", Experiment.aim().environment(ParityDilemma.standard()).silent());
row("parity dilemma, action head", Experiment.aim().environment(ParityDilemma.standard()).actions(ActionMap.head()));
row("parity dilemma, separate codebooks", Experiment.aim().environment(ParityDilemma.standard()).separateCodebooks());
row("plain dilemma", Experiment.aim().environment(PrisonersDilemma.classic()));
