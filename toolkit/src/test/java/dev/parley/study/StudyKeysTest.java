package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.agent.aim.Aim;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import dev.parley.env.Environment;
import java.nio.file.Path;
import java.util.List;
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
