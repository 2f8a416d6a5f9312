package dev.parley.train;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.language.MessageLog;
import dev.parley.report.Count;
import java.util.Locale;

/**
 * How many of the latest episodes the messages are kept of, for what is measured at the end.
 *
 * @param episodes 0 to 100,000; 0 for no record of messages at all, -1 for the last tenth of the
 *     rounds
 */
public record Recording(int episodes) implements Spoken {

  private static final int TENTH = -1;

  /**
   * The last tenth of the rounds, one at least, or the last 100,000 episodes if these are fewer.
   */
  public static final Recording LAST_TENTH = new Recording(TENTH);

  /** Checks the number. */
  public Recording {
    if (episodes < TENTH || episodes > MessageLog.LIMIT) {
      throw bad(episodes);
    }
  }

  /**
   * The latest episodes.
   *
   * @param episodes how many; 0 to 100,000
   */
  static Recording latest(int episodes) {
    if (episodes < 0) {
      throw bad(episodes);
    }
    return new Recording(episodes);
  }

  private static SettingException bad(int episodes) {
    return new SettingException(
        Problem.with("recordMessages")
            .got(episodes)
            .allowed("0 to " + MessageLog.LIMIT + " episodes, or recordLastTenth()")
            .hint("0 keeps none"));
  }

  /** Whether no message is kept. */
  public boolean none() {
    return episodes == 0;
  }

  /** Whether the number was set, and not left to the number of rounds. */
  public boolean isSet() {
    return episodes != TENTH;
  }

  /** How many of the latest episodes are kept when there were so many rounds; 1 or more. */
  public long of(int rounds, int batch) {
    return isSet() ? Math.max(1, episodes) : Math.max(1, rounds / 10) * (long) batch;
  }

  /** Of what the measures at the end are, in words. */
  String words() {
    return isSet() ? "last " + Count.of(episodes, "episode") : "last tenth of the rounds";
  }

  @Override
  public String call(String name) {
    return isSet() ? String.format(Locale.ROOT, "%s(%d)", name, episodes) : "recordLastTenth()";
  }
}
