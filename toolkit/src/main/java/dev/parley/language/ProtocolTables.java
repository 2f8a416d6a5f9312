package dev.parley.language;

import dev.parley.analysis.Clusters;
import dev.parley.analysis.ContextIndependence;
import dev.parley.analysis.Coordination;
import dev.parley.analysis.Disentanglement;
import dev.parley.analysis.Entropy;
import dev.parley.analysis.Gini;
import dev.parley.analysis.Messages;
import dev.parley.analysis.MutualInformation;
import dev.parley.analysis.OneHot;
import dev.parley.analysis.PowerLaw;
import dev.parley.analysis.Probe;
import dev.parley.analysis.RankFrequency;
import dev.parley.analysis.TopographicSimilarity;
import dev.parley.analysis.Zipf;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** The tables of a protocol. */
final class ProtocolTables {

  /** What is counted where whole messages are. */
  static final String MESSAGES = "messages";

  /** Messages that are put into heaps at most, evenly spaced: HDBSCAN looks at all pairs. */
  private static final int CLUSTERED = 1000;

  /** Messages that make a heap for HDBSCAN. */
  private static final int LEAST = 10;

  /** How the messages of one agent are built. */
  record Structure(
      TopographicSimilarity similarity,
      Disentanglement positional,
      Disentanglement bag,
      ContextIndependence context) {}

  private ProtocolTables() {}

  /** Random numbers of one measure of one agent. */
  static RandomStream stream(Streams streams, Speaker speaker, String what) {
    return streams.child(speaker.name()).stream(what);
  }

  static Table information(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("information");
    for (Speaker speaker : speakers) {
      int[] types = speaker.messages().types();
      speaker
          .subjects()
          .forEach(
              (about, values) -> {
                grid.text("agent", speaker.name()).text("about", about);
                tells(grid, MutualInformation.of(types, values, stream(streams, speaker, about)));
              });
    }
    return grid.table();
  }

  private static void tells(Grid grid, MutualInformation information) {
    grid.real("bits", information.bits())
        .real("by_chance", information.nullMean())
        .real("corrected", information.corrected())
        .real("p", information.p())
        .real("of", information.entropyY());
  }

  static Table positions(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("positions");
    for (Speaker speaker : speakers) {
      List<MutualInformation> told =
          Coordination.byPosition(
              speaker.messages(), speaker.labels(), stream(streams, speaker, Speaker.LABEL));
      for (int position = 0; position < told.size(); position++) {
        grid.text("agent", speaker.name())
            .whole("position", position + 1)
            .real("entropy", Entropy.bits(speaker.messages().at(position)));
        tells(grid, told.get(position));
      }
    }
    return grid.table();
  }

  static Table windows(List<Windows.Window> windows) {
    Grid grid = new Grid("windows");
    for (Windows.Window window : windows) {
      grid.text("agent", window.agent())
          .whole("from_round", window.from())
          .whole("to_round", window.to())
          .real("entropy", window.bits())
          .whole("kinds", window.kinds());
      tells(grid, window.label());
    }
    return grid.table();
  }

  static Structure structure(Speaker speaker, Streams streams) {
    int[][] meanings =
        Arrays.stream(speaker.labels()).mapToObj(label -> new int[] {label}).toArray(int[][]::new);
    return new Structure(
        TopographicSimilarity.of(
            meanings, speaker.messages(), stream(streams, speaker, "similarity")),
        Disentanglement.positional(meanings, speaker.messages()),
        Disentanglement.bagOfSymbols(meanings, speaker.messages()),
        ContextIndependence.of(
            speaker.labels(), speaker.messages(), stream(streams, speaker, "context")));
  }

  static Table structure(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("structure");
    for (Speaker speaker : speakers) {
      Structure built = structure(speaker, streams);
      TopographicSimilarity similarity = built.similarity();
      boolean defined = similarity.defined();
      grid.text("agent", speaker.name())
          .real("topographic_similarity", defined ? similarity.rho() : Double.NaN)
          .real("low", defined ? similarity.low() : Double.NaN)
          .real("high", defined ? similarity.high() : Double.NaN)
          .real("posdis", value(built.positional()))
          .real("bosdis", value(built.bag()))
          .real("context_independence", built.context().value())
          .real("by_chance", built.context().nullMean())
          .real("p", built.context().p());
    }
    return grid.table();
  }

