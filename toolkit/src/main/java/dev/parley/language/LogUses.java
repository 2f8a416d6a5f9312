package dev.parley.language;

import dev.parley.analysis.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The chronicle of a log as uses. */
final class LogUses {

  private LogUses() {}

  static Lexicon lexicon(MessageLog log, List<List<String>> actions) {
    List<Uses> uses = new ArrayList<>();
    for (int agent = 0; agent < log.agents(); agent++) {
      uses.add(of(log, agent, actions.get(agent)));
    }
    return Lexicon.of(uses, Map.of(), log.chronicle().stride());
  }

  private static Uses of(MessageLog log, int agent, List<String> actions) {
    Chronicle chronicle = log.chronicle();
    int[][] rows = new int[chronicle.size()][];
    Arrays.setAll(rows, i -> chronicle.message(i, agent));
    Messages messages = Messages.of(rows, log.vocabulary());
    int[] types = messages.types();
    List<String> texts = new ArrayList<>();
    List<Use> uses = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (types[i] == texts.size()) {
        texts.add(messages.text(i));
      }
      String action = actions.get(chronicle.action(i, agent));
      uses.add(new Use(chronicle.round(i), chronicle.label(i), texts.get(types[i]), action, 1));
    }
    return Uses.of(log.name(agent), uses);
  }
}
