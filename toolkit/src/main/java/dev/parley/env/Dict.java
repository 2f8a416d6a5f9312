package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Spaces by name, in order. Its values are {@code Map<String, Object>} with every key.
 *
 * @param parts no two of the same key
 */
public record Dict(List<Part> parts) implements Space {

  /**
   * One space and its name.
   *
   * @param key what its value stands under
   * @param space of the value
   */
  public record Part(String key, Space space) {}

  /** Checks the keys. */
  public Dict {
    parts = List.copyOf(parts);
    if (parts.stream().map(Part::key).distinct().count() < parts.size()) {
      throw new PlanException(
          List.of(
              Problem.with("keys")
                  .got(parts.stream().map(Part::key).toList())
                  .allowed("each of them once")));
    }
  }

  /** The same with one more part. */
  public Dict and(String key, Space space) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(key, space));
    return new Dict(more);
  }

  @Override
  public int width() {
    return parts.stream().mapToInt(part -> part.space().width()).sum();
  }

  @Override
  public boolean contains(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == parts.size()
        && parts.stream()
            .allMatch(p -> map.containsKey(p.key()) && p.space().contains(map.get(p.key())));
  }

  @Override
  public void flatten(Object value, float[] into, int at) {
    Map<?, ?> map = (Map<?, ?>) Spaces.require(this, value);
    int place = at;
    for (Part part : parts) {
      part.space().flatten(Objects.requireNonNull(map.get(part.key())), into, place);
      place += part.space().width();
    }
  }

  @Override
  public Map<String, Object> unflatten(float[] from, int at) {
    Map<String, Object> map = new LinkedHashMap<>();
    int place = at;
    for (Part part : parts) {
      map.put(part.key(), part.space().unflatten(from, place));
      place += part.space().width();
    }
    return map;
  }

  @Override
  public Map<String, Object> sample(RandomStream stream) {
    Map<String, Object> map = new LinkedHashMap<>();
    parts.forEach(part -> map.put(part.key(), part.space().sample(stream)));
    return map;
  }

  @Override
  public List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    for (Part part : parts) {
      for (Leaf leaf : part.space().leaves()) {
        String name = leaf.name().isEmpty() ? part.key() : part.key() + "_" + leaf.name();
        leaves.add(new Leaf(name, leaf.space()));
      }
    }
    return leaves;
  }

  @Override
  public Dict said() {
    return new Dict(parts.stream().map(p -> new Part(p.key(), p.space().said())).toList());
  }

  @Override
  public String toString() {
    if (parts.isEmpty()) {
      return "Space.nothing()";
    }
    StringBuilder text = new StringBuilder("Space.dictionary(");
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      text.append(i == 0 ? "" : ".and(").append(Spaces.quoted(part.key()));
      text.append(", ").append(part.space()).append(')');
    }
    return text.toString();
  }
}
