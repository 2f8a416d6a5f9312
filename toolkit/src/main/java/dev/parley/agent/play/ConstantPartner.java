package dev.parley.agent.play;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Always chooses the same; where that is closed, the first open choice counts.
 *
 * @param choices one number for each choice of the agent's action, from 0, in the order of its
 *     space; what it says is left out where a plan is silent
 */
public record ConstantPartner(List<Integer> choices) implements Partner {

  /** Copies the list. */
  public ConstantPartner {
    choices = List.copyOf(choices);
    if (choices.isEmpty() || choices.stream().anyMatch(choice -> choice < 0)) {
      throw new SettingException(
          Problem.with("partner").got(choices).allowed("one number of 0 or more for each choice"));
    }
  }

  /** What is wrong with it for an agent. */
  Optional<Problem> problem(Seat seat) {
    boolean fits = choices.size() == seat.heads().size();
    for (int h = 0; fits && h < choices.size(); h++) {
      fits = choices.get(h) < seat.heads().get(h).options();
    }
    String sizes =
        seat.heads().stream()
            .map(head -> "0 to " + (head.options() - 1))
            .collect(Collectors.joining(", "));
    return fits
        ? Optional.empty()
        : Optional.of(
            Problem.with("partner " + seat.name())
                .got(this)
                .allowed(sizes.isEmpty() ? "none: it has no choice" : sizes));
  }

  @Override
  public String toString() {
    return choices.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "Partner.constant(", ")"));
  }
}
