package dev.parley.env.games;

import java.util.Arrays;

/**
 * The best that prisoners of the switch riddle can earn together if each of them knows its own
 * visits alone: exactly, for a few prisoners.
 *
 * <p>An agent decides by who it is and on which days it was in the room, so that a policy is one
 * bit for each such history; a best policy needs no chance. All orders in which prisoners can be
 * called make a tree. If every node could decide for itself, going back through the tree would
 * solve it. That nodes of one history decide alike is demanded by prices, one for each node and
 * decision (Lagrangian relaxation; Brown, Smith and Sun, 2010, "Information Relaxations and Duality
 * in Stochastic Dynamic Programs"): whatever the prices, the value with them is an upper bound. The
 * prices are set by subgradient steps (Polyak, 1969). Where the bound does not reach the best
 * policy found so far, one history is decided either way and both are searched (Land and Doig,
 * 1960). All values are whole numbers when an order counts 1, so a bound that is less than one
 * above the best policy proves it.
 *
 * <p>To tell while the others cannot all have been there loses for certain, and not to tell can
 * earn no less: such histories are decided beforehand.
 */
final class RiddleLimit {

  /** Prisoners for whom it takes less than seconds. */
  static final int MOST = 3;

  private static final int FREE = -1;
  private static final int DECIDED = -1;
  private static final int STEPS = 400;
  private static final int IMPROVED_EVERY = 50;
  private static final double SLOWER = 0.97;
  private static final double ROUNDING = 1e-6;

  private final int prisoners;
  private final int days;
  private final int firstLeaf;

  /** By node; nodes are numbered day by day, the children of {@code k} from {@code n k + 1} on. */
  private final int[] history;

  private final double[] paid;
  private final double[] value;
  private final boolean[] alive;

  /** The prices of telling, and of not telling, at a node. */
  private final double[] telling;

  private final double[] waiting;

  /** By history. */
  private final int[] fixed;

  private final boolean[] tells;
  private final double[] sumTelling;
  private final double[] sumWaiting;
  private final double[] dispute;
  private final double[] slopeTelling;
  private final double[] slopeWaiting;

  private double best = Double.NEGATIVE_INFINITY;

  private RiddleLimit(int prisoners, int days) {
    this.prisoners = prisoners;
    this.days = days;
    int nodes = 0;
    for (int day = 0, width = 1; day <= days; day++, width *= prisoners) {
      nodes += width;
    }
    firstLeaf = (nodes - 1) / prisoners;
    history = new int[nodes];
    paid = new double[nodes];
    value = new double[nodes];
    alive = new boolean[nodes];
    telling = new double[nodes];
    waiting = new double[nodes];
    int histories = new Histories().number(0, 0, new int[prisoners]);
    fixed = new int[histories];
    tells = new boolean[histories];
    sumTelling = new double[histories];
    sumWaiting = new double[histories];
    dispute = new double[histories];
    slopeTelling = new double[nodes];
    slopeWaiting = new double[nodes];
    Arrays.fill(fixed, FREE);
  }

  /** The expected reward of an agent. */
  static double of(int prisoners, int days) {
    RiddleLimit limit = new RiddleLimit(prisoners, days);
    limit.search();
    return limit.best / Math.pow(prisoners, days);
  }

  /** Numbers histories in the order in which the tree meets them. */
  private final class Histories {
    private final int[] numbers = new int[prisoners << days];
    private int count;

    /** How many there are below this node and before it. */
    int number(int node, int day, int[] visits) {
      for (int agent = 0; agent < prisoners && day < days; agent++) {
        int child = prisoners * node + 1 + agent;
        visits[agent] |= 1 << day;
        long there = Arrays.stream(visits).filter(v -> v != 0).count();
        paid[child] = (there == prisoners ? 1 : -1) * Math.pow(prisoners, days - day - 1);
        boolean hopeless = day + 1 - Integer.bitCount(visits[agent]) < prisoners - 1;
        history[child] = hopeless ? DECIDED : find(agent << days | visits[agent]);
        number(child, day + 1, visits);
        visits[agent] &= ~(1 << day);
      }
      return count;
    }

    private int find(int key) {
      if (numbers[key] == 0) {
        numbers[key] = ++count;
      }
      return numbers[key] - 1;
    }
  }

  private void search() {
    if (bound() < best + 1 - ROUNDING) {
      return;
    }
    int branch = mostDisputed();
    if (branch < 0) {
      return; // all is decided: the policy has been looked at
    }
    int first = tells[branch] ? 1 : 0;
    double[] keptTelling = telling.clone();
    double[] keptWaiting = waiting.clone();
    for (int decision : new int[] {first, 1 - first}) {
      fixed[branch] = decision;
      search();
      System.arraycopy(keptTelling, 0, telling, 0, telling.length);
      System.arraycopy(keptWaiting, 0, waiting, 0, waiting.length);
    }
    fixed[branch] = FREE;
  }

