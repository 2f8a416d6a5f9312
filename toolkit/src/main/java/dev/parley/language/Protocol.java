package dev.parley.language;

import dev.parley.analysis.ContextIndependence;
import dev.parley.analysis.Disentanglement;
import dev.parley.analysis.Entropy;
import dev.parley.analysis.Messages;
import dev.parley.analysis.MutualInformation;
import dev.parley.analysis.PowerLaw;
import dev.parley.analysis.RankFrequency;
import dev.parley.analysis.TopographicSimilarity;
import dev.parley.analysis.Zipf;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.report.Card;
import dev.parley.report.Chart;
import dev.parley.report.Count;
import dev.parley.report.Panels;
import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * What was said, measured: what messages tell and of what, how they are built, how often each is
 * used, how all of it came about. None of it shows that anybody listens: the {@link Audit} does.
 *
 * <p>Measures are of the most recent episodes of training, the last tenth of the rounds or as many
 * as the plan records, unless they are by window. Each is computed when it is asked for, from
 * random numbers of its own: the same run gives the same numbers in whatever order they are asked
 * for.
 */
public final class Protocol {

  private final MessageLog log;
  private final Streams streams;
  private final List<Speaker> speakers;

  private Protocol(MessageLog log, IntFunction<OptionalInt> topics, Streams streams) {
    this.log = log;
    this.streams = streams;
    this.speakers =
        IntStream.range(0, log.size() == 0 ? 0 : log.agents())
            .mapToObj(agent -> new Speaker(log, agent, topics))
            .toList();
  }

  /**
   * The protocol of a log.
   *
   * @param topics what there is to tell about a signal of a label, where the game knows it
   * @param streams what permutations and samples are drawn from
   */
  public static Protocol of(MessageLog log, IntFunction<OptionalInt> topics, Streams streams) {
    return new Protocol(log, topics, streams);
  }

  /**
   * What messages tell: one row for each agent and each thing that a message can be about, the
   * label of the signal, what there is to tell (where the game knows it), the speaker's own action
   * (speaker consistency), another's action (instantaneous coordination), another's message. {@code
   * bits} is the plug-in mutual information; {@code by_chance} the mean of as much over 200
   * permutations; {@code corrected} the difference; {@code p} the share of permutations that have
   * as much; {@code of} the entropy of what it is about.
   */
  public Table information() {
    return ProtocolTables.information(speakers, streams.child("information"));
  }

  /**
   * What single symbols tell: one row for each agent and position of its messages, with the entropy
   * of the symbol there and what it tells of the label, as {@link #information}.
   */
  public Table positions() {
    return ProtocolTables.positions(speakers, streams.child("positions"));
  }

  /**
   * How a language came about: one row for each agent and twentieth of training, with the entropy
   * of a message in bits (Miller and Madow's correction), how many kinds there were, and what they
   * tell of the label, as {@link #information}.
   */
  public Table windows() {
    return ProtocolTables.windows(Windows.of(log, streams.child("windows")));
  }

  /**
   * How messages are built, the label being the meaning: topographic similarity with an interval of
   * 95 %, positional and bag-of-symbols disentanglement, context independence with its mean over
   * permutations. A language in which one of them is not defined has none there.
   */
  public Table structure() {
    return ProtocolTables.structure(speakers, streams.child("structure"));
  }

  /**
   * How often messages and symbols are used: entropy, perplexity, Gini coefficients over all that
   * there could be and over those that were used, Zipf's exponent over those that were used with
   * its standard error and distance, and whether a power law may be claimed.
   */
  public Table distribution() {
    return ProtocolTables.distribution(speakers, streams.child("distribution"));
  }

  /**
   * What a classifier can read off messages (logistic regression on which symbol is where): its
   * accuracy in cross-validation for the label and for the speaker's own action, beside the most
   * frequent value and the same classifier on shuffled values.
   */
  public Table probes() {
    return ProtocolTables.probes(speakers, streams.child("probes"));
  }

  /**
   * Heaps of messages that share symbols, by k-means with as many heaps as there are labels and by
   * HDBSCAN, and how far they are the labels or the speaker's actions (normalised mutual
   * information).
   */
  public Table clusters() {
    return ProtocolTables.clusters(speakers, streams.child("clusters"));
  }

