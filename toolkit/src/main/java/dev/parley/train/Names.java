package dev.parley.train;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.util.List;

/** Places of names that somebody asks for. */
final class Names {

  private Names() {}

  /**
   * The place of a name among those that there are.
   *
   * @throws SettingException if there is none; it says what there is
   */
  static int place(String kind, String name, List<String> known) {
    int place = known.indexOf(name);
    if (place < 0) {
      Problem problem = Problem.with(kind).got(name).allowed(String.join(", ", known));
      throw new SettingException(
          Nearest.to(name, known)
              .map(nearest -> problem.hint("did you mean " + nearest + "?"))
              .orElse(problem));
    }
    return place;
  }
}
