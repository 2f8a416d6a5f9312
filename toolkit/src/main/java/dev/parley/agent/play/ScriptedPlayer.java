package dev.parley.agent.play;

import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has scripts choose: one for each episode of a batch. */
final class ScriptedPlayer implements Players {

  private final Seat seat;
  private final List<Script> scripts = new ArrayList<>();
  private final RandomStream seeds;

  ScriptedPlayer(Seat seat, ScriptedPartner partner, int batch, RandomStream seeds) {
    this.seat = seat;
    this.seeds = seeds;
    for (int e = 0; e < batch; e++) {
      scripts.add(partner.maker().get());
    }
  }

  @Override
  public void begin() {
    scripts.forEach(script -> script.begin(seeds.nextLong()));
  }

  @Override
  public void look(Table table, int step) {
    // It is shown what there is when it is to choose.
  }

  @Override
  public void greedy(boolean best) {
    // What is drawn in it, only its author knows.
  }

  @Override
  public void choose(Table table, int step) {
    for (int e = 0; e < scripts.size(); e++) {
      if (table.episodes().acts(seat.agent(), e)) {
        ask(table, e);
      }
    }
  }

  private void ask(Table table, int episode) {
    int from = episode * seat.inputs();
    int width = seat.features() + seat.pixels() + seat.classes();
    float[] seen = Arrays.copyOfRange(table.seen(seat.agent()), from, from + width);
    boolean[][] open = new boolean[seat.heads().size()][];
    for (int h = 0; h < open.length; h++) {
      open[h] = new boolean[seat.heads().get(h).options()];
      for (int option = 0; option < open[h].length; option++) {
        open[h][option] = table.mask(seat, h, option, episode) == 0;
      }
    }
    int[] chosen = scripts.get(episode).choose(seen, open);
    if (chosen.length != open.length) {
      String count = open.length + ", one for each of its choices";
      throw Partner.wrong(seat, chosen.length + " choices", count);
    }
    for (int h = 0; h < open.length; h++) {
      if (chosen[h] < 0 || chosen[h] >= open[h].length || !open[h][chosen[h]]) {
        throw Partner.wrong(seat, "choice " + chosen[h], open(open[h]));
      }
      table.actions().choice(seat.agent(), seat.heads().get(h).which())[episode] = chosen[h];
    }
  }

  private static String open(boolean[] options) {
    List<Integer> open = new ArrayList<>();
    for (int option = 0; option < options.length; option++) {
      if (options[option]) {
        open.add(option);
      }
    }
    return open.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, RandomStream> chances() {
    return Map.of("seeds", seeds);
  }
}
