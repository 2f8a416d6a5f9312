package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.aim.Channel;
import dev.parley.datasets.Dataset;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.error.SettingException;
import dev.parley.report.Tables;
import dev.parley.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

final class StudyTest {

  @TempDir private Path folder;
  private Study<Aim> study = Study.of(Small.PLAN);

  @BeforeEach
  void keepRecordsApart() {
    study = study.in(folder).workers(1);
  }

  private static List<?> column(Table table, String name) {
    return table.column(name).asList();
  }

  /** The trials without what a clock says. */
  private static String numbers(StudyResult result) {
    return Tables.csv(result.table().rejectColumns("seconds"));
  }

  @Test
  void everyValueOfOneSettingWithEveryValueOfTheOther() {
    Table table =
        Small.run(study.vary(Aim::codebook, 4, 6).vary(Aim::seqLen, 1, 2, 3).seeds(2)).summary();
    assertEquals(List.of(4, 4, 4, 6, 6, 6), column(table, "codebook"));
    assertEquals(List.of(1, 2, 3, 1, 2, 3), column(table, "seqLen"));
    assertEquals(List.of(2, 2, 2, 2, 2, 2), column(table, "n"));
  }

  /** Java 17 finds no class between them but Record, and cannot link a setting to that. */
  @Test
  void valuesOfSeveralClasses() {
    Small.Counting runner = new Small.Counting();
    Small.run(
        study
            .vary(Aim::environment, ContextualPrisonersDilemma.paper(), ParityDilemma.standard())
            .vary(Aim::dataset, Signals.of(4, 8).perClass(10), Named.SIGNALS)
            .seeds(1)
            .on(runner));
    assertEquals(4, runner.given.size());
    Environment[] games = {PrisonersDilemma.classic(), ParityDilemma.standard()};
    assertEquals(
        study.vary((plan, game) -> plan.environment(game), games).toString(),
        study.vary(Aim::environment, games[0], games[1]).toString());
  }

  /** Data that are no record. */
  private enum Named implements Dataset {
    SIGNALS;

    @Override
    public Samples load() {
      return Signals.of(4, 8).perClass(12).load();
    }
  }

  @Test
  void oneSettingAfterTheOtherAndTheBaseOnce() {
    Table table =
        Small.run(study.vary(Aim::codebook, 4, 6).vary(Aim::seqLen, 1, 2, 3).oneAtATime().seeds(1))
            .summary();
    assertEquals(List.of(6, 4, 6, 6), column(table, "codebook"));
    assertEquals(List.of(2, 2, 1, 3), column(table, "seqLen"));
  }

  @Test
  void ablationsBesideTheFullPlan() {
    StudyResult result =
        Small.run(
            study
                .ablate("no reflection", p -> p.reflection(0, 0))
                .ablate("no communication", Aim::silent)
                .seeds(3));
    assertEquals(
        List.of("full", "no reflection", "no communication"), column(result.summary(), "variant"));
    Table comparison = result.comparison("plateau");
    assertEquals(List.of("no reflection", "no communication"), column(comparison, "cell"));
    assertEquals(List.of("full", "full"), column(comparison, "against"));
    assertEquals(List.of(3, 3), column(comparison, "pairs"));
    assertTrue(column(result.table(), "verdict").subList(6, 9).stream().allMatch("silent"::equals));
  }

  /** There is no full variant of four codes: it is compared with the base. */
  @Test
  void anAblationThatSetsWhatIsVariedIsComparedToo() {
    Table table =
        Small.run(study.vary(Aim::codebook, 6, 8).ablate("few", p -> p.codebook(4)).seeds(2))
            .comparison("plateau");
    assertEquals(List.of("few, codebook 4", "full, codebook 8"), column(table, "cell"));
    assertEquals(List.of("full, codebook 6", "full, codebook 6"), column(table, "against"));
  }

  @Test
  void differenceOfTheMeansIsThatOfTheTrials() {
    StudyResult result = Small.run(study.ablate("silent", Aim::silent).seeds(4));
    Table trials = result.table();
    double[] plateau = trials.doubleColumn("plateau").asDoubleArray();
    double difference = 0;
    for (int seed = 0; seed < 4; seed++) {
      difference += (plateau[4 + seed] - plateau[seed]) / 4;
    }
    assertEquals(difference, result.comparison("plateau").doubleColumn("difference").get(0), 1e-12);
  }

