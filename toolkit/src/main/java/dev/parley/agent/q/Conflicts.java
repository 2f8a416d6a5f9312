package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.channel.ReinforceChannel;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import dev.parley.env.Actions;
import dev.parley.env.Role;
import dev.parley.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Settings of a plan that do not fit together. */
final class Conflicts {

  private final QLearning plan;
  private final List<Role> roles;
  private final List<Problem> found = new ArrayList<>();

  private Conflicts(QLearning plan) {
    this.plan = plan;
    roles = plan.setup().environment().roles();
  }

  static List<Problem> of(QLearning plan) {
    Conflicts conflicts = new Conflicts(plan);
    conflicts.ofGame();
    conflicts.ofChannel();
    conflicts.ofListeners();
    conflicts.ofBatch();
    return conflicts.found;
  }

  private void ofGame() {
    if (roles.stream().anyMatch(role -> Actions.numbers(role.action()) > 0)) {
      found.add(unfit("games in which every action is a choice").hint("such as continuous(false)"));
    } else if (Wiring.of(plan.seats(), plan.speech(), plan.channel()).stream()
        .noneMatch(wiring -> !wiring.choices().isEmpty())) {
      found.add(unfit("games in which somebody chooses what it does"));
    }
    String game = plan.setup().environment().toString();
    plan.policies()
        .problems(roles, plan.seats())
        .forEach(problem -> found.add(problem.fact("environment", game)));
  }

  private Problem unfit(String allowed) {
    return Problem.with("environment").got(plan.setup().environment()).allowed(allowed);
  }

  private void ofChannel() {
    if (plan.channel().isAction()) {
      return;
    }
    plan.seats().stream()
        .flatMap(seat -> seat.heads().stream())
        .filter(Seat.Head::isSaid)
        .map(Seat.Head::options)
        .distinct()
        .forEach(symbols -> plan.channel().conflict(symbols).ifPresent(found::add));
    if (plan.replay() > 0) {
      found.add(
          Problem.with("replay")
              .got(plan.replay())
              .allowed("0 with " + plan.channel())
              .hint("what was said on a channel with a gradient is not what would be said now"));
    }
  }

  /** A gradient, and statistics of what is heard, are of learners who hear; none if silent. */
  private void ofListeners() {
    if (plan.speech() == Speech.SILENT) {
      return;
    }
    List<Wiring> all = Wiring.of(plan.seats(), plan.speech(), plan.channel());
    List<Wiring> learners =
        plan.policies().groups(plan.seats()).values().stream()
            .flatMap(List::stream)
            .map(seat -> all.get(seat.agent()))
            .toList();
    if (!plan.channel().isAction() && !isLearned(learners)) {
      found.add(
          Problem.with("channel")
              .got(plan.channel())
              .allowed(Channel.actions() + " where nobody who learns hears another who does")
              .hint("no gradient comes back from anybody"));
    }
    if (plan.batchNorm() && learners.stream().allMatch(wiring -> wiring.ears().isEmpty())) {
      found.add(
          Problem.with("batchNorm")
              .got(true)
              .allowed("false where nobody who learns hears anything")
              .hint("nothing to normalise"));
    }
  }

  /** Whether anything tells speakers on the channel what to say. */
  private boolean isLearned(List<Wiring> learners) {
    if (plan.channel() instanceof ReinforceChannel) {
      return learners.stream().anyMatch(speaker -> !speaker.words().isEmpty());
    }
    return learners.stream()
        .anyMatch(
            listener ->
                learners.stream()
                    .anyMatch(
                        speaker ->
                            speaker.seat().agent() != listener.seat().agent()
                                && listener.hears(speaker)));
  }

  private void ofBatch() {
    int batch = plan.setup().batch();
    if (plan.replay() > 0 && plan.replay() < batch) {
      found.add(
          Problem.with("replay")
              .got(plan.replay())
              .allowed("0, or at least the batch: " + batch + " episodes"));
    }
    List<Wiring> all = Wiring.of(plan.seats(), plan.speech(), plan.channel());
    Memory.tooLarge(plan, all).ifPresent(found::add);
    boolean alone =
        plan.policies().groups(plan.seats()).values().stream().anyMatch(group -> group.size() == 1);
    if (plan.batchNorm() && batch == 1 && alone) {
      found.add(
          Problem.with("batchNorm")
              .got(true)
              .allowed("false for one episode at a time")
              .hint("nothing to normalise over"));
    }
  }
}
