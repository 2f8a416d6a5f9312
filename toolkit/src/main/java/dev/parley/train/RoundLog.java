package dev.parley.train;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.state.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers by column and round, as they come. Columns are declared before the first round. */
public final class RoundLog {

  /** One named number a round. */
  public static final class Column {

    private static final int START = 1024;

    private final String name;
    private final boolean whole;
    private final boolean auxiliary;
    private double[] values = new double[START];
    private double current = Double.NaN;

    private Column(String name, boolean whole, boolean auxiliary) {
      this.name = name;
      this.whole = whole;
      this.auxiliary = auxiliary;
    }

    /** The number of the round that is under way. */
    public void set(double value) {
      current = value;
    }

    String name() {
      return name;
    }

    boolean whole() {
      return whole;
    }

    boolean auxiliary() {
      return auxiliary;
    }

    double current() {
      return current;
    }

    private void append(int round) {
      if (round == values.length) {
        values = Arrays.copyOf(values, 2 * round);
      }
      values[round] = current;
      current = Double.NaN;
    }
  }

  /** The name under which a table counts rounds. */
  static final String COUNTER = "round";

  /** The column that every run has. */
  static final String JOINT_REWARD = "joint_reward";

  private final List<Column> columns = new ArrayList<>();
  private final Column jointReward = column(JOINT_REWARD);
  private final Evaluations evaluations = new Evaluations();
  private int rounds;

  /**
   * A new column of real numbers; names are lower case with underscores.
   *
   * @throws IllegalArgumentException if there is a column of that name; {@code round} is taken too
   * @throws IllegalStateException if a round is complete
   */
  public Column column(String name) {
    return add(new Column(name, false, false));
  }

  /**
   * A new column for a loss that helps learning and is not what is learned for, such as a
   * reflection loss: the diagnosis looks whether it rises. Otherwise as {@link #column}.
   */
  public Column auxiliary(String name) {
    return add(new Column(name, false, true));
  }

  /** A new column of whole numbers; otherwise as {@link #column}. */
  public Column count(String name) {
    return add(new Column(name, true, false));
  }

  private Column add(Column column) {
    String name = column.name();
    if (name.equalsIgnoreCase(COUNTER)
        || columns.stream().anyMatch(c -> c.name().equalsIgnoreCase(name))) {
      throw new IllegalArgumentException("there is a column " + name + " already");
    }
    if (rounds > 0) {
      throw new IllegalStateException("column " + name + " comes after the first round");
    }
    columns.add(column);
    return column;
  }

  /** The sum of all agents' rewards of an episode, the batch's mean; every experiment has it. */
  public Column jointReward() {
    return jointReward;
  }

  /** What evaluations between the rounds came to. */
  Evaluations evaluations() {
    return evaluations;
  }

  List<Column> columns() {
    return columns;
  }

  /** How many rounds are complete. */
  int rounds() {
    return rounds;
  }

  /**
   * Keeps the current numbers as those of one more round; in the next each column begins as NaN, so
   * that one that is forgotten is noticed.
   */
  void endRound() {
    for (Column column : columns) {
      column.append(rounds);
    }
    rounds++;
  }

  /** The round that was completed last. */
  UpdateEvent update(Setup setup) {
    int last = rounds - 1;
    return new UpdateEvent(
        rounds,
        setup.rounds(),
        columns.stream().map(Column::name).toList(),
        columns.stream().mapToDouble(column -> column.values[last]).toArray(),
        setup.evaluateEvery().isDue(rounds)
            ? OptionalDouble.of(evaluations.last())
            : OptionalDouble.empty());
  }

  /**
   * Saves or restores the numbers of the first {@code count} rounds, which are the complete ones
   * from then on.
   *
   * @throws DataException if what is restored is not finite
   */
  void keep(State state, int count) {
    for (Column column : columns) {
      double[] values = state.doubles(column.name, column.values, count);
      if (state.restoring()) {
        requireFinite(column, values);
        column.values = Arrays.copyOf(values, Math.max(Column.START, count));
      }
    }
    rounds = count;
  }

  private static void requireFinite(Column column, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new DataException(
            Problem.with("checkpoint")
                .got(value)
                .allowed("finite numbers")
                .fact("column", column.name));
      }
    }
  }

  /** The values of a column so far, in a new array. */
  double[] values(Column column) {
    return Arrays.copyOf(column.values, rounds);
  }
}
