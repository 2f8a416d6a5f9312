// Prints the tables of docs/aim.md on the published preset and on its VQ-VAE. It needs the MNIST test images: a folder with
// t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz, or Mnist.download(). From the folder of the repository:
//
//     MNIST=folder ./parley jshell docs/results/published.jsh
//
// About five seconds a run.

var mnist = System.getenv("MNIST") == null ? Mnist.download() : Mnist.at(System.getenv("MNIST"));

/** The first window of 100 rounds, in steps of 20, in which both cooperate in 95 or more: the round it begins at. */
int hit(Table rounds) {
  double[] a = rounds.doubleColumn("cooperation_a").asDoubleArray();
  double[] b = rounds.doubleColumn("cooperation_b").asDoubleArray();
  for (int t = 0; t + 100 <= a.length; t += 20) {
    double both = 0;
    for (int i = t; i < t + 100; i++) {
      both += a[i] * b[i];
    }
    if (both >= 95) {
      return t;
    }
  }
  return -1;
}

void row(Aim plan) {
  Run run = plan.run(Listener.silent());
  Table rounds = run.rounds();
  double joint = rounds.last(1000).doubleColumn("joint_reward").mean();
  Table said = run.lexicon().since(9001).table();
  Table a = said.where(said.stringColumn("agent").isEqualTo("a"));
  Table b = said.where(said.stringColumn("agent").isEqualTo("b"));
  int epochs = run.preparation().rowCount();
  System.out.printf(Locale.ROOT,
      "seed %d  hit %5d  joint reward of the last 1000 rounds %.3f  top message of a %.3f, of b %.3f of the last 1000"
          + "  codes %d  mse %.4f  %s%n",
      plan.setup().seed(), hit(rounds), joint, a.doubleColumn("share").max(), b.doubleColumn("share").max(),
      run.codesUsed(), run.preparation().doubleColumn("reconstruction_loss").getDouble(epochs - 1),
      run.audit().line());
}

/** What the VQ-VAE of the published preset comes to with another quantiser, after its ten epochs. */
void eyes(Aim plan) {
  System.out.println("\n" + plan);
  for (long seed = 201; seed <= 205; seed++) {
    Table epochs = plan.seed(seed).rounds(1).run(Listener.silent()).preparation();
    int last = epochs.rowCount() - 1;
    System.out.printf(Locale.ROOT, "seed %d  codes used %d of %d  mse %.4f%n", seed,
        epochs.intColumn("codes_used").get(last), plan.codebook(),
        epochs.doubleColumn("reconstruction_loss").get(last));
  }
}

Aim published = Aim.published().dataset(mnist.test());
eyes(published);
eyes(published.quantiser(Quantiser.gradient()));
eyes(published.quantiser(Quantiser.ema()));

System.out.println("\n" + published);
for (long seed = 201; seed <= 210; seed++) {
  row(published.seed(seed));
}

Aim cleared = published.gradients(Gradients.CLEARED);
System.out.println("\n" + cleared);
for (long seed = 201; seed <= 203; seed++) {
  row(cleared.seed(seed));
}
