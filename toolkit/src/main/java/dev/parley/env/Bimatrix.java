package dev.parley.env;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A game of two players with two actions each, by name cooperate (C, 0) and defect (D, 1).
 *
 * @param cc both cooperate
 * @param cd the first cooperates, the second defects
 * @param dc the first defects, the second cooperates
 * @param dd both defect
 */
public record Bimatrix(Payoff cc, Payoff cd, Payoff dc, Payoff dd) {

  /** The index of cooperation. */
  public static final int COOPERATE = 0;

  /** The index of defection. */
  public static final int DEFECT = 1;

  /**
   * What the two players get.
   *
   * @param first the payoff of the first
   * @param second the payoff of the second
   */
  public record Payoff(double first, double second) {

    /**
     * Checks both.
     *
     * @throws SettingException if one is not finite
     */
    public Payoff {
      first = checked(first);
      second = checked(second);
    }

    private static double checked(double payoff) {
      if (!Double.isFinite(payoff)) {
        throw new SettingException(Problem.with("payoff").got(payoff).allowed("a finite number"));
      }
      return payoff + 0.0; // -0 becomes 0, which it is equal to
    }

    /** The sum of both. */
    public double joint() {
      return first + second;
    }

    @Override
    public String toString() {
      return "(" + number(first) + ", " + number(second) + ")";
    }
  }

  /**
   * One action of each player.
   *
   * @param first 0 or 1
   * @param second 0 or 1
   */
  public record Outcome(int first, int second) {

    @Override
    public String toString() {
      return "("
          + (first == COOPERATE ? "C" : "D")
          + ", "
          + (second == COOPERATE ? "C" : "D")
          + ")";
    }
  }

  /**
   * An equilibrium in which both players mix.
   *
   * @param first how probably the first cooperates, in (0, 1)
   * @param second how probably the second cooperates, in (0, 1)
   */
  public record Mixed(double first, double second) {}

  /**
   * The game of these payoffs, in the order CC, CD, DC, DD, each the first player's and the
   * second's.
   */
  public static Bimatrix of(
      double cc1,
      double cc2,
      double cd1,
      double cd2,
      double dc1,
      double dc2,
      double dd1,
      double dd2) {
    return new Bimatrix(
        new Payoff(cc1, cc2), new Payoff(cd1, cd2), new Payoff(dc1, dc2), new Payoff(dd1, dd2));
  }

  /**
   * The symmetric game in which one defector gets the temptation and the other the sucker's payoff.
   */
  public static Bimatrix symmetric(
      double temptation, double reward, double punishment, double sucker) {
    return of(reward, reward, sucker, temptation, temptation, sucker, punishment, punishment);
  }

  /** What the players get for these actions. */
  public Payoff payoff(int first, int second) {
    if (first == COOPERATE) {
      return second == COOPERATE ? cc : cd;
    }
    return second == COOPERATE ? dc : dd;
  }

  /** The same game with both players' actions exchanged: what C was is now D. */
  public Bimatrix mirrored() {
    return new Bimatrix(dd, dc, cd, cc);
  }

  /** The highest joint payoff. */
  public double optimum() {
    return Math.max(Math.max(cc.joint(), cd.joint()), Math.max(dc.joint(), dd.joint()));
  }

  /** The mean joint payoff if both choose uniformly. */
  public double uniform() {
    return (cc.joint() + cd.joint() + dc.joint() + dd.joint()) / 4;
  }

