package dev.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be said of a measurement beside its numbers, in a section of its own. */
final class Remarks {

  private static final Map<String, String> TEXTS = texts();

  private Remarks() {}

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("P11", STEPPING);
    texts.put("P12", LEARNING);
    texts.put("P13", LEARNED);
    return texts;
  }

  private static final String STEPPING =
      """
      ## P11: steps of worlds

      ![Steps of a world in a second by batch size](benchmarks-worlds.png)

      A step is a step of one world, and of all agents in it. Choices are random. Both sides make what every agent sees, as 32-bit
      floats, at the beginning of an episode and after each of its 25 steps; beginning it is a part of the time. Both have one thread.
      Before anything is timed, worlds of mpe2 are put where ours began and given the same choices, and must come to the same views
      and rewards, to 1e-4; the toolkit's tests hold 500 episodes to 1e-9.

      mpe2 has no form for many worlds at once: a batch is as many of its environments in a loop, and costs as much a step as one. Its time
      goes into Python's calls: small numpy arrays, an object for each body, and PettingZoo's wrappers around them. Ours is a loop over
      plain arrays; drawing the choices and writing what is seen are a large part of it. A learner does far more than that
      for each step, so this ratio tells little of how long training takes: P12 does.
      """;

  private static final String LEARNING =
      """
      ## P12: PPO from the worlds to the weights

      `Experiment.ppo()` beside `benchmarks/peers/ppo.py`, which we wrote for this: 32 episodes of 25 steps a round, an actor and a
      central critic of 64-64 for each agent, generalised advantages, 10 passes of two minibatches of 400, the same losses, clipping
      and Adam (fused). The steps of one world are divided by the whole time of a round, logging included. Before anything is timed,
      the peer's worlds are held against ours as P11's are, and it learns from two of our rounds again, from the same weights and
      with the same minibatches: 40 steps of each optimiser, which must log the same losses, entropies and divergences, to 1e-4.

      The peer acts for all episodes in one call an agent and step, and judges a round at once when it is over. Its worlds are those
      of mpe2 in a loop, as its users have them, or a speaker-listener in numpy arrays over the batch, which costs next to nothing:
      that row is what our learner alone gains, and a bound for anybody who steps mpe2 in several processes. In
      PyTorch learning is mostly calls, a few hundred for each of forty small steps a round. In ours about half of it is matrix products
      near the speed of large ones, so that larger nets or minibatches bring the two closer. A round of 800 steps:
      """;

  private static final String LEARNED =
      """
      ## P13: both learn the same

      Return of an agent an episode, the mean of the 80 rounds up to then; blind play is worth -15.3, a perfect code -7.6. Seeds are
      those that settings were tuned on. The two programs draw other numbers from a seed, so rows of one seed have no more in common
      than others. Some runs wait near -11.5 for a while before a word for the third goal is found. Worlds of mpe2, which take minutes,
      have one seed.
      """;

  /** Whether what a result is made of stands in its section. */
  static boolean has(Result result) {
    return TEXTS.containsKey(result.id());
  }

  /** The sections of what was measured. */
  static String of(List<Result> results) {
    StringBuilder sections = new StringBuilder();
    for (Result result : results) {
      String text = TEXTS.get(result.id());
      if (text != null) {
        sections.append('\n').append(text);
        sections.append(parts(result.details()));
        Curves curves = result.curves();
        if (curves != null && !curves.returns().isEmpty()) {
          sections.append('\n').append(curves.table());
        }
      }
    }
    return sections.toString();
  }

  /** Milliseconds of a round by who learned and what on; details are named {@code who: what}. */
  private static String parts(Map<String, Double> details) {
    Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
    details.forEach(
        (name, seconds) -> {
          int colon = name.indexOf(": ");
          rows.computeIfAbsent(name.substring(0, colon), k -> new LinkedHashMap<>())
              .put(name.substring(colon + 2), seconds);
        });
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, Map<String, Double>> row : rows.entrySet()) {
      Map<String, Double> cells = row.getValue();
      if (table.isEmpty()) {
        table.append("\n| milliseconds of a round | ").append(String.join(" | ", cells.keySet()));
        table.append(" |\n|---|").append("---|".repeat(cells.size())).append('\n');
      }
      table.append("| ").append(row.getKey()).append(" |");
      cells
          .values()
          .forEach(seconds -> table.append(' ').append(Side.digits(seconds * 1e3)).append(" |"));
      table.append('\n');
    }
    return table.toString();
  }
}
