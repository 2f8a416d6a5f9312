package dev.parley.env;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An agent's actions as values of its action space, and back. */
final class ActionReader {

  private final int agent;
  private final Space space;
  private final int numbers;
  private int choice;
  private int number;

  ActionReader(int agent, Space space) {
    this.agent = agent;
    this.space = space;
    this.numbers = Actions.numbers(space);
  }

  /** What the agent does in an episode. */
  Object value(Actions actions, int episode) {
    choice = 0;
    number = episode * numbers;
    return value(space, actions, episode);
  }

  private Object value(Space part, Actions actions, int episode) {
    if (part instanceof Discrete) {
      return actions.choice(agent, choice++)[episode];
    }
    if (part instanceof MultiDiscrete several) {
      int[] values = new int[several.counts().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = actions.choice(agent, choice++)[episode];
      }
      return values;
    }
    if (part instanceof Box box) {
      double[] values = box.unflatten(actions.numbers(agent), number);
      number += values.length;
      return values;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Dict.Part inner : ((Dict) part).parts()) {
      values.put(inner.key(), value(inner.space(), actions, episode));
    }
    return values;
  }

  /** Writes a value of the space as what the agent does in an episode. */
  void set(Object value, Actions actions, int episode) {
    choice = 0;
    number = episode * numbers;
    Spaces.require(space, value);
    set(space, value, actions, episode);
  }

  private void set(Space part, Object value, Actions actions, int episode) {
    if (part instanceof Discrete) {
      actions.choice(agent, choice++)[episode] = (Integer) value;
    } else if (part instanceof MultiDiscrete) {
      for (int each : (int[]) value) {
        actions.choice(agent, choice++)[episode] = each;
      }
    } else if (part instanceof Box box) {
      box.flatten(value, actions.numbers(agent), number);
      number += box.width();
    } else {
      for (Dict.Part inner : ((Dict) part).parts()) {
        Object each = Objects.requireNonNull(((Map<?, ?>) value).get(inner.key()));
        set(inner.space(), each, actions, episode);
      }
    }
  }
}
