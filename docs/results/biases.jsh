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
