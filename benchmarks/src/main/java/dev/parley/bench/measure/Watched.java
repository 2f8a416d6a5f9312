package dev.parley.bench.measure;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.Streams;
import java.util.List;
import java.util.OptionalInt;

/** A game that looks at the clock when its worlds begin, are seen and are stepped. */
final class Watched implements Environment {

  private final Environment game;
  private long inside;
  private long lastStep;

  Watched(Environment game) {
    this.game = game;
  }

  /** Nanoseconds inside the worlds, so far. */
  long inside() {
    return inside;
  }

  /** When the last step ended, as {@link System#nanoTime} has it. */
  long lastStep() {
    return lastStep;
  }

  @Override
  public List<Role> roles() {
    return game.roles();
  }

  @Override
  public Anchors anchors(Samples samples) {
    return game.anchors(samples);
  }

  @Override
  public int topics() {
    return game.topics();
  }

  @Override
  public OptionalInt longest() {
    return game.longest();
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Played(game.open(samples, batch, streams));
  }

  /** Episodes of the game, timed. */
  private final class Played extends Passed {

    Played(Episodes episodes) {
      super(episodes);
    }

    @Override
    public void reset() {
      long start = System.nanoTime();
      super.reset();
      inside += System.nanoTime() - start;
    }

    @Override
    public void observe(int agent, float[] into) {
      long start = System.nanoTime();
      super.observe(agent, into);
      inside += System.nanoTime() - start;
    }

    @Override
    public void step(Actions actions) {
      long start = System.nanoTime();
      super.step(actions);
      lastStep = System.nanoTime();
      inside += lastStep - start;
    }
  }
}
