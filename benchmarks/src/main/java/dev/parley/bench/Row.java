package dev.parley.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param id of the goal it belongs to, such as {@code P1}
 * @param what is measured
 * @param ours what Parley took
 * @param peer what it is compared with; null for nothing
 * @param goal what is to be reached
 * @param note how it was come by; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Row(String id, String what, Side ours, @Nullable Side peer, Goal goal, String note) {

  static Row against(String id, String what, Side ours, Side peer, double goal, String note) {
    return new Row(id, what, ours, peer, Goal.ratio(goal), note);
  }

  static Row alone(String id, String what, Side ours, Goal goal, String note) {
    return new Row(id, what, ours, null, goal, note);
  }

  /** How many times as fast as the peer's our median is; NaN without a peer. */
  double ratio() {
    if (peer == null) {
      return Double.NaN;
    }
    return ours.rate() ? ours.median() / peer.median() : peer.median() / ours.median();
  }

  /** Whether the goal is reached; a number that is none reaches nothing. */
  boolean met() {
    return goal.metBy(goal.kind() == Goal.Kind.RATIO ? ratio() : ours.median());
  }

  boolean slowerThanPeer() {
    return ratio() < 1;
  }

  /** {@code met}, {@code missed}, or empty without a goal. */
  String verdict() {
    if (goal.kind() == Goal.Kind.NONE) {
      return "";
    }
    return met() ? "met" : "missed";
  }

  /** Such as {@code P1 reference ours 0.21 ms peer 3.76 ms ratio 17.9 (goal 20: missed)}. */
  String line() {
    StringBuilder line = new StringBuilder(id).append(' ').append(what).append(' ');
    line.append(ours.name()).append(' ').append(ours.text());
    if (peer != null) {
      line.append(' ').append(peer.name()).append(' ').append(peer.text());
      line.append(" ratio ").append(Side.digits(ratio()));
    }
    if (goal.kind() != Goal.Kind.NONE) {
      line.append(" (goal ").append(goal.text()).append(": ").append(verdict()).append(')');
    }
    return line.toString();
  }
}
