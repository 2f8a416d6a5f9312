package dev.parley.train;

/** The listener that does nothing. */
enum Silent implements Listener {
  SILENT;

  @Override
  public void progress(Progress progress) {
    // Nobody listens.
  }

  @Override
  public String toString() {
    return "Listener.silent()";
  }
}
