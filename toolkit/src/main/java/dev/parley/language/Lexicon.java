package dev.parley.language;

import dev.parley.analysis.Messages;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Chart;
import dev.parley.report.Plot;
import dev.parley.report.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What was said in training: for each agent and message, how often, with which label and action it
 * goes, and when it was first and last heard. Immutable; every table and chart is made anew.
 *
 * <p>A lexicon is of all of training unless {@link #since} has cut it. That of a long run is of an
 * evenly spaced sample, one of {@link #stride} episodes, and every count and round is of the
 * episodes in it. A message is written as its symbols, separated by spaces; where one is asked for,
 * the form {@code [12, 14]} is understood too.
 */
public final class Lexicon {

  /**
   * One message of one agent. A share or an entropy is what was observed, without a correction: of
   * a message that was heard once, it says that this was sure.
   *
   * @param agent who said it
   * @param message its symbols, separated by spaces
   * @param count how often the agent said it
   * @param share of all messages of the agent, in (0, 1]
   * @param label the label it goes with most; of equals, the lowest
   * @param labelShare how often it goes with that label, in (0, 1]
   * @param labelEntropy entropy in bits of the label, given this message
   * @param action the action of the sender that it goes with most; of equals, the first by name
   * @param actionShare how often it goes with that action, in (0, 1]
   * @param actionEntropy entropy in bits of the sender's action, given this message
   * @param firstRound in which it was said
   * @param lastRound in which it was said
   * @param humanLabel what a person calls it; empty if nobody has said
   */
  public record Entry(
      String agent,
      String message,
      int count,
      double share,
      int label,
      double labelShare,
      double labelEntropy,
      String action,
      double actionShare,
      double actionEntropy,
      int firstRound,
      int lastRound,
      String humanLabel) {

    /** The entry in a line. */
    @Override
    public String toString() {
      return LexiconText.line(this);
    }

    private Entry labelled(String text) {
      return new Entry(
          agent,
          message,
          count,
          share,
          label,
          labelShare,
          labelEntropy,
          action,
          actionShare,
          actionEntropy,
          firstRound,
          lastRound,
          text);
    }
  }

  /** Characters of a human label at most. */
  static final int LONGEST_LABEL = 200;

  private static final Pattern NO_SYMBOL = Pattern.compile("[\\[\\],\\s]+");

  private final List<Uses> uses;
  private final List<Entry> entries;
  private final long stride;

  private Lexicon(List<Uses> uses, List<Entry> entries, long stride) {
    this.uses = uses;
    this.entries = entries;
    this.stride = stride;
  }

  /**
   * Counts what was said.
   *
   * @param uses of the agents; one who said nothing is left out
   * @param humanLabels by agent and message; of messages that were not said, they are left out
   */
  static Lexicon of(List<Uses> uses, Map<String, Map<String, String>> humanLabels, long stride) {
    List<Uses> speakers = new ArrayList<>(uses);
    speakers.removeIf(own -> own.all().isEmpty());
    speakers.sort(Comparator.comparing(Uses::agent));
    List<Entry> entries = new ArrayList<>();
    speakers.forEach(
        own -> entries.addAll(Entries.of(own, humanLabels.getOrDefault(own.agent(), Map.of()))));
    return new Lexicon(List.copyOf(speakers), List.copyOf(entries), stride);
  }

  /**
   * The lexicon of a training.
   *
   * @param log what was said
   * @param actions the names of each agent's actions
   */
  public static Lexicon of(MessageLog log, List<List<String>> actions) {
    return LogUses.lexicon(log, actions);
  }

  /**
   * Reads a dictionary: what {@link #write} wrote, or the {@code aim_dictionary.json} of the
   * reference implementation of AIM (arXiv 2507.10566). That is a JSON array with an object for
   * each message of each round: {@code aim_id} is the message as the text {@code "[12, 14]"}, or as
   * an array; {@code context} is {@code "PD Round 1 (Label: 7)"}, with {@code " (Response)"} after
   * it where agent b speaks; {@code usage_count} is how often, once if it is not there. Whatever
   * the field {@code human_label} is called, the reference writes the sender's action there, C or
   * D, and that is what it is read as; what a person calls a message is in the field {@code
   * meaning}, which is ours. {@code version} and unknown fields are not looked at.
   *
   * @throws dev.parley.error.DataException if it cannot be read, is damaged, or something else
   */
  public static Lexicon read(Path file) {
    given("file", file);
    return DictionaryReader.read(file);
  }

  /**
   * Writes a dictionary, which {@link #read} reads back as an equal lexicon and the reference's own
   * {@code analyze_aim.py} reads too: its five fields, with the round, label and action of every
   * use, and where needed {@code agent}, {@code meaning} and {@code one_of}, the stride. The same
   * lexicon gives the same bytes: {@code version}, in the reference a time, is the name of the
   * format.
   *
   * @return the file
   * @throws dev.parley.error.OutputException if that fails; a file that was there is as it was
   */
  public Path write(Path file) {
    given("file", file);
    DictionaryWriter.write(this, file);
    return file;
  }

  /** The dictionary that {@link #write} writes. */
  public byte[] json() {
    return DictionaryWriter.bytes(this);
  }

  /** The names of the agents who said something, in alphabetical order. */
  public List<String> agents() {
    return uses.stream().map(Uses::agent).toList();
  }

  /** How many entries there are: an agent's message is one. */
  public int size() {
    return entries.size();
  }

  /** One of so many episodes of training was counted; 1 is every one. */
  public long stride() {
    return stride;
  }

  /**
   * All entries: agent by agent, of each the most frequent first, equals in the order of their
   * text.
   */
  public List<Entry> entries() {
    return entries;
  }

  /** The entries of one agent; empty if it said nothing, or if there is none of that name. */
  public List<Entry> entries(String agent) {
    return entries.stream().filter(entry -> entry.agent().equals(agent)).toList();
  }

  /** What is known of an agent's message; empty if the agent never said it. */
  public Optional<Entry> entry(String agent, String message) {
    given("agent", agent);
    given("message", message);
    String text = normal(message);
    return entries.stream()
        .filter(entry -> entry.agent().equals(agent) && entry.message().equals(text))
        .findFirst();
  }

  private static void given(String name, @Nullable Object value) {
    if (value == null) {
      throw new SettingException(
          Problem.with(name).got("null").allowed("a value").hint("is the variable set?"));
    }
  }

  private static String normal(String message) {
    String text = NO_SYMBOL.matcher(message).replaceAll(" ").strip();
    return text.isEmpty() ? Messages.EMPTY : text;
  }

  /**
   * The lexicon in which an agent's message is called so; the others keep what they are called.
   *
   * @param humanLabel one line of 200 characters at most; an empty text takes the label away
   * @throws SettingException if the agent never said that, or the label is no such text
   */
  public Lexicon labelled(String agent, String message, String humanLabel) {
    given("humanLabel", humanLabel);
    Entry wanted = entry(agent, message).orElseThrow(() -> unknown(agent, message));
    String label = humanLabel.strip();
    if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
      throw new SettingException(
          Problem.with("humanLabel")
              .got(label.length() > LONGEST_LABEL ? label.length() + " characters" : "two lines")
              .allowed("one line of " + LONGEST_LABEL + " characters at most"));
    }
    List<Entry> changed =
        entries.stream().map(e -> e.equals(wanted) ? e.labelled(label) : e).toList();
    return new Lexicon(uses, changed, stride);
  }

  private SettingException unknown(String agent, String message) {
    Problem problem = Problem.with("message").got("agent " + agent + ", " + message);
    Problem known =
        agents().contains(agent)
            ? problem.allowed("a message of agent " + agent)
            : problem.allowed("a message of agent " + String.join(" or ", agents()));
    return new SettingException(known.hint("table() has all that was said"));
  }

  /** The lexicon of what was said in that round and later; human labels are kept. */
  public Lexicon since(int round) {
    return of(
        uses.stream().map(own -> own.where(use -> use.round() >= round)).toList(),
        humanLabels(),
        stride);
  }

  /**
   * The lexicon of the last rounds: {@code last(0.1)} is of the last tenth of those from the first
   * to the last in which something was said, and of one round at least.
   *
   * @param part in (0, 1]
   */
  public Lexicon last(double part) {
    if (!(part > 0 && part <= 1)) {
      throw new SettingException(
          Problem.with("last").got(part).allowed("more than 0, up to 1").hint("0.1 is a tenth"));
    }
    if (uses.isEmpty()) {
      return this;
    }
    int first = uses.stream().mapToInt(Uses::firstRound).min().orElseThrow();
    int end = uses.stream().mapToInt(Uses::lastRound).max().orElseThrow();
    long rounds = Math.max(1, (long) (part * (end - first + 1L)));
    return since((int) (end - rounds + 1));
  }

  /** What messages are called, by agent and message. */
  Map<String, Map<String, String>> humanLabels() {
    Map<String, Map<String, String>> labels = new HashMap<>();
    for (Entry entry : entries) {
      if (!entry.humanLabel().isEmpty()) {
        labels
            .computeIfAbsent(entry.agent(), a -> new HashMap<>())
            .put(entry.message(), entry.humanLabel());
      }
    }
    return labels;
  }

  /**
   * One row an entry: {@code agent}, {@code message}, {@code count}, {@code share}, {@code label},
   * {@code label_share}, {@code label_entropy}, {@code action}, {@code action_share}, {@code
   * action_entropy}, {@code first_round}, {@code last_round}, {@code meaning}, which is the human
   * label and missing where there is none.
   */
  public Table table() {
    return Tables.named("lexicon")
        .texts("agent", entries.stream().map(Entry::agent).toList())
        .texts("message", entries.stream().map(Entry::message).toList())
        .wholes("count", wholes(Entry::count))
        .reals("share", reals(Entry::share))
        .wholes("label", wholes(Entry::label))
        .reals("label_share", reals(Entry::labelShare))
        .reals("label_entropy", reals(Entry::labelEntropy))
        .texts("action", entries.stream().map(Entry::action).toList())
        .reals("action_share", reals(Entry::actionShare))
        .reals("action_entropy", reals(Entry::actionEntropy))
        .wholes("first_round", wholes(Entry::firstRound))
        .wholes("last_round", wholes(Entry::lastRound))
        .texts("meaning", entries.stream().map(Entry::humanLabel).toList())
        .table();
  }

  private int[] wholes(ToIntFunction<Entry> value) {
    return entries.stream().mapToInt(value).toArray();
  }

  private double[] reals(ToDoubleFunction<Entry> value) {
    return entries.stream().mapToDouble(value).toArray();
  }

  /**
   * Which messages rise and which die: for each agent, the shares of its five most frequent
   * messages and of all others, over at most 40 windows of equally many rounds. A window in which
   * an agent said nothing is blank.
   */
  public Chart evolution() {
    return Evolution.of(this);
  }

  /** How often each symbol was said, by rank, on logarithmic axes; one series an agent. */
  public Plot symbolChart() {
    Map<String, long[]> counts = new LinkedHashMap<>();
    uses.forEach(own -> counts.put(own.agent(), SymbolCounts.of(own)));
    return SymbolChart.of(uses.isEmpty() ? "nothing was said" : LexiconText.rounds(this), counts);
  }

  /** The most frequent messages of each agent as an HTML table, without scripts or remote parts. */
  public String html() {
    return LexiconText.html(this);
  }

  /** The most frequent messages of each agent as text. */
  @Override
  public String toString() {
    return LexiconText.text(this);
  }

  /** Whether the same was said in the same rounds, and is called the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lexicon that
        && stride == that.stride
        && uses.equals(that.uses)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uses, stride);
  }

  List<Uses> uses() {
    return uses;
  }
}
