package dev.parley.env.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps and routes, also against those of IC3Net's own code: see make_routes.py. */
final class RoadsTest {

  private static List<String> lines(Junction level, String kind) throws IOException {
    try (InputStream in = RoadsTest.class.getResourceAsStream("/grid/routes.txt")) {
      assertNotNull(in);
      String prefix = level.name().toLowerCase(Locale.ROOT) + " " + kind + " ";
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfCells(Junction level) throws IOException {
    Roads roads = new Roads(level);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < roads.size(); row++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < roads.size(); column++) {
        text.append(column == 0 ? "" : ",").append(roads.number(row, column));
      }
      rows.add(text.toString());
    }
    assertEquals(lines(level, "cells"), rows);
  }

  private static String text(Roads roads, int arrival, int route) {
    StringBuilder moves = new StringBuilder();
    for (int place = 1; place < roads.length(route); place++) {
      int step = roads.cell(route, place) - roads.cell(route, place - 1);
      moves.append(step == 1 ? "r" : step == -1 ? "l" : step == roads.size() ? "d" : "u");
      assertTrue(Math.abs(step) == 1 || Math.abs(step) == roads.size());
    }
    int from = roads.cell(route, 0);
    return arrival + " " + from / roads.size() + "," + from % roads.size() + " " + moves;
  }

  @ParameterizedTest
  @EnumSource(names = {"MEDIUM", "HARD"})
  void routes(Junction level) throws IOException {
    Roads roads = new Roads(level);
    List<String> routes = new ArrayList<>();
    for (int arrival = 0; arrival < roads.arrivals(); arrival++) {
      for (int route = roads.first(arrival); route < roads.first(arrival + 1); route++) {
        routes.add(text(roads, arrival, route));
      }
    }
    assertEquals(lines(level, "route"), routes);
  }

  @Test
  void easyRoutesCross() {
    Roads roads = new Roads(Junction.EASY);
    assertEquals(2, roads.arrivals());
    assertEquals("0 0,3 dddddd", text(roads, 0, 0));
    assertEquals("1 3,0 rrrrrr", text(roads, 1, 1));
    assertEquals(roads.cell(0, 3), roads.cell(1, 3));
  }

  @ParameterizedTest
  @CsvSource({"EASY,7,13,2,1", "MEDIUM,14,52,4,3", "HARD,18,128,8,7"})
  void constants(Junction level, int size, int cells, int arrivals, int each) {
    Roads roads = new Roads(level);
    assertEquals(size, roads.size());
    assertEquals(
        cells,
        IntStream.range(0, size * size).filter(i -> roads.number(i / size, i % size) >= 0).count());
    assertEquals(arrivals, roads.arrivals());
    assertEquals(arrivals * each, roads.routes());
    for (int arrival = 0; arrival < arrivals; arrival++) {
      assertEquals(arrival * each, roads.first(arrival));
    }
    assertEquals(Roads.NONE, roads.number(-1, 0));
    assertEquals(Roads.NONE, roads.number(0, size));
  }

  private static List<Integer> lengths(Roads roads, int arrival) {
    return IntStream.range(roads.first(arrival), roads.first(arrival + 1))
        .mapToObj(roads::length)
        .toList();
  }

  @Test
  void lengthsAndExits() {
    Roads medium = new Roads(Junction.MEDIUM);
    for (int arrival = 0; arrival < 4; arrival++) {
      assertEquals(List.of(14, 13, 15), lengths(medium, arrival));
    }
    int[][] exits = {
      {13, 6}, {6, 0}, {7, 13}, {0, 7}, {7, 13}, {6, 0},
      {7, 13}, {13, 6}, {0, 7}, {6, 0}, {0, 7}, {13, 6}
    };
    for (int route = 0; route < exits.length; route++) {
      int last = medium.cell(route, medium.length(route) - 1);
      assertEquals(Arrays.toString(exits[route]), "[" + last / 14 + ", " + last % 14 + "]");
    }
    Roads hard = new Roads(Junction.HARD);
    for (int arrival = 0; arrival < 8; arrival++) {
      boolean first = List.of(0, 3, 5, 6).contains(arrival);
      assertEquals(
          first ? List.of(18, 17, 27, 9, 19, 26, 20) : List.of(18, 25, 19, 17, 16, 26, 11),
          lengths(hard, arrival));
    }
  }
}
