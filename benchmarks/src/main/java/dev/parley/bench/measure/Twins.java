package dev.parley.bench.measure;

import dev.parley.agent.aim.Aim;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two runs in two threads of one JVM, and the same two one after the other. */
final class Twins {

  private static final double SECOND = 1e9;

  private Twins() {}

  /** Seconds of both ways, and whether every number of every round is the same to the last bit. */
  static Map<String, Object> compare(int batch, int rounds) {
    Aim plan = AimGame.plan(batch).rounds(rounds);
    play(plan.rounds(Math.max(1, rounds / 4)).seed(3));
    long start = System.nanoTime();
    List<Run> inTurn = List.of(play(plan.seed(1)), play(plan.seed(2)));
    long middle = System.nanoTime();
    List<CompletableFuture<Run>> futures =
        Stream.of(1, 2)
            .map(s -> CompletableFuture.supplyAsync(() -> play(plan.seed(s)), Twins::go))
            .toList();
    List<Run> together = futures.stream().map(CompletableFuture::join).toList();
    long end = System.nanoTime();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("in_turn_s", (middle - start) / SECOND);
    facts.put("together_s", (end - middle) / SECOND);
    facts.put("same", same(inTurn.get(0), together.get(0)) && same(inTurn.get(1), together.get(1)));
    return facts;
  }

  private static void go(Runnable work) {
    new Thread(work, "parley-bench").start();
  }

  private static Run play(Aim plan) {
    return plan.run(Listener.silent());
  }

  /** Whether two runs have logged the same. */
  static boolean same(Run one, Run other) {
    var first = one.rounds();
    var second = other.rounds();
    if (first.rowCount() != second.rowCount()
        || !first.columnNames().equals(second.columnNames())) {
      return false;
    }
    for (int c = 0; c < first.columnCount(); c++) {
      for (int row = 0; row < first.rowCount(); row++) {
        if (!first.column(c).get(row).equals(second.column(c).get(row))) {
          return false;
        }
      }
    }
    return true;
  }
}
