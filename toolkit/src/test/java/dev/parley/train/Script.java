package dev.parley.train;

import dev.parley.analysis.Interventions;
import dev.parley.error.Problem;
import dev.parley.report.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a fake learner does beside playing at random, and what was asked of it, in order. */
final class Script {

  final List<String> calls = new ArrayList<>();
  Supplier<Tables> preparation = () -> Tables.named("preparation");
  List<Problem> conflicts = List.of();
  int preparations;
  IntConsumer preparing = step -> {};
  Runnable beginning = () -> {};
  IntConsumer playing = round -> {};
  BiConsumer<Integer, Function<String, RoundLog.Column>> logging = (round, columns) -> {};
  IntFunction<double[]> evaluating = double[]::new;
  Runnable auditing = () -> {};
  Runnable ending = () -> {};
  Map<String, long[]> codeUse = Map.of("a and b", new long[] {3, 0, 5});
  Optional<Interventions> interventions = Optional.empty();
  boolean speaks = true;
  float[] weights = {1, 2, 3};
  @Nullable Stage stage;

  @Override
  public String toString() {
    return "script";
  }
}
