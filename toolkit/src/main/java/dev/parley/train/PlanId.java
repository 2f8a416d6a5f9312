package dev.parley.train;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A name for the numbers that a plan will have. */
public final class PlanId {

  private PlanId() {}

  /**
   * The beginning of a hash of all settings but the seed, of the code that runs and of {@code
   * more}; a hyphen; the seed. Two plans with one name have the same numbers on one machine with
   * one engine, if they can be read back. Others may not, as {@link PlanJson#obstacle} finds: an
   * environment of somebody's own, say, is the same text whatever its code does.
   *
   * @param more that tells numbers apart, such as what computes them or who they belong to, by name
   */
  public static String of(Plan<?> plan, Map<String, String> more) {
    Map<String, String> facts = new HashMap<>(more);
    facts.put("code sha256", Provenance.codeHash());
    Provenance code = new Provenance(facts, Instant.EPOCH);
    return new Archive(plan.seed(0), code).id() + "-" + plan.setup().seed();
  }
}
