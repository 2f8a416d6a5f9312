package dev.parley.bench.jmh;

import dev.parley.bench.measure.AimGame;
import dev.parley.bench.measure.GruSteps;
import dev.parley.bench.measure.VqVaeSteps;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole training steps, through the interfaces that a run uses. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {

  /** The agents of AIM as published, in the middle of their game. */
  @State(Scope.Thread)
  public static class Agents {

    /** Episodes a round. */
    @Param({"1", "32", "256"})
    int batch = 1;

    @SuppressWarnings("NullAway.Init")
    AimGame game;

    /** Builds them. */
    @Setup(Level.Trial)
    public void open() {
      game = new AimGame(AimGame.plan(batch));
    }

    /** Frees them. */
    @TearDown(Level.Trial)
    public void close() {
      game.close();
    }
  }

  /** A VQ-VAE of 784-512-64-512-784 with 32 codes. */
  @State(Scope.Thread)
  public static class Model {

    /** Images a step. */
    @Param({"64", "256"})
    int batch = 64;

    @SuppressWarnings("NullAway.Init")
    VqVaeSteps steps;

    /** Builds it. */
    @Setup(Level.Trial)
    public void open() {
      steps = new VqVaeSteps(batch);
    }

    /** Frees it. */
    @TearDown(Level.Trial)
    public void close() {
      steps.close();
    }
  }

  /** 64 gated recurrent units over six steps. */
  @State(Scope.Thread)
  public static class Recurrent {

    /** Episodes a step. */
    @Param({"1", "32", "256"})
    int batch = 1;

    @SuppressWarnings("NullAway.Init")
    GruSteps steps;

    /** Builds them. */
    @Setup(Level.Trial)
    public void open() {
      steps = new GruSteps(batch);
    }

    /** Frees them. */
    @TearDown(Level.Trial)
    public void close() {
      steps.close();
    }
  }

  /** One round: play, learn, log. */
  @Benchmark
  public void aimRound(Agents agents) {
    agents.game.round();
  }

  /** One training step. */
  @Benchmark
  @OperationsPerInvocation(VqVaeSteps.STEPS)
  public double vqVaeStep(Model model) {
    return model.steps.epoch();
  }

  /** One training step. */
  @Benchmark
  public void gruStep(Recurrent recurrent) {
    recurrent.steps.step();
  }
}
