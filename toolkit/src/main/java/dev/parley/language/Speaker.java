package dev.parley.language;

import dev.parley.analysis.Messages;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** One agent's messages, and what they could be about, episode by episode. */
final class Speaker {

  /** The label of the signal, as a thing that a message can be about. */
  static final String LABEL = "label";

  /** What there is to tell, where the game knows it. */
  static final String TOPIC = "topic";

  /** What the speaker does in the same episode. */
  static final String ACTION = "own action";

  private final String name;
  private final Messages messages;
  private final Map<String, int[]> subjects = new LinkedHashMap<>();

  Speaker(MessageLog log, int agent, IntFunction<OptionalInt> topics) {
    name = log.name(agent);
    messages = log.messages(agent);
    int[] labels = log.labels();
    subjects.put(LABEL, labels);
    OptionalInt[] known = Arrays.stream(labels).mapToObj(topics).toArray(OptionalInt[]::new);
    if (known.length > 0 && Arrays.stream(known).allMatch(OptionalInt::isPresent)) {
      subjects.put(TOPIC, Arrays.stream(known).mapToInt(OptionalInt::getAsInt).toArray());
    }
    subjects.put(ACTION, log.actions(agent));
    for (int other = 0; other < log.agents(); other++) {
      if (other != agent) {
        subjects.put("action of " + log.name(other), log.actions(other));
        subjects.put("message of " + log.name(other), log.messages(other).types());
      }
    }
  }

  String name() {
    return name;
  }

  Messages messages() {
    return messages;
  }

  /** What the messages could be about, by name: a value an episode. */
  Map<String, int[]> subjects() {
    return subjects;
  }

  int[] labels() {
    return subject(LABEL);
  }

  int[] actions() {
    return subject(ACTION);
  }

  private int[] subject(String about) {
    return subjects.getOrDefault(about, new int[0]);
  }
}
