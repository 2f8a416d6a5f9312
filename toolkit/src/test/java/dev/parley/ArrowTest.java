package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of both modules, as compiled, against docs/architecture.md. */
class ArrowTest {

  private static final List<Arrow> ARROWS =
      Arrow.of(List.of(Repository.classes(Dataset.class), Repository.classes(Experiment.class)));
  private static final FloorPlan PAGE = FloorPlan.read();

  @Test
  void everyArrowIsAllowedByThePage() {
    assertEquals(
        List.of(), PAGE.forbidden(ARROWS), "imports that docs/architecture.md does not allow");
  }

  @Test
  void everyArrowOfThePageIsUsed() {
    Set<String> used = ARROWS.stream().map(Arrow::toString).collect(Collectors.toSet());
    List<String> unused = new ArrayList<>();
    PAGE.rooms()
        .forEach(
            (name, room) ->
                room.imports().stream()
                    .map(to -> name + " -> " + to)
                    .filter(arrow -> !used.contains(arrow))
                    .forEach(unused::add));
    assertEquals(List.of(), unused, "imports of docs/architecture.md that no class has");
  }

  @Test
  void everyArrowOfThePageGoesDown() {
    assertEquals(List.of(), PAGE.notDown(), "a package imports from lower floors only");
  }

  @Test
  void pageHasThePackagesThereAre() {
    assertEquals(
        ARROWS.stream().map(Arrow::room).collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(PAGE.rooms().keySet()));
  }

  @Test
  void librariesStayWhereThePageHasThem() {
    assertEquals(
        List.of(),
        PAGE.foreign(ARROWS),
        "libraries that docs/architecture.md does not allow there");
  }

  @Test
  void everyLibraryOfThePageIsUsedWhereItSays() {
    List<String> unused = new ArrayList<>();
    PAGE.libraries()
        .forEach(
            (library, users) -> {
              Set<String> seen =
                  ARROWS.stream()
                      .filter(arrow -> PAGE.mayUse(arrow, library))
                      .map(arrow -> users.contains(FloorPlan.EVERYWHERE) ? "" : arrow.room())
                      .collect(Collectors.toSet());
              if (seen.size() < users.size()) {
                unused.add(library + ": " + users + ", seen in " + seen);
              }
            });
    assertEquals(List.of(), unused, "libraries of docs/architecture.md that are not used there");
  }

  @Test
  void enoughWasSeen() {
    assertTrue(ARROWS.stream().map(Arrow::room).distinct().count() >= 14, "packages");
    assertTrue(ARROWS.stream().filter(Arrow::internal).count() >= 35, "arrows inside");
    assertTrue(
        ARROWS.stream().filter(a -> !a.internal() && !a.free()).count() >= 40, "arrows outside");
    assertTrue(PAGE.libraries().size() >= 10, "libraries");
  }

  @Test
  void arrowUpAndForeignLibraryAreNamed() {
    Arrow up = new Arrow("dev.parley.tensor", "dev.parley.nn", "classes");
    Arrow unknown = new Arrow("dev.parley.util", "dev.parley.error", "classes");
    Arrow engine = new Arrow("dev.parley.rl", "org.nd4j.linalg.factory", "nd4j.jar");
    Arrow base = new Arrow("dev.parley.rl", "java.util", "java.base");
    List<Arrow> arrows = List.of(up, unknown, engine, base);
    assertEquals("[tensor -> nn, util -> error]", PAGE.forbidden(arrows).toString());
    assertEquals("[rl -> org.nd4j.linalg.factory]", PAGE.foreign(arrows).toString());
    FloorPlan level = FloorPlan.parse(List.of("| 1 | `a` | | `b` |", "| 1 | `b` | | `c` |"));
    assertEquals(List.of("a -> b", "b -> c"), level.notDown());
  }
}
