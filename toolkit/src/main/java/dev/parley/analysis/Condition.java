package dev.parley.analysis;

/** What is done to a message on its way, when trained agents are examined. */
public enum Condition {
  /** The listener reads what was said. */
  INTACT("as said"),
  /** The listener reads what was said in another, random episode. */
  PERMUTED("from another episode"),
  /** The listener always reads the message that is said most often. */
  CONSTANT("always the most frequent"),
  /** The listener reads symbols drawn uniformly. */
  NOISE("random symbols"),
  /** The listener reads nothing. */
  SILENCED("nothing"),
  /**
   * The listener reads the message that is said most often on what there is to tell: what the
   * speaker would say if it never slipped. Only in games that know what there is to tell.
   */
  ORACLE("the usual one on the topic");

  private final String text;

  Condition(String text) {
    this.text = text;
  }

  /** What the listener reads, in words. */
  public String text() {
    return text;
  }
}
