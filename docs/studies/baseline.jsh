// Prints the tables of docs/studies/baseline.md. From the folder of the repository:
//
//     ./parley jshell docs/studies/baseline.jsh
//
// Twenty runs, half a minute.

long[] seeds = LongStream.rangeClosed(301, 310).toArray();

void show(String name, Study<Aim> study) {
  StudyResult result = study.seeds(seeds).in(Path.of("studies")).run();
  System.out.println("\n" + name + "\n" + result + "\n");
  System.out.println(result.summary());
}

show("plain dilemma", Experiment.study(Experiment.aim().codebook(50).seqLen(2).environment(PrisonersDilemma.classic())));
show("contextual dilemma", Experiment.study(Experiment.aim().codebook(50).seqLen(2)));
show("parity dilemma", Experiment.study(Experiment.aim().codebook(50).seqLen(2).environment(ParityDilemma.standard())));
