package dev.parley.language;

import dev.parley.analysis.Entropy;
import dev.parley.analysis.Messages;
import dev.parley.analysis.MutualInformation;
import dev.parley.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** How a language comes about: its measures in windows of training that follow each other. */
final class Windows {

  private static final int MOST = 20;

  /** Episodes of a window that are counted at most, evenly spaced: chance is dealt 200 times. */
  private static final int COUNTED = 2000;

  /**
   * One window of one agent.
   *
   * @param from its first round, counted from 1
   * @param to its last round
   * @param bits entropy of a message, corrected
   * @param kinds how many different messages
   * @param label what the messages tell of the label
   */
  record Window(String agent, int from, int to, double bits, int kinds, MutualInformation label) {}

  private Windows() {}

  /** Every window of every agent in which something was said. */
  static List<Window> of(MessageLog log, Streams streams) {
    Chronicle chronicle = log.chronicle();
    List<Window> windows = new ArrayList<>();
    if (chronicle.size() == 0) {
      return windows;
    }
    int rounds = chronicle.round(chronicle.size() - 1);
    int count = Math.min(MOST, rounds);
    for (int agent = 0; agent < log.agents(); agent++) {
      int start = 0;
      for (int k = 0; k < count; k++) {
        int last = Math.toIntExact((k + 1L) * rounds / count);
        int end = start;
        while (end < chronicle.size() && chronicle.round(end) <= last) {
          end++;
        }
        if (end > start) {
          int first = Math.toIntExact((long) k * rounds / count) + 1;
          windows.add(window(log, agent, first, last, start, end, streams));
        }
        start = end;
      }
    }
    return windows;
  }

  private static Window window(
      MessageLog log, int agent, int first, int last, int start, int end, Streams streams) {
    int n = Math.min(COUNTED, end - start);
    int[][] said = new int[n][];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      int episode = start + Math.toIntExact((long) i * (end - start) / n);
      said[i] = log.chronicle().message(episode, agent);
      labels[i] = log.chronicle().label(episode);
    }
    int[] types = Messages.of(said, log.vocabulary()).types();
    String name = log.name(agent);
    MutualInformation label =
        MutualInformation.of(types, labels, streams.stream(name + " from " + first));
    return new Window(
        name, first, last, Entropy.correctedBits(types), Messages.kinds(types), label);
  }
}
