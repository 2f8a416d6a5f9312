package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import dev.parley.env.Role;
import dev.parley.env.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who hears what of whom. */
class WiringTest {

  private static Role role(String name, int says, int room) {
    Space does = Space.dictionary("say", Space.message(1, says)).and("do", Space.discrete(2));
    Space seen = Space.dictionary("own", Space.discrete(3)).and("heard", Space.message(1, room));
    return new Role(name, false, false, seen, does);
  }

  private static List<Wiring> wirings(Role... roles) {
    return Wiring.of(Seat.of(List.of(roles), Speech.OPEN), Speech.OPEN, Channel.gumbel(1));
  }

  /** Its own vocabulary would fit into what the first hears, too. */
  @Test
  void whatIsHeardIsTheOthersVocabularyNotOnesOwn() {
    List<Wiring> both = wirings(role("few", 2, 4), role("many", 4, 2));
    assertEquals(List.of(new Wiring.Ear(3, 4)), both.get(0).ears());
    assertEquals(List.of(new Wiring.Ear(3, 2)), both.get(1).ears());
    assertTrue(both.get(0).hears(both.get(1)));
    assertTrue(both.get(1).hears(both.get(0)));
  }

  @Test
  void ofSeveralVocabulariesTheLargestThatFits() {
    List<Wiring> all = wirings(role("a", 2, 5), role("b", 4, 5), role("c", 5, 4));
    assertEquals(5, all.get(0).ears().get(0).symbols());
    assertEquals(5, all.get(1).ears().get(0).symbols());
    assertEquals(4, all.get(2).ears().get(0).symbols());
  }

  /** Who is alone hears nobody: what is marked as heard is seen. */
  @Test
  void nobodyHearsItself() {
    Wiring alone = wirings(role("alone", 3, 3)).get(0);
    assertEquals(List.of(), alone.ears());
    assertEquals(List.of(0, 1, 2, 3, 4, 5), alone.plain());
  }
}
