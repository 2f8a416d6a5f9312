package dev.parley.bench.measure;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Discrete;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Worlds of MPE that are stepped by random choices. A step of a world is a step of all its agents;
 * every agent looks at the beginning of an episode and after each of its steps.
 */
public final class WorldSteps {

  /** Steps of an episode. */
  public static final int STEPS = 25;

  private static final int SEED = 1;
  private static final int CHECKED_BATCH = 32;
  private static final int CHECKED_ROUNDS = 4;

  /** One choice of an agent. */
  private record Choice(int agent, int which, int options) {}

  private final Episodes episodes;
  private final Actions actions;
  private final float[][] seen;
  private final List<Choice> choices = new ArrayList<>();
  private final RandomStream random = Streams.of(SEED).stream("choices");

  /** So many worlds of a game. */
  public WorldSteps(Environment game, int batch) {
    List<Role> roles = game.roles();
    Samples none = Signals.of(2, 1).load();
    episodes = game.open(none, batch, Streams.of(SEED).child("episodes"));
    actions = new Actions(roles, batch);
    seen = new float[roles.size()][];
    for (int agent = 0; agent < seen.length; agent++) {
      seen[agent] = new float[batch * roles.get(agent).features()];
      int which = 0;
      for (Space.Leaf leaf : roles.get(agent).action().leaves()) {
        if (leaf.space() instanceof Discrete choice) {
          choices.add(new Choice(agent, which++, choice.count()));
        }
      }
    }
  }

  /** A game by the name that the peer knows it by. */
  public static Environment game(String name) {
    return switch (name) {
      case "speaker-listener" -> SimpleSpeakerListener.standard();
      case "reference" -> SimpleReference.standard();
      default -> throw new IllegalArgumentException("no game " + name);
    };
  }

  /** An episode in every world. */
  public void episode() {
    episodes.reset();
    look();
    for (int step = 0; step < STEPS; step++) {
      for (Choice choice : choices) {
        int[] into = actions.choice(choice.agent(), choice.which());
        for (int world = 0; world < into.length; world++) {
          into[world] = random.nextInt(choice.options());
        }
      }
      episodes.step(actions);
      look();
    }
  }

  private void look() {
    for (int agent = 0; agent < seen.length; agent++) {
      episodes.observe(agent, seen[agent]);
    }
  }

  /** Writes some episodes for the peer to play again. */
  static void export(String name, Export export) throws IOException {
    Recorded game = new Recorded(game(name));
    WorldSteps steps = new WorldSteps(game, CHECKED_BATCH);
    for (int round = 0; round < CHECKED_ROUNDS; round++) {
      steps.episode();
    }
    Map<String, Object> layout = game.write(export);
    layout.put("game", name);
    layout.put("batch", CHECKED_BATCH);
    export.layout(layout);
  }
}
