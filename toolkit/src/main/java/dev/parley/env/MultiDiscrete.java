package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several choices at a time, such as the symbols of a message. Its values are {@code int[]}.
 *
 * @param counts how many choices there are in each place, each 1 or more
 * @param isSaid whether they are said rather than done
 */
public record MultiDiscrete(List<Integer> counts, boolean isSaid) implements Space {

  /** Checks the counts. */
  public MultiDiscrete {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.stream().anyMatch(n -> n < 1)) {
      throw new PlanException(
          List.of(
              Problem.with("counts").got(counts).allowed("one place or more, each of 1 or more")));
    }
  }

  @Override
  public int width() {
    return counts.stream().reduce(0, Math::addExact);
  }

  @Override
  public boolean contains(Object value) {
    if (!(value instanceof int[] choices) || choices.length != counts.size()) {
      return false;
    }
    for (int i = 0; i < choices.length; i++) {
      if (choices[i] < 0 || choices[i] >= counts.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void flatten(Object value, float[] into, int at) {
    int[] choices = (int[]) Spaces.require(this, value);
    int place = at;
    for (int i = 0; i < choices.length; i++) {
      Discrete.of(counts.get(i)).flatten(choices[i], into, place);
      place += counts.get(i);
    }
  }

  @Override
  public int[] unflatten(float[] from, int at) {
    int[] choices = new int[counts.size()];
    int place = at;
    for (int i = 0; i < choices.length; i++) {
      choices[i] = Discrete.of(counts.get(i)).unflatten(from, place);
      place += counts.get(i);
    }
    return choices;
  }

  @Override
  public int[] sample(RandomStream stream) {
    return counts.stream().mapToInt(stream::nextInt).toArray();
  }

  @Override
  public List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Discrete place = Discrete.of(counts.get(i));
      leaves.add(new Leaf(Integer.toString(i), isSaid ? place.said() : place));
    }
    return leaves;
  }

  @Override
  public MultiDiscrete said() {
    return new MultiDiscrete(counts, true);
  }

  @Override
  public String toString() {
    String inside = counts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "Space.multiDiscrete(" + inside + ")" + (isSaid ? ".said()" : "");
  }
}
