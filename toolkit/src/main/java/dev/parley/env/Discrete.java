package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of several choices. Its values are {@code Integer}, a place in the names.
 *
 * @param names of the choices, one or more, no two the same
 * @param isSaid whether it is said rather than done
 */
public record Discrete(List<String> names, boolean isSaid) implements Space {

  /** Checks the names. */
  public Discrete {
    names = List.copyOf(names);
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new PlanException(
          List.of(
              Problem.with("choices").got(names).allowed("one or more, no two of the same name")));
    }
  }

  static Discrete of(int count) {
    return new Discrete(IntStream.range(0, count).mapToObj(Integer::toString).toList(), false);
  }

  /** How many choices there are. */
  public int count() {
    return names.size();
  }

  @Override
  public int width() {
    return names.size();
  }

  @Override
  public boolean contains(Object value) {
    return value instanceof Integer choice && choice >= 0 && choice < names.size();
  }

  @Override
  public void flatten(Object value, float[] into, int at) {
    int choice = (Integer) Spaces.require(this, value);
    for (int i = 0; i < names.size(); i++) {
      into[at + i] = i == choice ? 1 : 0;
    }
  }

  @Override
  public Integer unflatten(float[] from, int at) {
    int most = 0;
    for (int i = 1; i < names.size(); i++) {
      most = from[at + i] > from[at + most] ? i : most;
    }
    return most;
  }

  @Override
  public Integer sample(RandomStream stream) {
    return stream.nextInt(names.size());
  }

  @Override
  public List<Leaf> leaves() {
    return List.of(new Leaf("", this));
  }

  @Override
  public Discrete said() {
    return new Discrete(names, true);
  }

  @Override
  public String toString() {
    String inside =
        names.equals(of(names.size()).names)
            ? Integer.toString(names.size())
            : names.stream().map(Spaces::quoted).collect(Collectors.joining(", "));
    return "Space.discrete(" + inside + ")" + (isSaid ? ".said()" : "");
  }
}
