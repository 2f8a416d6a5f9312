package dev.parley.agent.play;

import java.util.List;

/**
 * Several that look on, one after the other.
 *
 * @param each in this order
 */
public record Witnesses(List<Witness> each) implements Witness {

  /** Copies the list. */
  public Witnesses {
    each = List.copyOf(each);
  }

  @Override
  public void saw(int step) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).saw(step);
    }
  }

  @Override
  public void chose(int step) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).chose(step);
    }
  }

  @Override
  public void did(int step) {
    for (int i = 0; i < each.size(); i++) {
      each.get(i).did(step);
    }
  }
}
