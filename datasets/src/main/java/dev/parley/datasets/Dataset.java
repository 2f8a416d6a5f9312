package dev.parley.datasets;

import dev.parley.error.DataException;

/**
 * A description of data: where samples come from, not the samples. It is immutable, equal by value,
 * and a part of an experiment's plan.
 *
 * <p>The {@code toString()} of a data set is the Java expression that makes it, such as {@code
 * Digits.embedded()} or {@code Mnist.at("data/mnist").test()}, so that it can be pasted back.
 */
public interface Dataset {

  /**
   * Reads or makes the samples; every call gives equal samples as long as the files behind them are
   * the same.
   *
   * @throws DataException if the data cannot be had or are not what they claim to be
   */
  Samples load();

  /** A short name for tables and reports, such as {@code digits}. */
  String name();
}
