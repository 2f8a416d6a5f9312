package dev.parley.bench.measure;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A game whose episodes are written down as they are played, so that another program can play them
 * again: what agents see at every step and after the last, what they choose, and what they earn.
 * All agents act in every step, by choices alone, and all episodes have the same number of steps.
 */
public final class Recorded implements Environment {

  private final Environment game;
  private final List<float[]> seen = new ArrayList<>();
  private final List<int[]> chosen = new ArrayList<>();
  private final List<double[]> earned = new ArrayList<>();
  private int rounds;

  /** Nothing is written down yet. */
  public Recorded(Environment game) {
    this.game = game;
  }

  /**
   * Writes {@code seen.f32} [rounds, steps + 1, agents: batch, numbers], {@code choices.i32}
   * [rounds, steps, agents: parts, batch] and {@code rewards.f64} [rounds, steps, agents, batch].
   *
   * @return what a layout has to say of them
   */
  public Map<String, Object> write(Export export) throws IOException {
    export.floats("seen.f32", floats(seen));
    export.wholes("choices.i32", chosen.stream().flatMapToInt(Arrays::stream).toArray());
    export.doubles("rewards.f64", earned.stream().flatMapToDouble(Arrays::stream).toArray());
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("rounds", rounds);
    layout.put("widths", game.roles().stream().map(Role::features).toList());
    layout.put("parts", game.roles().stream().map(role -> Actions.choices(role.action())).toList());
    return layout;
  }

  private static float[] floats(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Override
  public List<Role> roles() {
    return game.roles();
  }

  @Override
  public Anchors anchors(Samples samples) {
    return game.anchors(samples);
  }

  @Override
  public int topics() {
    return game.topics();
  }

  @Override
  public OptionalInt longest() {
    return game.longest();
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Played(game.open(samples, batch, streams));
  }

  @Override
  public String toString() {
    return "Recorded(" + game + ")";
  }

  /** Episodes of the game, listened to. */
  private final class Played extends Passed {

    Played(Episodes episodes) {
      super(episodes);
    }

    @Override
    public void reset() {
      super.reset();
      rounds++;
    }

    @Override
    public void observe(int agent, float[] into) {
      super.observe(agent, into);
      seen.add(into.clone());
    }

    @Override
    public void step(Actions actions) {
      super.step(actions);
      for (int agent = 0; agent < game.roles().size(); agent++) {
        for (int part = 0; part < Actions.choices(game.roles().get(agent).action()); part++) {
          chosen.add(actions.choice(agent, part).clone());
        }
        double[] rewards = new double[batch()];
        for (int episode = 0; episode < rewards.length; episode++) {
          rewards[episode] = reward(agent, episode);
        }
        earned.add(rewards);
      }
    }
  }
}