  /**
   * Entropy of messages, and what they tell of the label less what chance tells, over training: one
   * panel an agent.
   */
  public Chart evolution() {
    List<Windows.Window> windows = Windows.of(log, streams.child("windows"));
    List<Plot> plots = new ArrayList<>();
    for (Speaker speaker : speakers) {
      List<Windows.Window> own =
          windows.stream().filter(w -> w.agent().equals(speaker.name())).toList();
      double[] rounds = own.stream().mapToDouble(w -> (w.from() + w.to()) / 2.0).toArray();
      double[] bits = own.stream().mapToDouble(Windows.Window::bits).toArray();
      double[] tells = own.stream().mapToDouble(w -> w.label().corrected()).toArray();
      plots.add(
          new Plot("Messages of agent " + speaker.name() + " over training", "round", "bits")
              .line("entropy of a message", rounds, bits)
              .line("of these, about the label (less chance)", rounds, tells)
              .across(0, own.isEmpty() ? 1 : own.get(own.size() - 1).to())
              .upright(Math.min(0, least(tells)), 1 + Math.ceil(greatest(bits)))
              .height(300));
    }
    return plots.isEmpty()
        ? new Plot("Messages over training: nothing was said", "round", "bits")
        : new Panels("Messages over training", plots);
  }

  /**
   * How often an agent used each message, by rank, with Zipf's law and what that is worth: the fits
   * of {@link #distribution}.
   */
  public Chart frequencies() {
    List<Plot> plots = new ArrayList<>();
    for (Speaker speaker : speakers) {
      RankFrequency frequencies = RankFrequency.ofMessages(speaker.messages());
      RandomStream random =
          ProtocolTables.stream(streams.child("distribution"), speaker, ProtocolTables.MESSAGES);
      plots.add(
          FrequencyChart.of(
              "messages of " + speaker.name(),
              frequencies,
              Zipf.ofObserved(frequencies.counts()),
              PowerLaw.of(frequencies.counts(), random)));
    }
    return plots.isEmpty()
        ? new Plot("Messages by rank: nothing was said", "rank", "times used")
        : new Panels("Messages by rank", plots);
  }

  /** The most telling of it as a card. */
  public Card card() {
    Card card =
        new Card(
            speakers.isEmpty()
                ? "Protocol: nothing was said"
                : format("Protocol of the last %,d episodes", log.size()));
    for (Speaker speaker : speakers) {
      int[] types = speaker.messages().types();
      card.line(
          speaker.name() + " says",
          format(
              "%s of messages, %.2f bit each, as %.1f equally frequent ones",
              Count.of(Messages.kinds(types), "kind"),
              Entropy.bits(types),
              Entropy.perplexity(types)));
      card.line(speaker.name() + " tells", tells(speaker));
      card.line(speaker.name() + " builds", built(speaker));
    }
    return card;
  }

  private String tells(Speaker speaker) {
    MutualInformation label =
        MutualInformation.of(
            speaker.messages().types(),
            speaker.labels(),
            ProtocolTables.stream(streams.child("information"), speaker, Speaker.LABEL));
    return format(
        "%.2f bit of %.2f of the label more than by chance (%.2f), p = %.3f",
        label.corrected(), label.entropyY(), label.nullMean(), label.p());
  }

  private String built(Speaker speaker) {
    ProtocolTables.Structure structure =
        ProtocolTables.structure(speaker, streams.child("structure"));
    TopographicSimilarity similarity = structure.similarity();
    Disentanglement positional = structure.positional();
    ContextIndependence context = structure.context();
    return format(
        "topographic similarity %s, posdis %s, context independence %.2f (by chance %.2f)",
        similarity.defined()
            ? format("%.2f [%.2f, %.2f]", similarity.rho(), similarity.low(), similarity.high())
            : "none",
        positional.defined() ? format("%.2f", positional.value()) : "none",
        context.value(),
        context.nullMean());
  }

  /** The card as HTML, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /** The card as text. */
  @Override
  public String toString() {
    return card().text();
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("-0.00", "0.00");
  }
}
