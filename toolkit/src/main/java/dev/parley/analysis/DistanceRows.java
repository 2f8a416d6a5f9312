package dev.parley.analysis;

/**
 * Distances between all items of a list that take few values: each is given as its class, the place
 * of its value among all that are possible, the smallest 0.
 */
interface DistanceRows {

  /** How many classes there are at most. */
  int classes();

  /** The class of the distance from one item to each, itself among them. */
  void row(int item, int[] classes);
}
