package story;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.Streams;
import java.util.List;

/** Games of a researcher's own. */
public final class Games {

  private Games() {}

  /** A game for one, which no algorithm can play; its class is nobody else's business. */
  public static Environment solitaire(int stake) {
    return new Solitaire(stake);
  }

  private record Solitaire(int stake) implements Environment {

    @Override
    public List<Role> roles() {
      return List.of(new Role("a", true, 0, List.of("stay", "go")));
    }

    @Override
    public Anchors anchors(Samples samples) {
      return new Anchors(0, 0, 0, stake);
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      throw new AssertionError("nothing is played");
    }
  }
}
