package dev.parley.language;

import dev.parley.language.Lexicon.Entry;
import dev.parley.report.Chart;
import dev.parley.report.Panels;
import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chart of rising and dying messages. */
final class Evolution {

  private static final int WINDOWS = 40;
  private static final int TOP = 5;
  private static final int HEIGHT = 300;
  private static final int LONGEST_NAME = 24;

  private final int first;
  private final long span;
  private final int windows;

  private Evolution(Lexicon lexicon) {
    List<Uses> all = lexicon.uses();
    first = all.stream().mapToInt(Uses::firstRound).min().orElse(1);
    span = all.stream().mapToInt(Uses::lastRound).max().orElse(1) - first + 1L;
    windows = (int) Math.min(WINDOWS, span);
  }

  static Chart of(Lexicon lexicon) {
    if (lexicon.uses().isEmpty()) {
      return new Plot("Messages by round: nothing was said", "round", "share of the messages");
    }
    Evolution evolution = new Evolution(lexicon);
    List<Plot> plots = lexicon.uses().stream().map(own -> evolution.plot(lexicon, own)).toList();
    return new Panels("Messages by round", plots);
  }

  private Plot plot(Lexicon lexicon, Uses own) {
    List<Entry> entries = lexicon.entries(own.agent());
    List<Entry> top = entries.subList(0, Math.min(TOP, entries.size()));
    Map<String, Integer> place = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Entry entry : top) {
      place.put(entry.message(), names.size());
      String name = name(entry);
      names.add(names.contains(name) ? name + " (" + names.size() + ")" : name);
    }
    int others = entries.size() - top.size();
    if (others > 0) {
      names.add(others == 1 ? "1 other" : others + " others");
    }
    return new Plot("Messages of agent " + own.agent(), "round", "share of the messages")
        .stacked(names, edges(), shares(own, place, names.size()), top.size())
        .across(first - 1, (double) (first - 1 + span))
        .upright(0, 1)
        .height(HEIGHT);
  }

  private static String name(Entry entry) {
    String name =
        entry.humanLabel().isEmpty()
            ? entry.message()
            : entry.message() + ": " + entry.humanLabel();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  /** Where windows begin and end, in rounds that are over. */
  private double[] edges() {
    double[] edges = new double[windows + 1];
    for (int k = 0; k <= windows; k++) {
      edges[k] = (double) (first - 1 + k * span / windows);
    }
    return edges;
  }

  /** The window of a round: the last that does not begin after it. */
  private int window(int round) {
    long offset = (long) round - first;
    return (int) (((offset + 1) * windows - 1) / span);
  }

  private double[][] shares(Uses own, Map<String, Integer> place, int names) {
    double[][] shares = new double[names][windows];
    double[] totals = new double[windows];
    for (Use use : own.all()) {
      int window = window(use.round());
      shares[place.getOrDefault(use.message(), names - 1)][window] += use.count();
      totals[window] += use.count();
    }
    for (double[] row : shares) {
      for (int k = 0; k < windows; k++) {
        row[k] /= Math.max(1, totals[k]);
      }
    }
    return shares;
  }
}
