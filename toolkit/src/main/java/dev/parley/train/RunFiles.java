package dev.parley.train;

import dev.parley.report.Tables;
import dev.parley.state.Output;
import java.nio.file.Path;
import java.util.Map;

/** A run as a folder of files. */
final class RunFiles {

  private final Run run;

  RunFiles(Run run) {
    this.run = run;
  }

  void save(Path folder) {
    Output output = Output.to(folder);
    output.write("rounds.csv", Tables.csv(run.rounds()));
    output.write("evaluations.csv", Tables.csv(run.evaluations()));
    output.write("reward.png", run.rewardCurve().png());
    output.write("lexicon.csv", Tables.csv(run.lexicon().table()));
    output.write("preparation.csv", Tables.csv(run.preparation()));
    output.write("equilibria.csv", Tables.csv(run.equilibria().table()));
    output.write("information.csv", Tables.csv(run.protocol().information()));
    output.write("diagnosis.txt", run.diagnosis() + "\n");
    output.write("symbols.png", run.symbolChart().png());
    output.write("codebook.png", run.codebookChart().png());
    output.write("audit.csv", Tables.csv(run.audit().table()));
    output.write("card.txt", run + "\n");
    output.write(
        "plan.json",
        run.archive()
            .json(
                Map.of(
                    "id", run.id(),
                    "started", run.provenance().started().toString(),
                    "seconds", run.time().toMillis() / 1e3,
                    "completed_rounds", run.completed())));
    output.write("report.html", run.report().html());
  }
}
