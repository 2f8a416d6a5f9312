package dev.parley.agent.play;

import dev.parley.error.DataException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.train.Setting;
import dev.parley.train.Trained;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A policy from a checkpoint of another run, which stays as it is.
 *
 * @param checkpoint the file, or a folder that has it
 * @param policy the name of the policy there; empty for that of the agent, or the only one
 * @param sha256 of the file: a plan whose file has changed since is refused
 */
public record FrozenPartner(Path checkpoint, String policy, String sha256) implements Partner {

  private static final String PREFIX = "policy_";

  /** Checks that all are given. */
  public FrozenPartner {
    Setting.given("checkpoint", checkpoint);
    Setting.given("policy", policy);
    Setting.given("sha256", sha256);
  }

  /** Another policy of the same checkpoint, by its name: that of an agent, or of several. */
  public FrozenPartner policy(String name) {
    return new FrozenPartner(checkpoint, name, sha256);
  }

  /**
   * Gives what was trained to an algorithm.
   *
   * @param seat whose place it takes
   * @param algorithm the kind of plan that the checkpoint must be of
   * @param content is given the file, and the name of the learner's part that is the policy
   * @throws PlanException if the file is not what it was, of another algorithm, or does not fit
   */
  public void read(Seat seat, String algorithm, BiConsumer<Trained, String> content) {
    try {
      if (!Trained.sha256(checkpoint).equals(sha256)) {
        throw refused(seat, "another file than when the plan was made", "the same file");
      }
      try (Trained trained = Trained.open(checkpoint)) {
        if (!trained.algorithm().equals(algorithm)) {
          throw refused(seat, trained.algorithm(), "a checkpoint of " + algorithm);
        }
        content.accept(trained, PREFIX + name(seat, trained.parts(PREFIX)));
      }
    } catch (DataException e) {
      throw refused(
          seat,
          String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", "; "),
          "a policy for what the agent sees and does");
    }
  }

  private String name(Seat seat, List<String> there) {
    String wanted = policy.isEmpty() ? seat.name() : policy;
    if (there.contains(wanted)) {
      return wanted;
    }
    if (policy.isEmpty() && there.size() == 1) {
      return there.get(0);
    }
    throw refused(seat, "no policy " + wanted, String.join(", ", there));
  }

  private PlanException refused(Seat seat, String got, String allowed) {
    return new PlanException(
        List.of(
            Problem.with("partner " + seat.name())
                .got(got)
                .allowed(allowed)
                .fact("checkpoint", Trained.file(checkpoint).toString())));
  }

  @Override
  public String toString() {
    return "Partner.frozen(Path.of("
        + Policies.quoted(checkpoint.toString())
        + "))"
        + (policy.isEmpty() ? "" : ".policy(" + Policies.quoted(policy) + ")");
  }
}
