// Prints the tables of docs/aim.md and docs/ppo.md about positive signalling and listening. From the folder of the repository:
//
//     ./parley jshell docs/results/biases.jsh
//
// Seeds that settings are tuned on.

void aim(Aim plan) {
  var converged = new ArrayList<String>();
  var scores = new ArrayList<Double>();
  for (long seed = 1001; seed <= 1005; seed++) {
    Run run = plan.seed(seed).run(Listener.silent());
    converged.add(run.convergedRound().isPresent() ? "" + run.convergedRound().getAsInt() : "–");
    scores.add(run.score());
  }
  System.out.printf(
      Locale.ROOT, "%s%n  %s  %.3f–%.3f%n", plan, String.join(", ", converged), Collections.min(scores), Collections.max(scores));
}

Aim parity = Experiment.aim().environment(ParityDilemma.standard()).rounds(600);
Aim head = parity.actions(ActionMap.head());
aim(parity);
aim(parity.positiveSignalling(0.1));
aim(parity.positiveSignalling(1));
aim(parity.positiveSignalling(0.1, Lambda.onAverage(0.3), 0.33));
aim(parity.positiveListening(0.01, 0.001));
aim(parity.positiveListening(1, 0.1));
aim(parity.positiveListening(1, 1));
aim(parity.positiveSignalling(1).positiveListening(1, 0.1));
aim(head);
aim(head.positiveSignalling(1));
aim(head.positiveListening(0.1, 0.01));
aim(head.positiveListening(1, 0.1));

/** The first round at which the last 80 had a mean return of -9 per agent or more; 500,000 steps. */
void ppo(Ppo plan) {
  var reached = new ArrayList<String>();
  for (long seed = 1001; seed <= 1010; seed++) {
    double[] means = Convergence.movingAverage(plan.seed(seed).run(Listener.silent()).jointReward(), 80);
    int round = 79;
    while (round < means.length && means[round] < -18) {
      round++;
    }
    reached.add(round < means.length ? "" + (round + 1) : "–");
  }
  System.out.printf("%s%n  %s%n", plan, String.join(", ", reached));
}

Ppo talking = Experiment.ppo().rounds(625);
ppo(talking);
ppo(talking.positiveSignalling(0.1));
ppo(talking.positiveSignalling(0.1, Lambda.onTarget(1), 0));
ppo(talking.positiveListening(0.01, 0.001));
