package dev.parley.agent.play;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Setting;
import dev.parley.train.Trained;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Who plays in the place of an agent and does not learn: RLlib's policies that are not in {@code
 * policies_to_train}, its {@code RandomPolicy} and hand-written policies. In the audit they play as
 * in training; in evaluations those with nets do what they hold to be best.
 */
public sealed interface Partner
    permits RandomPartner, ConstantPartner, UntrainedPartner, FrozenPartner, ScriptedPartner {

  /** Chooses among what is open, each with the same probability. */
  static Partner random() {
    return new RandomPartner();
  }

  /**
   * Always chooses the same.
   *
   * @param choices one number for each choice of the agent's action, in the order of its space
   */
  static Partner constant(int... choices) {
    return new ConstantPartner(Arrays.stream(choices).boxed().toList());
  }

  /** A policy such as the agent alone would begin with, which stays as it is. */
  static Partner untrained() {
    return new UntrainedPartner();
  }

  /**
   * A policy that another run of the same algorithm has learned, which stays as it is: in training
   * it draws as it did at the end of that run, in evaluations it does what it holds to be best. It
   * is that of the agent of the same name, or the only one there is, unless {@link
   * FrozenPartner#policy} says which.
   *
   * @param checkpoint of that run, or a folder that has one
   * @throws dev.parley.error.DataException if it cannot be read
   */
  static FrozenPartner frozen(Path checkpoint) {
    Setting.given("checkpoint", checkpoint);
    return new FrozenPartner(checkpoint, "", Trained.sha256(checkpoint));
  }

  /**
   * Somebody's own code. A plan with it runs, but cannot be written to an archive and read back: a
   * piece of code has neither a text nor an equal.
   *
   * @param maker makes it anew, such as {@code MyPartner::new}: one for each episode that goes on
   *     beside others
   */
  static Partner scripted(Supplier<? extends Script> maker) {
    Setting.given("maker", maker);
    return new ScriptedPartner(maker);
  }

  /** What an agent cannot choose. */
  static SettingException wrong(Seat seat, String got, String allowed) {
    return new SettingException(Problem.with("partner " + seat.name()).got(got).allowed(allowed));
  }
}
