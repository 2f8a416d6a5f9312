package dev.parley.bench.measure;

import dev.parley.random.RandomStream;
import dev.parley.state.State;
import java.util.Map;
import java.util.TreeMap;

/** The real numbers of a state that is saved, by the names of its parts and their own. */
record Captured(String prefix, Map<String, float[]> floats) implements State {

  Captured() {
    this("", new TreeMap<>());
  }

  @Override
  public boolean restoring() {
    return false;
  }

  @Override
  public State part(String name) {
    return new Captured(prefix + name + "/", floats);
  }

  @Override
  public float[] floats(String name, float[] values, int... shape) {
    floats.put(prefix + name, values.clone());
    return values;
  }

  @Override
  public double[] doubles(String name, double[] values, int... shape) {
    return values;
  }

  @Override
  public int[] ints(String name, int[] values, int limit, int... shape) {
    return values;
  }

  @Override
  public long number(String name, long value, long least, long most) {
    return value;
  }

  @Override
  public void stream(String name, RandomStream stream) {}
}
