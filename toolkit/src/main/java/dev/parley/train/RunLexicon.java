package dev.parley.train;

import dev.parley.analysis.Lexicon;
import dev.parley.env.Role;
import dev.parley.report.Tables;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** The lexicon of a run as a table. */
final class RunLexicon {

  private RunLexicon() {}

  static Table table(MessageLog log, List<Role> roles) {
    List<String> agents = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    List<Lexicon.Entry> entries = new ArrayList<>();
    for (int agent = 0; agent < log.agents(); agent++) {
      List<Lexicon.Entry> own = entries(log, agent);
      for (Lexicon.Entry entry : own) {
        agents.add(log.name(agent));
        actions.add(roles.get(agent).actions().get(entry.action()));
        entries.add(entry);
      }
    }
    return Tables.named("lexicon")
        .texts("agent", agents)
        .texts("message", entries.stream().map(Lexicon.Entry::message).toList())
        .wholes("count", entries.stream().mapToInt(Lexicon.Entry::count).toArray())
        .reals("share", entries.stream().mapToDouble(Lexicon.Entry::share).toArray())
        .wholes("label", entries.stream().mapToInt(Lexicon.Entry::label).toArray())
        .reals("label_share", entries.stream().mapToDouble(Lexicon.Entry::labelShare).toArray())
        .texts("action", actions)
        .reals("action_share", entries.stream().mapToDouble(Lexicon.Entry::actionShare).toArray())
        .table();
  }

  private static List<Lexicon.Entry> entries(MessageLog log, int agent) {
    int n = log.size();
    int[] labels = new int[n];
    int[] actions = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = log.label(i);
      actions[i] = log.action(i, agent);
    }
    return Lexicon.of(log.messages(agent), labels, actions);
  }
}
