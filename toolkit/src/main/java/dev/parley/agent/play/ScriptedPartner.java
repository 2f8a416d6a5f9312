package dev.parley.agent.play;

import java.util.function.Supplier;

/**
 * Somebody's own code.
 *
 * @param maker makes it anew
 */
public record ScriptedPartner(Supplier<? extends Script> maker) implements Partner {

  @Override
  public String toString() {
    return "Partner.scripted(" + maker.get().getClass().getSimpleName() + "::new)";
  }
}
