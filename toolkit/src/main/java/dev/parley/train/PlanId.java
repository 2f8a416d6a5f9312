package dev.parley.train;

import java.time.Instant;
import java.util.Map;

/** A name for the numbers that a plan will have. */
public final class PlanId {

  private PlanId() {}

  /**
   * The beginning of a hash of all settings but the seed, and of the code that runs; a hyphen; the
   * seed. Two plans with one name have the same numbers on one machine.
   */
  public static String of(Plan<?> plan) {
    Provenance code = new Provenance(Map.of("code sha256", Provenance.codeHash()), Instant.EPOCH);
    return new Archive(plan.seed(0), code).id() + "-" + plan.setup().seed();
  }
}
