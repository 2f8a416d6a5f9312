package dev.parley.bench.measure;

import dev.parley.agent.aim.Aim;
import dev.parley.tensor.Engine;
import dev.parley.train.Learner;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of a first run of one round goes. The phases are those of {@code Plan.run()},
 * taken one by one; then a second, whole run is saved, whose time is that of a process that is
 * warm.
 */
final class ColdStart {

  private static final int AUDITED = 1024;
  private static final double SECOND = 1e9;
  private static final double MILLI = 1e-3;

  private final Map<String, Object> seconds = new LinkedHashMap<>();
  private long last = System.nanoTime();

  private ColdStart() {}

  /** Seconds by phase. */
  static Map<String, Object> phases() {
    return new ColdStart().measure();
  }

  private Map<String, Object> measure() {
    double alive = ManagementFactory.getRuntimeMXBean().getUptime() * MILLI;
    seconds.put("of which the JVM's own start", alive);
    last = System.nanoTime();
    Aim plan = Aim.DEFAULT.rounds(1);
    lap("the plan");
    Engine.start();
    lap("start of ND4J");
    plan.setup().dataset().load();
    lap("data");
    try (Learner learner = plan.learner(AimGame.stage(plan))) {
      lap("nets and programs");
      for (int step = 0; step < learner.preparations(); step++) {
        learner.prepare(step);
      }
      learner.begin();
      lap("VQ-VAE, " + learner.preparations() + " epochs");
      learner.round(0);
      lap("one round");
      learner.interventions(AUDITED);
      lap("audit");
      learner.outcome();
    }
    Run run = plan.run(Listener.silent());
    lap("the whole run once more, warm: not a part of a first run");
    save(run);
    lap("tables, charts and files");
    return seconds;
  }

  private void lap(String phase) {
    long now = System.nanoTime();
    seconds.put(phase, (now - last) / SECOND);
    last = now;
  }

  private static void save(Run run) {
    try {
      Path folder = Files.createTempDirectory("parley-bench-");
      run.save(folder.resolve("run"));
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