  /** The history that is not decided and whose nodes differ most; -1 if all are decided. */
  private int mostDisputed() {
    int most = -1;
    for (int h = 0; h < fixed.length; h++) {
      if (fixed[h] == FREE && (most < 0 || dispute[h] > dispute[most])) {
        most = h;
      }
    }
    return most;
  }

  /** The least upper bound that a number of steps finds, and better policies on the way. */
  private double bound() {
    double least = Double.POSITIVE_INFINITY;
    double scale = 1;
    Arrays.fill(dispute, 0);
    for (int step = 0; step < STEPS && least >= best + 1 - ROUNDING; step++) {
      double bound = relaxed();
      if (step % IMPROVED_EVERY == 0) {
        improve();
      }
      if (bound < least) {
        least = bound;
      } else {
        scale *= SLOWER;
      }
      move(scale * (bound - best));
    }
    return least;
  }

  /** The value where each node decides for itself and pays the prices. */
  private double relaxed() {
    Arrays.fill(sumTelling, 0);
    Arrays.fill(sumWaiting, 0);
    for (int node = history.length - 1; node > 0; node--) {
      double on = onward(node);
      int h = history[node];
      if (h == DECIDED || fixed[h] == 0) {
        value[node] = on;
      } else if (fixed[h] == 1) {
        value[node] = paid[node];
      } else {
        value[node] = Math.max(paid[node] - telling[node], on - waiting[node]);
        sumTelling[h] += telling[node];
        sumWaiting[h] += waiting[node];
      }
    }
    double bound = onward(0);
    for (int h = 0; h < fixed.length; h++) {
      if (fixed[h] == FREE) {
        bound += Math.max(sumTelling[h], sumWaiting[h]);
      }
    }
    return bound;
  }

  private double onward(int node) {
    double sum = 0;
    if (node < firstLeaf) {
      for (int agent = 1; agent <= prisoners; agent++) {
        sum += value[prisoners * node + agent];
      }
    }
    return sum;
  }

  /** One step of all prices against the direction in which the bound grows. */
  private void move(double surplus) {
    double squares = 0;
    alive[0] = true;
    for (int node = 1; node < history.length; node++) {
      int h = history[node];
      boolean open = alive[(node - 1) / prisoners];
      boolean told = open && tellsAt(node);
      alive[node] = open && !told;
      slopeTelling[node] = 0;
      slopeWaiting[node] = 0;
      if (h != DECIDED && fixed[h] == FREE) {
        boolean together = sumTelling[h] >= sumWaiting[h];
        slopeTelling[node] = slope(telling[node], together, told);
        slopeWaiting[node] = slope(waiting[node], !together, alive[node]);
        dispute[h] += open && told != together ? Math.abs(paid[node]) : 0;
      }
      squares += slopeTelling[node] * slopeTelling[node] + slopeWaiting[node] * slopeWaiting[node];
    }
    double length = squares == 0 ? 0 : surplus / squares;
    for (int node = 1; node < history.length; node++) {
      telling[node] = Math.max(0, telling[node] - length * slopeTelling[node]);
      waiting[node] = Math.max(0, waiting[node] - length * slopeWaiting[node]);
    }
  }

  /** Whether a node that is reached tells, at these prices. */
  private boolean tellsAt(int node) {
    int h = history[node];
    if (h == DECIDED || fixed[h] != FREE) {
      return h != DECIDED && fixed[h] == 1;
    }
    return paid[node] - telling[node] >= onward(node) - waiting[node];
  }

  /** How the bound grows with a price; a price of 0 cannot be lowered. */
  private static int slope(double price, boolean together, boolean here) {
    int slope = (together ? 1 : 0) - (here ? 1 : 0);
    return price == 0 && slope > 0 ? 0 : slope;
  }

  /** A policy by the prices, made better one history at a time until none helps. */
  private void improve() {
    for (int h = 0; h < tells.length; h++) {
      tells[h] = fixed[h] == FREE ? sumTelling[h] > sumWaiting[h] : fixed[h] == 1;
    }
    double now = earned();
    for (boolean better = true; better; ) {
      better = false;
      for (int h = tells.length - 1; h >= 0; h--) {
        tells[h] = !tells[h];
        double other = earned();
        if (other > now) {
          now = other;
          better = true;
        } else {
          tells[h] = !tells[h];
        }
      }
    }
    best = Math.max(best, now);
  }

  /** What the policy earns. */
  private double earned() {
    double sum = 0;
    alive[0] = true;
    for (int node = 1; node < history.length; node++) {
      boolean open = alive[(node - 1) / prisoners];
      boolean told = open && history[node] != DECIDED && tells[history[node]];
      alive[node] = open && !told;
      sum += told ? paid[node] : 0;
    }
    return sum;
  }
}
