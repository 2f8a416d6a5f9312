package dev.parley.study;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Signals;
import dev.parley.train.Listener;
import java.util.ArrayList;
import java.util.List;

/** Plans and runners for tests. */
final class Small {

  /** Tens of milliseconds. */
  static final Aim PLAN =
      Aim.DEFAULT
          .dataset(Signals.of(4, 8).perClass(10))
          .rounds(25)
          .batch(4)
          .pretrain(0)
          .hidden(8)
          .encoderHidden(8)
          .latent(4)
          .codebook(6);

  private Small() {}

  static StudyResult run(Study<?> study) {
    return study.run(Listener.silent());
  }

  /** Counts what it is given, and passes it on to one worker. */
  static final class Counting implements Runner {

    final List<Trial> given = new ArrayList<>();

    @Override
    public void run(List<Trial> trials, Watcher watcher) {
      given.addAll(trials);
      LocalRunner.workers(1).run(trials, watcher);
    }
  }
}
