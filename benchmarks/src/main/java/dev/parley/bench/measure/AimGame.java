package dev.parley.bench.measure;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.random.Streams;
import dev.parley.train.Learner;
import dev.parley.train.Plan;
import dev.parley.train.RoundLog;
import dev.parley.train.Stage;

/** A plan's learner between its rounds, as a run drives it. */
public final class AimGame implements AutoCloseable {

  private static final int CLASSES = 10;
  private static final int PIXELS = 784;

  private final Learner learner;
  private int next;

  /** Prepares the learner of a plan. */
  public AimGame(Plan<?> plan) {
    learner = plan.learner(stage(plan));
    for (int step = 0; step < learner.preparations(); step++) {
      learner.prepare(step);
    }
    learner.begin();
  }

  /**
   * AIM as published: two agents, critic, four reflection heads. Its signals are synthetic, as
   * large as an image of MNIST, and seen through an encoder that was not trained.
   */
  public static Aim plan(int batch) {
    return Aim.published().dataset(Signals.of(CLASSES, PIXELS)).pretrain(0).batch(batch);
  }

  /** What a run of this plan gives its learner. */
  public static Stage stage(Plan<?> plan) {
    Samples samples = plan.setup().dataset().load();
    Streams streams = Streams.of(plan.setup().seed());
    Samples.Split split = samples.split(plan.setup().holdout(), streams.stream("holdout"));
    return new Stage(
        plan.setup(), split.train(), split.evaluation(), streams.child("learner"), new RoundLog());
  }

  /** Plays the next round. */
  public void round() {
    learner.round(next++);
  }

  @Override
  public void close() {
    learner.close();
  }
}
