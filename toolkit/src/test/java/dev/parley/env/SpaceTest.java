package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.PlanException;
import dev.parley.random.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import story.Prompt;

final class SpaceTest {

  private static final Space MOVE_AND_SAY =
      Space.dictionary("move", Space.discrete("stay", "left", "right"))
          .and("say", Space.message(2, 4))
          .and("push", Space.box(-1, 1, 2));

  static Stream<Space> all() {
    return Stream.of(
        Space.box(-1, 2.5, 3),
        Space.box(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 2, 2),
        Space.discrete(5),
        Space.discrete("stay", "\"go\""),
        Space.symbol(3),
        Space.multiDiscrete(2, 3),
        Space.message(2, 7),
        Space.nothing(),
        MOVE_AND_SAY,
        Space.dictionary("inner", MOVE_AND_SAY).said());
  }

  @ParameterizedTest
  @MethodSource("all")
  void samplesAreValuesAndSurviveTheFlatForm(Space space) {
    RandomStream stream = new RandomStream(3);
    for (int i = 0; i < 20; i++) {
      Object value = space.sample(stream);
      assertTrue(space.contains(value));
      float[] flat = new float[space.width() + 2];
      space.flatten(value, flat, 1);
      Object back = space.unflatten(flat, 1);
      assertTrue(space.contains(back));
      float[] again = new float[flat.length];
      space.flatten(back, again, 1);
      assertArrayEquals(flat, again);
      assertEquals(0, flat[0] + flat[flat.length - 1], "writes nothing outside");
    }
  }

  @Test
  void textCanBePastedBack() {
    try (Prompt prompt = new Prompt()) {
      all().forEach(space -> assertEquals(space, prompt.value(space.toString())));
    }
  }

  @Test
  void flatFormIsOneHotInOrder() {
    float[] flat = new float[MOVE_AND_SAY.width()];
    Object value = Map.of("move", 2, "say", new int[] {1, 3}, "push", new double[] {0.5, -1});
    MOVE_AND_SAY.flatten(value, flat, 0);
    assertArrayEquals(new float[] {0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0.5f, -1}, flat);
  }

  @Test
  void leavesByPath() {
    List<Space.Leaf> leaves = MOVE_AND_SAY.leaves();
    assertEquals(
        List.of("move", "say_0", "say_1", "push"), leaves.stream().map(Space.Leaf::name).toList());
    assertEquals(Space.symbol(4), leaves.get(1).space());
    assertEquals(3, Actions.choices(MOVE_AND_SAY));
    assertEquals(2, Actions.numbers(MOVE_AND_SAY));
  }

  @Test
  void whatIsNoValue() {
    assertFalse(Space.box(0, 1, 2).contains(new double[] {0, 1.1}));
    assertFalse(Space.box(0, 1, 2).contains(new double[] {0, Double.NaN}));
    assertFalse(Space.box(0, 1, 2).contains(new double[] {0}));
    assertFalse(Space.discrete(3).contains(3));
    assertFalse(Space.discrete(3).contains(1.0));
    assertFalse(Space.multiDiscrete(2, 2).contains(new int[] {0, 2}));
    assertFalse(MOVE_AND_SAY.contains(Map.of("move", 1)));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Space.discrete(3).flatten(4, new float[3], 0));
    assertEquals("value: got 4, allowed: one of Space.discrete(3)", e.getMessage());
  }

  @Test
  void spacesThatCannotBe() {
    assertThrows(PlanException.class, () -> Space.box(1, 1, 2));
    assertThrows(PlanException.class, () -> Space.box(0, Double.NaN, 2));
    assertThrows(PlanException.class, () -> Space.box(0, 1));
    assertThrows(PlanException.class, () -> Space.box(0, 1, 0));
    assertThrows(PlanException.class, () -> Space.discrete(0));
    assertThrows(PlanException.class, () -> Space.discrete("a", "a"));
    assertThrows(PlanException.class, () -> Space.multiDiscrete());
    assertThrows(
        PlanException.class,
        () -> Space.dictionary("a", Space.discrete(2)).and("a", Space.discrete(2)));
  }
}
