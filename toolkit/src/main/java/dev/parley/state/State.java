package dev.parley.state;

import dev.parley.random.RandomStream;

/**
 * Numbers by name, on their way to a file or back. A component has one method that names everything
 * it needs to go on from where it is, and that method serves both ways: each call takes the value
 * that there is and returns the one that holds from now on, which is the same while saving and the
 * file's while restoring:
 *
 * <pre>
 * updates = state.number("updates", updates, 0, State.MOST);
 * means = state.floats("means", means, means.length);
 * </pre>
 *
 * <p>A name has letters, digits, dots, underscores, dashes and spaces, and does not begin with a
 * dot; no two of one state are equal. While restoring, every method throws {@link
 * dev.parley.error.DataException} if the file has no such numbers, or of another kind or shape; an
 * array is made only when that is known. While saving, real numbers that are NaN are refused with
 * {@link dev.parley.error.TrainingException}: nothing good can go on from them.
 */
public interface State {

  /** The largest count that is kept: 2^53, which a double still tells from its neighbours. */
  long MOST = 1L << 53;

  /** Whether values come from a file. */
  boolean restoring();

  /** The numbers of one part; their names begin with the part's. */
  State part(String name);

  /**
   * Real numbers of 32 bits.
   *
   * @param values row-major; places beyond the shape are not looked at, and nothing is while
   *     restoring
   * @param shape none for a single number
   * @return {@code values} while saving, a new array while restoring
   */
  float[] floats(String name, float[] values, int... shape);

  /** Real numbers of 64 bits; otherwise as {@link #floats}. */
  double[] doubles(String name, double[] values, int... shape);

  /**
   * Whole numbers from 0 to {@code limit - 1}; otherwise as {@link #floats}.
   *
   * @throws dev.parley.error.DataException also if one that is restored is not in that range
   */
  int[] ints(String name, int[] values, int limit, int... shape);

  /**
   * One whole number.
   *
   * @throws dev.parley.error.DataException also if what is restored is not {@code least} to {@code
   *     most}
   */
  long number(String name, long value, long least, long most);

  /** Yes or no, as the number 1 or 0. */
  default boolean flag(String name, boolean value) {
    return number(name, value ? 1 : 0, 0, 1) == 1;
  }

  /** Where a stream of random numbers is: its four words. */
  void stream(String name, RandomStream stream);
}
