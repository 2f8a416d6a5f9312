package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.List;
import java.util.function.Supplier;

/**
 * A game of somebody's own, written as a {@link MultiAgentEnv}.
 *
 * @param maker makes it anew
 * @param anchors what joint rewards in it are worth
 */
public record OwnGame(Supplier<? extends MultiAgentEnv> maker, Anchors anchors)
    implements Environment {

  /** The same game, with what is known of its rewards. */
  public OwnGame anchors(Anchors known) {
    return new OwnGame(maker, known);
  }

  @Override
  public List<Role> roles() {
    MultiAgentEnv game = maker.get();
    return game.agents().stream()
        .map(a -> new Role(a, false, game.observationSpace(a), game.actionSpace(a)))
        .toList();
  }

  @Override
  public Anchors anchors(Samples samples) {
    return anchors;
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new OwnEpisodes(this, batch, streams.stream("episodes"));
  }

  @Override
  public String toString() {
    return "Environment.of(" + maker.get().getClass().getSimpleName() + "::new)";
  }
}