  /** The Nash equilibria in pure strategies, weak ones included, in the order CC, CD, DC, DD. */
  public List<Outcome> pureEquilibria() {
    List<Outcome> found = new ArrayList<>();
    for (int i = COOPERATE; i <= DEFECT; i++) {
      for (int j = COOPERATE; j <= DEFECT; j++) {
        boolean firstStays = payoff(i, j).first() >= payoff(1 - i, j).first();
        boolean secondStays = payoff(i, j).second() >= payoff(i, 1 - j).second();
        if (firstStays && secondStays) {
          found.add(new Outcome(i, j));
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The equilibrium in which each player's mix leaves the other indifferent, if both mixes are
   * inside (0, 1).
   */
  public Optional<Mixed> mixedEquilibrium() {
    double p = (dd.second - dc.second) / (cc.second - cd.second - dc.second + dd.second);
    double q = (dd.first - cd.first) / (cc.first - cd.first - dc.first + dd.first);
    boolean inside = p > 0 && p < 1 && q > 0 && q < 1;
    return inside ? Optional.of(new Mixed(p, q)) : Optional.empty();
  }

  /**
   * All Nash equilibria, exactly: each is a point, a line or the whole square of mixes; see {@link
   * Equilibrium}.
   */
  public List<Equilibrium> equilibria() {
    return EquilibriumSet.of(this);
  }

  /** Whether each player would lose by another action, given the other's. */
  public boolean isStrictEquilibrium(Outcome outcome) {
    int i = outcome.first();
    int j = outcome.second();
    return payoff(i, j).first() > payoff(1 - i, j).first()
        && payoff(i, j).second() > payoff(i, 1 - j).second();
  }

  /** The outcomes with the highest joint payoff, in the order CC, CD, DC, DD. */
  public List<Outcome> teamOptima() {
    return outcomes().filter(o -> payoff(o.first(), o.second()).joint() == optimum()).toList();
  }

  /**
   * Whether a player would do better by the other action, whatever the other player does: nobody
   * who plays for its own payoff stays there.
   */
  public boolean isDominated(Outcome outcome) {
    int i = outcome.first();
    int j = outcome.second();
    return (gainOfFirst(i, 0) > 0 && gainOfFirst(i, 1) > 0)
        || (gainOfSecond(0, j) > 0 && gainOfSecond(1, j) > 0);
  }

  /**
   * What comes out if the first player moves first and the second sees it, each for its own payoff:
   * the subgame-perfect outcomes in pure strategies (Selten, 1965), for every way in which the
   * second may choose where it is indifferent; in the order CC, CD, DC, DD.
   */
  public List<Outcome> sequentialOutcomes() {
    return outcomes()
        .filter(o -> gainOfSecond(o.first(), o.second()) <= 0)
        .filter(o -> payoff(o.first(), o.second()).first() >= leastAfter(1 - o.first()))
        .toList();
  }

  /** What the first gets by an action if the second answers best, and among its best as badly. */
  private double leastAfter(int first) {
    double gain = gainOfSecond(first, COOPERATE);
    double answeredC = payoff(first, COOPERATE).first();
    double answeredD = payoff(first, DEFECT).first();
    if (gain == 0) {
      return Math.min(answeredC, answeredD);
    }
    return gain < 0 ? answeredC : answeredD;
  }

  /**
   * What the first player does best against a mix of the second.
   *
   * @param second how probably the second cooperates, in [0, 1]
   * @throws SettingException if it is not
   */
  public BestResponse bestOfFirst(double second) {
    requireShare("second", second);
    return BestResponse.of(
        mean(second, cc.first, cd.first), mean(second, dc.first, dd.first), spread());
  }

  /**
   * What the second player does best against a mix of the first.
   *
   * @param first how probably the first cooperates, in [0, 1]
   * @throws SettingException if it is not
   */
  public BestResponse bestOfSecond(double first) {
    requireShare("first", first);
    return BestResponse.of(
        mean(first, cc.second, dc.second), mean(first, cd.second, dd.second), spread());
  }

  /**
   * How much both players together could gain if each alone chose its best action (Lanctot et al.,
   * 2017): Σ over players of max<sub>action</sub> u(action, other) - u(mix, other). 0 in an
   * equilibrium, and only there.
   *
   * @param first how probably the first cooperates, in [0, 1]
   * @param second how probably the second cooperates, independently of the first
   * @return in payoffs, 0 or more
   * @throws SettingException if one is not in [0, 1]
   */
  public double nashConv(double first, double second) {
    requireShare("first", first);
    requireShare("second", second);
    double c1 = mean(second, cc.first, cd.first);
    double d1 = mean(second, dc.first, dd.first);
    double c2 = mean(first, cc.second, dc.second);
    double d2 = mean(first, cd.second, dd.second);
    return Math.max(0, Math.max(c1, d1) - mean(first, c1, d1))
        + Math.max(0, Math.max(c2, d2) - mean(second, c2, d2));
  }

  /** The Java expression that makes this game. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Bimatrix.of(");
    for (Payoff p : List.of(cc, cd, dc, dd)) {
      text.append(number(p.first)).append(", ").append(number(p.second)).append(", ");
    }
    text.setLength(text.length() - 2);
    return text.append(")").toString();
  }

  private static Stream<Outcome> outcomes() {
    return Stream.of(new Outcome(0, 0), new Outcome(0, 1), new Outcome(1, 0), new Outcome(1, 1));
  }

  /** What the first would gain by its other action. */
  private double gainOfFirst(int first, int second) {
    return payoff(1 - first, second).first() - payoff(first, second).first();
  }

  /** What the second would gain by its other action. */
  private double gainOfSecond(int first, int second) {
    return payoff(first, 1 - second).second() - payoff(first, second).second();
  }

  private static double mean(double share, double ifC, double ifD) {
    return share * ifC + (1 - share) * ifD;
  }

  /** The largest payoff in size: what rounding is relative to. */
  private double spread() {
    return Stream.of(cc, cd, dc, dd)
        .mapToDouble(p -> Math.max(Math.abs(p.first), Math.abs(p.second)))
        .max()
        .orElseThrow();
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new SettingException(Problem.with(name).got(share).allowed("0 to 1"));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
