package dev.parley.agent.play;

import dev.parley.env.Role;
import dev.parley.error.Problem;
import dev.parley.train.Setup;
import java.util.ArrayList;
import java.util.List;

/** Settings of the data in a game that shows none. */
public final class Unused {

  private Unused() {}

  /** One problem for each setting of a plan that can have no effect. */
  public static List<Problem> of(Setup setup) {
    List<Problem> found = new ArrayList<>();
    if (setup.environment().roles().stream().anyMatch(Role::seesSignal)) {
      return found;
    }
    if (!setup.dataset().equals(Setup.DEFAULT.dataset())) {
      found.add(
          Problem.with("dataset")
              .got(setup.dataset())
              .allowed("none where nobody sees its signals")
              .fact("environment", setup.environment().toString()));
    }
    if (setup.holdout() != Setup.DEFAULT.holdout()) {
      found.add(
          Problem.with("holdout")
              .got(setup.holdout())
              .allowed("none where nobody sees signals of a data set")
              .fact("environment", setup.environment().toString()));
    }
    return found;
  }
}
