package dev.parley.train;

import dev.parley.datasets.Dataset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The hashes of the data that plans name, as they are now; each data set is read once. */
public final class DataHashes {

  private final Map<Dataset, Optional<String>> known = new HashMap<>();

  /**
   * Whether a run with these facts had other data than the plan would have now: a plan tells where
   * its data are, not what is there.
   *
   * @return false where it cannot be told, because the data cannot be had
   */
  public boolean changed(Plan<?> plan, Map<String, String> facts) {
    String before = facts.get(Provenance.DATA);
    return before != null
        && known
            .computeIfAbsent(plan.setup().dataset(), DataHashes::hash)
            .filter(now -> !now.equals(before))
            .isPresent();
  }

  private static Optional<String> hash(Dataset dataset) {
    try {
      return Optional.of(dataset.load().sha256());
    } catch (RuntimeException | OutOfMemoryError e) {
      return Optional.empty(); // A run will fail of it too, and tell it as runs do.
    }
  }
}
