package dev.parley.train;

/**
 * A listener that is told no more once it has failed, or was made for another version of what it
 * calls: who cannot follow a run must not end it.
 */
final class Unfailing implements Listener {

  private Listener listener;

  Unfailing(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void progress(Progress progress) {
    attempt(() -> listener.progress(progress));
  }

  @Override
  public void ended() {
    attempt(() -> listener.ended());
  }

  @Override
  public Callbacks callbacks() {
    return listener.callbacks().eachUnfailing();
  }

  @Override
  public String toString() {
    return listener.toString();
  }

  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError failure) {
      listener = Listener.silent();
      System.getLogger("dev.parley.train")
          .log(System.Logger.Level.WARNING, "a listener failed and is told no more", failure);
    }
  }
}
