package dev.parley;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of docs/architecture.md.
 *
 * @param rooms packages of Parley by name
 * @param libraries the packages that may use a library, by the beginning of its packages' names
 */
record FloorPlan(Map<String, Room> rooms, Map<String, Set<String>> libraries) {

  /** What the page says of all packages at once. */
  static final String EVERYWHERE = "every package";

  /**
   * A package.
   *
   * @param floor 0 is the lowest
   * @param imports the packages that it may import
   */
  record Room(int floor, Set<String> imports) {}

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Reads the page. */
  static FloorPlan read() {
    try {
      return parse(Files.readAllLines(Repository.path("docs/architecture.md")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Rows of four cells that begin with a number are packages; rows of three cells, libraries. */
  static FloorPlan parse(List<String> lines) {
    Map<String, Room> rooms = new LinkedHashMap<>();
    Map<String, Set<String>> libraries = new LinkedHashMap<>();
    for (String line : lines) {
      List<String> cells = cells(line);
      if (cells.size() == 4 && cells.get(0).matches("\\d+")) {
        String name = names(cells.get(1)).iterator().next();
        rooms.put(name, new Room(Integer.parseInt(cells.get(0)), names(cells.get(3))));
      } else if (cells.size() == 3) {
        Set<String> users =
            cells.get(2).equals(EVERYWHERE) ? Set.of(EVERYWHERE) : names(cells.get(2));
        names(cells.get(1)).forEach(name -> libraries.put(name, users));
      }
    }
    return new FloorPlan(rooms, libraries);
  }

  /** Arrows between packages of Parley that the page does not allow. */
  List<Arrow> forbidden(List<Arrow> arrows) {
    return arrows.stream()
        .filter(Arrow::internal)
        .filter(a -> !rooms.containsKey(a.room()) || !importsOf(a.room()).contains(a.target()))
        .toList();
  }

  /** Arrows to libraries that the page does not allow. */
  List<Arrow> foreign(List<Arrow> arrows) {
    return arrows.stream()
        .filter(a -> !a.internal() && !a.free())
        .filter(a -> libraries.keySet().stream().noneMatch(name -> mayUse(a, name)))
        .toList();
  }

  /** Whether an arrow ends in a library and starts where the page allows it. */
  boolean mayUse(Arrow arrow, String library) {
    Set<String> users = libraries.getOrDefault(library, Set.of());
    return (arrow.to().equals(library) || arrow.to().startsWith(library + "."))
        && (users.contains(EVERYWHERE) || users.contains(arrow.room()));
  }

  /** Arrows of the page that do not go down. */
  List<String> notDown() {
    List<String> found = new ArrayList<>();
    rooms.forEach(
        (name, room) ->
            room.imports().stream()
                .filter(to -> !rooms.containsKey(to) || rooms.get(to).floor() >= room.floor())
                .forEach(to -> found.add(name + " -> " + to)));
    return found;
  }

  private Set<String> importsOf(String room) {
    Room found = rooms.get(room);
    return found == null ? Set.of() : found.imports();
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of();
    }
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static Set<String> names(String cell) {
    Set<String> names = new LinkedHashSet<>();
    Matcher code = CODE.matcher(cell);
    while (code.find()) {
      names.add(code.group(1));
    }
    return names;
  }
}
