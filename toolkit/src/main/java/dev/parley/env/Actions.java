package dev.parley.env;

import java.util.List;

/**
 * What every agent does in one step of a batch of episodes: plain arrays, used anew in each step.
 *
 * <p>An agent's action is made of choices and numbers: the {@linkplain Space#leaves() leaves} of
 * its action space. Choices are counted in the order of the discrete leaves, numbers stand side by
 * side in the order of the boxes.
 */
public final class Actions {

  private final int[][][] choices;
  private final float[][] numbers;

  /** Zero throughout: the first of all choices. */
  public Actions(List<Role> roles, int batch) {
    choices = new int[roles.size()][][];
    numbers = new float[roles.size()][];
    for (int agent = 0; agent < roles.size(); agent++) {
      Space action = roles.get(agent).action();
      choices[agent] = new int[choices(action)][batch];
      numbers[agent] = new float[batch * numbers(action)];
    }
  }

  private Actions(int[][][] choices) {
    this.choices = choices;
    this.numbers = new float[choices.length][0];
  }

  /**
   * Actions of agents that make one choice each.
   *
   * @param choices [agents][batch]; used, not copied
   */
  public static Actions of(int[][] choices) {
    int[][][] each = new int[choices.length][1][];
    for (int agent = 0; agent < choices.length; agent++) {
      each[agent][0] = choices[agent];
    }
    return new Actions(each);
  }

  /** How many choices make an action of that space. */
  public static int choices(Space action) {
    return (int) action.leaves().stream().filter(l -> l.space() instanceof Discrete).count();
  }

  /** How many numbers make an action of that space. */
  public static int numbers(Space action) {
    return action.leaves().stream()
        .filter(l -> l.space() instanceof Box)
        .mapToInt(l -> l.space().width())
        .sum();
  }

  /**
   * One of the choices of an agent, to be read and written.
   *
   * @return [batch]
   */
  public int[] choice(int agent, int which) {
    return choices[agent][which];
  }

  /** The only choice of an agent that makes one: [batch]. */
  public int[] choice(int agent) {
    return choices[agent][0];
  }

  /**
   * The numbers of an agent, to be read and written.
   *
   * @return [batch, numbers], row-major
   */
  public float[] numbers(int agent) {
    return numbers[agent];
  }
}
