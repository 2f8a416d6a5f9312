package dev.parley.train;

import java.util.ArrayList;
import java.util.List;

/** A listener that keeps what it is told. */
final class Told implements Listener {

  final List<Progress> progress = new ArrayList<>();
  int ended;

  @Override
  public void progress(Progress step) {
    if (ended > 0) {
      throw new AssertionError("told after the end: " + step);
    }
    progress.add(step);
  }

  @Override
  public void ended() {
    ended++;
  }
}
