package dev.parley.train;

import java.util.Comparator;
import java.util.ServiceLoader;

/** Is told how a run goes. Called by the thread that trains; must not take long. */
public interface Listener {

  /** Makes the listener of a run that was started without naming one. */
  interface Provider {

    /** A listener that suits where the program runs. */
    Listener listener();

    /** How well it suits where the program runs; of several, the highest is asked for. */
    default int rank() {
      return 0;
    }
  }

  /** The run goes on; at most ten times a second, and at the end of each phase. */
  void progress(Progress progress);

  /** The run has ended, well or not; nothing more will be told. */
  default void ended() {}

  /** Code that is to be called while agents learn; none unless this says so. */
  default Callbacks callbacks() {
    return Callbacks.none();
  }

  /** The same, told no more once it has failed, so that its failure ends nothing else. */
  default Listener unfailing() {
    return new Unfailing(this);
  }

  /** A listener that does nothing. */
  static Listener silent() {
    return Silent.SILENT;
  }

  /**
   * The listener of the {@link Provider} of highest {@link Provider#rank} on the class path; a
   * silent one if there is none.
   */
  static Listener standard() {
    return ServiceLoader.load(Provider.class, Listener.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .max(Comparator.comparingInt(Provider::rank))
        .map(Provider::listener)
        .orElseGet(Listener::silent);
  }
}
