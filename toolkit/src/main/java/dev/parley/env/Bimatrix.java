package dev.parley.env;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
