package dev.parley.env.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The map of a {@link Junction}: the number of each road cell, and the routes. Cars drive on the
 * right; a cell is its row times the size plus its column.
 *
 * <p>A route is told by its turns: on entering a crossing of two lanes with two, a car goes
 * straight on, turns right into the first lane that it meets, or left into the second. After two
 * crossings it goes straight on.
 */
final class Roads {

  /** What a cell without a road has instead of a number. */
  static final int NONE = -1;

  private static final int RIGHT_TURN = 1;
  private static final int LEFT_TURN = 2;
  private static final int TURNS = 3;

  /** Rows and columns of a step up, right, down, left. */
  private static final int[] DOWNWARD = {-1, 0, 1, 0};

  private static final int[] RIGHTWARD = {0, 1, 0, -1};

  private static final int UP = 0;
  private static final int RIGHT = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 3;

  private final int size;
  private final int lanes;
  private final int[] bands;
  private final int[] numbers;
  private final int[][] routes;
  private final int[] first;

  Roads(Junction level) {
    size = level.size();
    lanes = level == Junction.EASY ? 1 : 2;
    bands =
        switch (level) {
          case EASY -> new int[] {3};
          case MEDIUM -> new int[] {6};
          case HARD -> new int[] {4, 12};
        };
    numbers = numbered();
    List<int[]> found = new ArrayList<>();
    int[][] arrivals = arrivals(level);
    first = new int[arrivals.length + 1];
    for (int arrival = 0; arrival < arrivals.length; arrival++) {
      addRoutes(arrivals[arrival], level, found);
      first[arrival + 1] = found.size();
    }
    routes = found.toArray(int[][]::new);
  }

  /** Row, column and heading of each place where cars come from. */
  private static int[][] arrivals(Junction level) {
    return switch (level) {
      case EASY -> new int[][] {{0, 3, DOWN}, {3, 0, RIGHT}};
      case MEDIUM -> new int[][] {{0, 6, DOWN}, {13, 7, UP}, {7, 0, RIGHT}, {6, 13, LEFT}};
      case HARD ->
          new int[][] {
            {0, 4, DOWN}, {0, 12, DOWN}, {5, 0, RIGHT}, {13, 0, RIGHT},
            {17, 5, UP}, {17, 13, UP}, {4, 17, LEFT}, {12, 17, LEFT}
          };
    };
  }

  /** Roads from left to right, then from above to below, whose numbers stay where they cross. */
  private int[] numbered() {
    int[] map = new int[size * size];
    Arrays.fill(map, NONE);
    int next = 0;
    for (int band : bands) {
      for (int i = 0; i < lanes * size; i++) {
        map[band * size + i] = next++;
      }
    }
    for (int band : bands) {
      for (int i = 0; i < lanes * size; i++) {
        map[i / lanes * size + band + i % lanes] = next++;
      }
    }
    return map;
  }

  private void addRoutes(int[] arrival, Junction level, List<int[]> found) {
    if (level == Junction.EASY) {
      drive(arrival, 0, 0, found);
      return;
    }
    int seconds = level == Junction.HARD ? TURNS : 1;
    for (int turn = 0; turn < TURNS; turn++) {
      int crossings = 2;
      for (int then = 0; then < seconds && crossings > 1; then++) {
        crossings = drive(arrival, turn, then, found);
      }
    }
  }

  /** Adds a route, and returns how many crossings it has. */
  private int drive(int[] arrival, int turn, int then, List<int[]> found) {
    int row = arrival[0];
    int column = arrival[1];
    int heading = arrival[2];
    int[] route = new int[size * size];
    int length = 0;
    int crossings = 0;
    int met = 0;
    while (row >= 0 && row < size && column >= 0 && column < size) {
      route[length++] = row * size + column;
      met = lane(row) && lane(column) ? met + 1 : 0;
      crossings += met == 1 ? 1 : 0;
      int now = crossings == 1 ? turn : crossings == 2 ? then : 0;
      if (met == 1 && now == RIGHT_TURN) {
        heading = (heading + 1) % DOWNWARD.length;
      } else if (met == 2 && now == LEFT_TURN) {
        heading = (heading + 3) % DOWNWARD.length;
      }
      row += DOWNWARD[heading];
      column += RIGHTWARD[heading];
    }
    found.add(Arrays.copyOf(route, length));
    return crossings;
  }

  private boolean lane(int line) {
    return Arrays.stream(bands).anyMatch(band -> line >= band && line < band + lanes);
  }

  int size() {
    return size;
  }

  /** The number of a road cell, or {@link #NONE}, also beyond the edge. */
  int number(int row, int column) {
    boolean inside = row >= 0 && row < size && column >= 0 && column < size;
    return inside ? numbers[row * size + column] : NONE;
  }

  /** How many places there are where cars come from. */
  int arrivals() {
    return first.length - 1;
  }

  /** The first route from a place; those of the next place follow its last. */
  int first(int arrival) {
    return first[arrival];
  }

  /** How many routes there are. */
  int routes() {
    return routes.length;
  }

  int length(int route) {
    return routes[route].length;
  }

  /** The cell at a place of a route. */
  int cell(int route, int place) {
    return routes[route][place];
  }
}
