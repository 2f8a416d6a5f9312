package dev.parley.train;

/**
 * How far a run is.
 *
 * @param phase what is under way: {@code preparing} or {@code training}
 * @param done steps of this phase that are complete
 * @param total steps of this phase
 * @param jointReward the mean joint reward of the last rounds; NaN before the first
 */
public record Progress(String phase, int done, int total, double jointReward) {}
