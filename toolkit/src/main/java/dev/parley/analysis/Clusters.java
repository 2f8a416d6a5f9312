package dev.parley.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;

/**
 * Vectors in groups of near ones, by Tribuo, on one thread. Groups are counted from 0 in the order
 * in which they first occur, so that equal data have equal numbers. Messages become vectors by
 * {@link OneHot#of}. Immutable.
 */
public final class Clusters {

  /** The group of what belongs to none. */
  public static final int NOISE = -1;

  private static final int ITERATIONS = 100;

  private final int[] assignment;

  private Clusters(int[] assignment) {
    this.assignment = assignment;
  }

  /**
   * k-means (Lloyd, 1982) from starts far apart (k-means++; Arthur and Vassilvitskii, 2007), one
   * start, at most 100 iterations, squared Euclidean distances. It finds a local optimum.
   *
   * @param rows vectors of one length, finite; no row gives no group, equal rows one
   * @param k groups, 1 or more; if there are no more different rows, each of these is a group
   * @param random where it starts
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Clusters kMeans(double[][] rows, int k, RandomGenerator random) {
    if (k < 1) {
      throw new IllegalArgumentException("groups: got " + k + ", allowed: 1 or more");
    }
    Rectangle.width(rows);
    int[] types = types(rows);
    long seed = random.nextLong();
    if (k == 1 || Arrays.stream(types).distinct().count() <= k) {
      return new Clusters(k == 1 ? new int[rows.length] : types);
    }
    Tribuo.quieten();
    List<Example<ClusterID>> examples = examples(rows);
    KMeansModel model =
        new KMeansTrainer(
                k,
                ITERATIONS,
                DistanceType.L2.getDistance(),
                KMeansTrainer.Initialisation.PLUSPLUS,
                1,
                seed)
            .train(Tribuo.data(examples, new ClusteringFactory()));
    int[] found = examples.stream().mapToInt(e -> model.predict(e).getOutput().getID()).toArray();
    return new Clusters(renumbered(found));
  }

  /**
   * HDBSCAN (Campello, Moulavi and Sander, 2013): groups are where vectors lie dense, as many as
   * there are, and what lies between them is {@link #NOISE}.
   *
   * @param rows vectors of one length, finite. Equal rows are infinitely dense: they are a group of
   *     their own if they are {@code least}
   * @param least rows of a group, and neighbours by which density is measured, the row included; 2
   *     or more. With fewer rows than that all are noise
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Clusters hdbscan(double[][] rows, int least) {
    if (least < 2) {
      throw new IllegalArgumentException("rows of a group: got " + least + ", allowed: 2 or more");
    }
    Rectangle.width(rows);
    int[] found = new int[rows.length];
    if (rows.length < least) {
      Arrays.fill(found, NOISE);
      return new Clusters(found);
    }
    if (Arrays.stream(types(rows)).distinct().count() == 1) {
      return new Clusters(found);
    }
    Tribuo.quieten();
    List<Integer> labels =
        new HdbscanTrainer(
                least,
                DistanceType.L2.getDistance(),
                least,
                1,
                NeighboursQueryFactoryType.BRUTE_FORCE)
            .train(Tribuo.data(examples(rows), new ClusteringFactory()))
            .getClusterLabels();
    Arrays.setAll(found, i -> labels.get(i) == 0 ? NOISE : labels.get(i));
    return new Clusters(renumbered(found));
  }

  private static List<Example<ClusterID>> examples(double[][] rows) {
    int width = rows[0].length;
    int digits = Integer.toString(width).length();
    String[] names = new String[width];
    Arrays.setAll(names, j -> "0".repeat(digits - Integer.toString(j).length()) + j);
    return Arrays.stream(rows)
        .<Example<ClusterID>>map(
            row ->
                new ArrayExample<>(
                    ClusteringFactory.UNASSIGNED_CLUSTER_ID, names.clone(), row.clone()))
        .toList();
  }

  /** Equal rows have equal numbers, from 0 in the order in which they first occur. */
  private static int[] types(double[][] rows) {
    Map<List<Double>, Integer> numbers = new HashMap<>();
    int[] types = new int[rows.length];
    for (int i = 0; i < types.length; i++) {
      List<Double> key = Arrays.stream(rows[i]).map(v -> v + 0.0).boxed().toList();
      types[i] = numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return types;
  }

  private static int[] renumbered(int[] found) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(found)
        .map(f -> f == NOISE ? NOISE : numbers.computeIfAbsent(f, k -> numbers.size()))
        .toArray();
  }

  /** The group of each row, {@link #NOISE} for none; in a new array. */
  public int[] assignment() {
    return assignment.clone();
  }

  /** How many groups there are. */
  public int count() {
    return Arrays.stream(assignment).max().orElse(NOISE) + 1;
  }

  /** How many rows belong to no group. */
  public int noise() {
    return (int) IntStream.of(assignment).filter(a -> a == NOISE).count();
  }

  /** How far the groups are those of labels, by {@link Nmi#of}; noise counts as one more group. */
  public double nmi(int[] labels) {
    return Nmi.of(assignment, labels);
  }

  /** How many groups of how many rows. */
  @Override
  public String toString() {
    int noise = noise();
    String none = noise == 0 ? "" : ", " + noise + " in none";
    int groups = count();
    return groups
        + (groups == 1 ? " group of " : " groups of ")
        + assignment.length
        + " rows"
        + none;
  }
}
