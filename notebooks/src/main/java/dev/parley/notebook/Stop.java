package dev.parley.notebook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Stopping a thread wherever it is, which JDKs before 20 can. */
final class Stop {

  private static final int NO_LONGER = 20;
  private static final @Nullable MethodHandle METHOD = method();

  private Stop() {}

  /** Found by name: compilers of newer JDKs warn of it, and one day it is gone. */
  private static @Nullable MethodHandle method() {
    if (Runtime.version().feature() >= NO_LONGER) {
      return null;
    }
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "stop", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Makes the thread throw {@link ThreadDeath}; false where that cannot be done. */
  static boolean thread(Thread thread) {
    if (METHOD == null) {
      return false;
    }
    try {
      METHOD.invokeExact(thread);
      return true;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
