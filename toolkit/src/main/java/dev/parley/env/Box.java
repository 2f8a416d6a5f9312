package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers from {@code low} to {@code high}, both included. Its values are {@code double[]},
 * row-major.
 *
 * @param low the least; minus infinity for no end
 * @param high the greatest; infinity for no end
 * @param shape how many numbers there are along each axis, each 1 or more
 * @param isSaid whether they are said rather than done
 */
public record Box(double low, double high, List<Integer> shape, boolean isSaid) implements Space {

  /** Checks ends and shape. */
  public Box {
    shape = List.copyOf(shape);
    if (!(low < high)) {
      throw new PlanException(
          List.of(
              Problem.with("box").got(low + " to " + high).allowed("a low end below the high")));
    }
    if (shape.isEmpty() || shape.stream().anyMatch(n -> n < 1)) {
      throw new PlanException(
          List.of(Problem.with("shape").got(shape).allowed("one axis or more, each 1 or longer")));
    }
  }

  @Override
  public int width() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  @Override
  public boolean contains(Object value) {
    return value instanceof double[] numbers
        && numbers.length == width()
        && Arrays.stream(numbers).allMatch(x -> x >= low && x <= high);
  }

  @Override
  public void flatten(Object value, float[] into, int at) {
    double[] numbers = (double[]) Spaces.require(this, value);
    for (int i = 0; i < numbers.length; i++) {
      into[at + i] = (float) numbers[i];
    }
  }

  @Override
  public double[] unflatten(float[] from, int at) {
    double[] numbers = new double[width()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.min(high, Math.max(low, from[at + i]));
    }
    return numbers;
  }

  @Override
  public double[] sample(RandomStream stream) {
    boolean ends = Double.isFinite(low) && Double.isFinite(high);
    double[] numbers = new double[width()];
    for (int i = 0; i < numbers.length; i++) {
      double drawn = ends ? low + (high - low) * stream.nextDouble() : stream.nextGaussian();
      numbers[i] = Math.min(high, Math.max(low, drawn));
    }
    return numbers;
  }

  @Override
  public List<Leaf> leaves() {
    return List.of(new Leaf("", this));
  }

  @Override
  public Box said() {
    return new Box(low, high, shape, true);
  }

  @Override
  public String toString() {
    String axes = shape.stream().map(n -> ", " + n).collect(Collectors.joining());
    String ends = Spaces.number(low) + ", " + Spaces.number(high);
    return "Space.box(" + ends + axes + ")" + (isSaid ? ".said()" : "");
  }
}
