package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import dev.parley.env.Environment;
import dev.parley.tensor.Engine;
import dev.parley.train.Listener;
import dev.parley.train.PlanId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Whose numbers a record is taken for. */
final class StudyKeysTest {

  @TempDir private Path folder;

  /** A game of somebody's own: nothing but its code tells what it pays. */
  private static Environment paying(double temptation) {
    return new Dilemma() {
      @Override
      public Bimatrix even() {
        return Bimatrix.symmetric(temptation, 3, 0, -1);
      }

      @Override
      public Bimatrix odd() {
        return even();
      }

      @Override
      public boolean bothSee() {
        return true;
      }

      @Override
      public String toString() {
        return "own";
      }
    };
  }

  private Study<Aim> study(Environment... games) {
    return Study.of(Small.PLAN)
        .vary((Aim plan, Environment game) -> plan.environment(game), games)
        .seeds(2)
        .in(folder);
  }

  @Test
  void twoGamesWithOneTextAreTwoCells() {
    Table table = Small.run(study(paying(5), paying(500))).summary();
    assertNotEquals(
        table.doubleColumn("plateau").get(0), table.doubleColumn("plateau").get(1), 1e-9);
  }

  /** A folder of idx files, with one image of 4 x 1 pixels of each of ten classes. */
  private Path data(int pixel) throws IOException {
    Path place = Files.createDirectories(folder.resolve("data"));
    byte[] images = new byte[16 + 40];
    System.arraycopy(
        new byte[] {0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 1, 0, 0, 0, 4}, 0, images, 0, 16);
    images[16] = (byte) pixel;
    Files.write(place.resolve("train-images-idx3-ubyte"), images);
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    Files.write(place.resolve("train-labels-idx1-ubyte"), labels);
    return place;
  }

  @Test
  void otherDataInTheSamePlaceAreNotTheDataOfTheRecord() throws IOException {
    Small.Counting runner = new Small.Counting();
    Aim plan = Small.PLAN.holdout(0).dataset(Mnist.at(data(200)));
    Study<Aim> one = Study.of(plan).seeds(1).in(folder).on(runner);
    StudyResult first = Small.run(one);
    assertEquals(1, first.completed(), () -> first.failed().printAll());
    Small.run(one);
    assertEquals(1, runner.given.size());
    data(90);
    Small.run(one);
    assertEquals(2, runner.given.size());
  }

  @Test
  void aRecordOfAnotherEngineIsNotTaken() {
    Small.Counting runner = new Small.Counting();
    Small.run(Study.of(Small.PLAN).seeds(1).in(folder).on(runner));
    String key = runner.given.get(0).key();
    assertEquals(PlanId.of(Small.PLAN, Map.of("backend", Engine.backend())), key);
    assertNotEquals(PlanId.of(Small.PLAN, Map.of("backend", "another")), key);
  }

  /** As if the names of two plans began with the same digits. */
  @Test
  void aRecordOfAnotherPlanIsNotTaken() throws IOException {
    Small.Counting runner = new Small.Counting();
    Study<Aim> one = Study.of(Small.PLAN).seeds(1).in(folder).on(runner);
    StudyResult first = Small.run(one);
    Trial trial = runner.given.get(0);
    Trial other = new Trial(trial.key(), Small.PLAN.codebook(8));
    Files.writeString(
        folder.resolve(trial.key() + ".json"),
        RecordFile.write(TrialRecord.of(other, other.plan().run(Listener.silent()))));
    StudyResult second = Small.run(one);
    assertEquals(2, runner.given.size());
    assertEquals(
        first.table().doubleColumn("plateau").asList(),
        second.table().doubleColumn("plateau").asList());
  }

  /** As after a change of the code behind the same text. */
  @Test
  void aGameThatNoTextTellsIsRunAnewByEveryStudy() {
    Small.Counting runner = new Small.Counting();
    StudyResult first = Small.run(study(paying(5)).on(runner));
    assertEquals(2, runner.given.size());
    first.retry();
    assertEquals(2, runner.given.size());
    StudyResult second = Small.run(study(paying(500)).on(runner));
    assertEquals(4, runner.given.size());
    assertNotEquals(List.copyOf(first.rows().get(0).trials()), second.rows().get(0).trials());
  }
}
