package dev.parley.language;

import java.util.Locale;

/** What holds of the messages of trained agents. */
public enum Verdict {
  /**
   * Permuting messages across episodes costs reward: the interval of 95 % lies above 0. Of runs in
   * which it costs nothing one in forty is called used all the same.
   */
  USED("the listener acts on what it hears: messages from other episodes cost reward"),
  /** Messages vary, and permuting them does not cost reward, as far as the interval tells. */
  IGNORED("messages vary, but it makes no difference which one arrives"),
  /** Messages do not vary: their entropy is below 0.05 bit. */
  CONSTANT("nearly always the same is said, so that nothing is told"),
  /** The channel is closed. */
  SILENT("the channel is closed: nothing that is said arrives"),
  /** There was no audit. */
  NONE("there was no audit");

  private final String meaning;

  Verdict(String meaning) {
    this.meaning = meaning;
  }

  /** What it means, in half a sentence. */
  public String meaning() {
    return meaning;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
