package dev.parley.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one goal, and what has to be known to judge them.
 *
 * @param id such as {@code P1}
 * @param when the day
 * @param command the line that made it
 * @param circumstances machine and versions, by name
 * @param rows what was measured
 * @param details seconds by phase, where the whole is taken apart; may be empty
 * @param curves what was learned; an earlier file may have none
 */
record Result(
    String id,
    String when,
    String command,
    Map<String, String> circumstances,
    List<Row> rows,
    Map<String, Double> details,
    @Nullable Curves curves) {}
