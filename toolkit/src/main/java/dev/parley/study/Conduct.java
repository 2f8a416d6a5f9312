package dev.parley.study;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Count;
import dev.parley.train.Listener;
import dev.parley.train.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How a study is run, whatever its cells.
 *
 * @param seeds of every cell
 * @param runner where trials run
 * @param folder in which finished trials are kept
 */
record Conduct(List<Long> seeds, Runner runner, Path folder) {

  private static final int SEEDS = 5;

  /** Five seeds, all processors, the folder {@code studies}. */
  static Conduct standard(long firstSeed) {
    return new Conduct(List.of(), LocalRunner.all(), Path.of("studies")).seeds(firstSeed, SEEDS);
  }

  Conduct seeds(long first, int count) {
    Setting.atLeast("seeds", count, 1, "runs of each cell");
    return new Conduct(
        LongStream.range(0, count).map(i -> first + i).boxed().toList(), runner, folder);
  }

  Conduct seeds(long[] values) {
    Setting.given("seeds", values);
    List<Long> given = LongStream.of(values).boxed().toList();
    if (given.isEmpty() || given.stream().distinct().count() < given.size()) {
      throw new SettingException(
          Problem.with("seeds").got(given).allowed("one or more, all different"));
    }
    return new Conduct(given, runner, folder);
  }

  Conduct on(Runner place) {
    Setting.given("runner", place);
    return new Conduct(seeds, place, folder);
  }

  Conduct in(Path place) {
    Setting.given("folder", place);
    return new Conduct(seeds, runner, place);
  }

  StudyResult run(List<Cell> cells, Listener listener) {
    Setting.given("listener", listener);
    return new Execution(cells, this).run(listener);
  }

  /** The end of what a study says of itself. */
  @Override
  public String toString() {
    return ", " + Count.of(seeds.size(), "seed") + ": run() runs it";
  }
}