  @Test
  void numbersDoNotDependOnTheNumberOfWorkers(@TempDir Path other) {
    Study<Aim> grid = study.vary(Aim::codebook, 4, 6).vary(Aim::hidden, 4, 8).seeds(3);
    assertEquals(numbers(Small.run(grid)), numbers(Small.run(grid.workers(3).in(other))));
  }

  @Test
  void aTrialIsARunOfItsPlan() {
    Table table = Small.run(study.seeds(7L, 5L)).table();
    assertEquals(List.of("7", "5"), column(table, "seed"));
    assertEquals(
        Small.PLAN.seed(7).run(Listener.silent()).plateau(), table.doubleColumn("plateau").get(0));
  }

  @Test
  void finishedTrialsAreNotRunAgain() {
    Small.Counting runner = new Small.Counting();
    String first = numbers(Small.run(study.on(runner).seeds(2)));
    assertEquals(2, runner.given.size());
    assertEquals(first, numbers(Small.run(study.on(runner).seeds(2))));
    assertEquals(2, runner.given.size());
    Small.run(study.on(runner).seeds(5));
    assertEquals(5, runner.given.size());
  }

  @Test
  void aDamagedRecordIsSetAsideAndItsTrialRunAgain() throws IOException {
    String first = numbers(Small.run(study.seeds(2)));
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.filter(f -> f.toString().endsWith("-1.json")).findFirst().orElseThrow();
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"score\":\"", "\"score\":\"1"));
    Small.Counting runner = new Small.Counting();
    assertEquals(first, numbers(Small.run(study.on(runner).seeds(2))));
    assertEquals(1, runner.given.size());
    assertTrue(Files.exists(file.resolveSibling(file.getFileName() + ".damaged")));
    assertEquals(text.length(), Files.readString(file).length(), 20);
  }

  @Test
  void aFailedTrialFailsAloneAndIsTriedAgain() throws IOException {
    Path missing = folder.resolve("mnist");
    StudyResult result =
        Small.run(study.ablate("no data", p -> p.dataset(Mnist.at(missing.toString()))).seeds(2));
    assertEquals(2, result.completed());
    assertEquals(4, result.trials());
    Table failed = result.failed();
    assertEquals(List.of("no data", "no data"), column(failed, "cell"));
    assertTrue(failed.stringColumn("error").get(0).contains(missing.toString()));
    assertEquals(2, column(result.table(), "seed").size());
    assertEquals(2, result.retry().completed());
  }

  /** A plan whose data fail as an assertion of a user's own code does. */
  private static Aim failing(Error error) {
    return Small.PLAN.dataset(
        new Dataset() {
          @Override
          public Samples load() {
            throw error;
          }

          @Override
          public String name() {
            return "wrong";
          }
        });
  }

  @Test
  void anErrorOfAUsersCodeFailsItsTrialAlone() {
    StudyResult result =
        Small.run(study.ablate("wrong", p -> failing(new AssertionError("hm\n  no"))).seeds(2));
    assertEquals(2, result.completed());
    assertEquals("AssertionError: hm; no", result.failed().stringColumn("error").get(0));
  }

  @Test
  void aMeasureThatNoTrialHas() {
    StudyResult result = Small.run(study.vary(Aim::codebook, 4, 6).oneAtATime().seeds(2));
    SettingException e = assertThrows(SettingException.class, () -> result.comparison("plateu"));
    assertTrue(e.problems().get(0).value("allowed").orElseThrow().contains("plateau, score"));
    assertThrows(SettingException.class, () -> result.boxes("scor"));
    assertThrows(SettingException.class, () -> result.tornado("scor"));
    assertThrows(SettingException.class, () -> result.heatMap("scor"));
  }

  @Test
  void aRunThatDidNotConvergeCountsAsLate() {
    StudyResult result = Small.run(study.vary(Aim::learningRate, 1e-3, 1e-9).seeds(2));
    StudyResult.Row slow = result.rows().get(1);
    assertTrue(Double.isNaN(slow.measure("converged_round")[0]));
    assertEquals(25, slow.mean("converged_round"));
    assertTrue(result.boxes("converged_round").toString().contains("of the runs that converged"));
  }

  /** Half of the cells of "no communication" are cells of the full variant. */
  @Test
  void anAblationThatSomeCellsHaveAlready() {
    Small.Counting runner = new Small.Counting();
    StudyResult result =
        Small.run(
            study
                .vary(Aim::channel, Channel.OPEN, Channel.SILENT)
                .ablate("no communication", Aim::silent)
                .seeds(2)
                .on(runner));
    assertEquals(4, runner.given.size());
    StudyReplay replay =
        StudyReplay.of(result.save(folder.resolve("saved")), runner, Listener.silent());
    assertEquals(8, runner.given.size());
    assertTrue(replay.same(), replay::report);
  }

  @Test
  void aStudySaysWhatItIs() {
    String text = study.vary(Aim::codebook, 1, 2).ablate("a", Aim::silent).seeds(3).toString();
    assertTrue(text.endsWith(", 2 values, 1 ablation, 3 seeds: run() runs it"), text);
    assertEquals(
        "comparison of 2 plans, 5 seeds: run() runs it",
        Lineup.of(Small.PLAN, Small.PLAN.silent()).toString());
  }

  @Test
  void anInterruptKeepsWhatIsDone() {
    Study<Aim> long1 = study.vary(Aim::rounds, 25, 1_000_000).seeds(1);
    Thread me = Thread.currentThread();
    StudyResult result =
        long1.run(
            progress -> {
              if (progress.done() == 1) {
                me.interrupt();
              }
            });
    assertTrue(Thread.interrupted());
    assertEquals(1, result.completed());
    assertTrue(result.toString().contains("1 of 2 trials complete, 1 not run: retry()"));
  }

  @Test
  void plansSideBySide() {
    StudyResult result =
        Lineup.of(Small.PLAN, Small.PLAN.silent())
            .rounds(20)
            .seeds(2)
            .in(folder)
            .run(Listener.silent());
    assertEquals(2, result.summary().rowCount());
    assertEquals(List.of(20, 20, 20, 20), column(result.table(), "rounds"));
    assertEquals(1, result.comparison("score").rowCount());
  }

  @Test
  void settingsAreNamedAsTheyAreWritten() {
    Table table =
        Small.run(
                study
                    .vary((Aim plan, Double rate) -> plan.learningRate(rate), 1e-3, 1e-2)
                    .vary(Aim::channel, Channel.OPEN, Channel.SILENT)
                    .seeds(1))
            .summary();
    assertEquals(List.of("0.001", "0.001", "0.01", "0.01"), column(table, "learningRate"));
    assertEquals(List.of("open", "silent", "open", "silent"), column(table, "channel"));
  }

  @Test
  void everyTableAndChartAsFiles(@TempDir Path place) throws IOException {
    StudyResult result =
        Small.run(study.vary(Aim::codebook, 4, 6).vary(Aim::seqLen, 1, 2).seeds(2));
    Path saved = result.save(place.resolve("study"));
    for (String name : List.of("trials", "summary", "failed", "comparison-plateau")) {
      for (String kind : List.of("csv", "json", "tex")) {
        assertTrue(Files.exists(saved.resolve(name + "." + kind)), name + "." + kind);
      }
    }
    for (String name :
        List.of("curves", "formation", "plateau", "converged_round", "heatmap-plateau")) {
      assertTrue(Files.size(saved.resolve(name + ".png")) > 1000, name);
      assertTrue(Files.readString(saved.resolve(name + ".svg")).contains("<svg"), name);
    }
    assertEquals(Tables.csv(result.table()), Files.readString(saved.resolve("trials.csv")));
  }

  @Test
  void chartsThatNeedACertainDesign() {
    StudyResult one = Small.run(study.vary(Aim::codebook, 4, 8).seeds(1));
    assertThrows(SettingException.class, () -> one.heatMap("plateau"));
    assertThrows(SettingException.class, () -> one.tornado("plateau"));
    StudyResult two =
        Small.run(study.vary(Aim::codebook, 4, 8).vary(Aim::seqLen, 1, 3).oneAtATime().seeds(1));
    assertTrue(two.heatMap("plateau").png().length > 1000);
    assertTrue(two.tornado("plateau").png().length > 1000);
    Path saved = two.save(folder.resolve("saved"));
    assertTrue(Files.exists(saved.resolve("tornado-plateau.svg")));
    assertFalse(Files.exists(saved.resolve("heatmap-plateau.svg")));
  }

  @Test
  void aListenerThatFailsDoesNotEndTheStudy() {
    StudyResult result =
        study
            .seeds(3)
            .run(
                progress -> {
                  throw new IllegalStateException("no screen");
                });
    assertEquals(3, result.completed());
  }
}