  private static double value(Disentanglement measure) {
    return measure.defined() ? measure.value() : Double.NaN;
  }

  static Table distribution(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("distribution");
    for (Speaker speaker : speakers) {
      for (boolean whole : new boolean[] {true, false}) {
        RankFrequency used =
            whole
                ? RankFrequency.ofMessages(speaker.messages())
                : RankFrequency.ofSymbols(speaker.messages());
        String what = whole ? MESSAGES : "symbols";
        double possible = whole ? possible(speaker.messages()) : speaker.messages().vocabulary();
        grid.text("agent", speaker.name())
            .text("of", what)
            .whole("kinds", used.size())
            .real("possible", possible);
        distribution(grid, used.counts(), possible, stream(streams, speaker, what));
      }
    }
    return grid.table();
  }

  /** How many messages there could be, of the lengths that occur. */
  private static double possible(Messages messages) {
    return IntStream.range(0, messages.size())
        .map(messages::length)
        .distinct()
        .mapToDouble(length -> Math.pow(messages.vocabulary(), length))
        .sum();
  }

  /** The Gini coefficient over all that is possible: n G of those used, and 1 for each unused. */
  private static double giniOfAll(long[] counts, double possible) {
    double used = counts.length;
    return (used * Gini.ofUsed(counts) + possible - used) / possible;
  }

  private static void distribution(Grid grid, long[] counts, double possible, RandomStream random) {
    Zipf zipf = Zipf.ofObserved(counts);
    PowerLaw power = PowerLaw.of(counts, random);
    grid.real("entropy", Entropy.bits(counts))
        .real("entropy_corrected", Entropy.correctedBits(counts))
        .real("perplexity", Entropy.perplexity(counts))
        .real("gini_of_all", giniOfAll(counts, possible))
        .real("gini_of_used", Gini.ofUsed(counts))
        .real("zipf_exponent", zipf.exponent())
        .real("zipf_error", zipf.standardError())
        .real("zipf_distance", zipf.distance())
        .text("power_law", power.conclusion().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static Table probes(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("probes");
    for (Speaker speaker : speakers) {
      for (String about : List.of(Speaker.LABEL, Speaker.ACTION)) {
        int[] targets = about.equals(Speaker.LABEL) ? speaker.labels() : speaker.actions();
        Probe probe = Probe.of(speaker.messages(), targets, stream(streams, speaker, about));
        grid.text("agent", speaker.name())
            .text("about", about)
            .real("accuracy", probe.accuracy())
            .real("low", probe.low())
            .real("high", probe.high())
            .real("most_frequent", probe.majority())
            .real("shuffled", probe.control())
            .whole("messages", probe.n());
      }
    }
    return grid.table();
  }

  static Table clusters(List<Speaker> speakers, Streams streams) {
    Grid grid = new Grid("clusters");
    for (Speaker speaker : speakers) {
      int all = speaker.messages().size();
      int n = Math.min(CLUSTERED, all);
      int[] rows = IntStream.range(0, n).map(i -> Math.toIntExact((long) i * all / n)).toArray();
      int[] labels = Arrays.stream(rows).map(row -> speaker.labels()[row]).toArray();
      int[] actions = Arrays.stream(rows).map(row -> speaker.actions()[row]).toArray();
      double[][] vectors = OneHot.of(speaker.messages().rows(rows));
      int heaps = Math.toIntExact(Math.min(n, Arrays.stream(labels).distinct().count()));
      clusters(
          grid.text("agent", speaker.name()).text("method", "k-means"),
          Clusters.kMeans(vectors, heaps, stream(streams, speaker, "k-means")),
          labels,
          actions);
      clusters(
          grid.text("agent", speaker.name()).text("method", "HDBSCAN"),
          Clusters.hdbscan(vectors, LEAST),
          labels,
          actions);
    }
    return grid.table();
  }

  private static void clusters(Grid grid, Clusters found, int[] labels, int[] actions) {
    grid.whole("clusters", found.count())
        .real("in_none", (double) found.noise() / labels.length)
        .real("nmi_with_label", found.count() == 0 ? Double.NaN : found.nmi(labels))
        .real("nmi_with_action", found.count() == 0 ? Double.NaN : found.nmi(actions));
  }
}
