package dev.parley.notebook.display;

import dev.parley.language.Audit;
import dev.parley.language.Lexicon;
import dev.parley.language.Protocol;
import dev.parley.report.Card;
import dev.parley.report.Chart;
import dev.parley.report.Page;
import dev.parley.report.Tables;
import dev.parley.study.StudyReplay;
import dev.parley.study.StudyResult;
import dev.parley.train.Diagnosis;
import dev.parley.train.Equilibria;
import dev.parley.train.Replay;
import dev.parley.train.Run;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/**
 * What each kind of result looks like in a notebook: static HTML or a PNG, and always a twin in
 * text. No scripts and no remote parts, so that every front end shows it; no colours of its own, so
 * that it can be read in light and in dark.
 */
public final class MimeBundles {

  /** Of the chart below a run's card. */
  private static final int WIDTH = 560;

  private static final int HEIGHT = 300;

  private static final String BODY = "<main>";
  private static final String BODY_END = "</main>";

  private MimeBundles() {}

  /** The types that have a form of their own; {@link #of} also takes all that extend them. */
  static List<Class<?>> types() {
    return List.of(
        Run.class,
        StudyResult.class,
        Replay.class,
        StudyReplay.class,
        Audit.class,
        Protocol.class,
        Lexicon.class,
        Diagnosis.class,
        Equilibria.class,
        Page.class,
        Card.class,
        Table.class,
        Chart.class,
        Optional.class,
        OptionalInt.class,
        OptionalDouble.class,
        Map.class,
        Iterable.class,
        boolean[].class,
        byte[].class,
        short[].class,
        char[].class,
        int[].class,
        long[].class,
        float[].class,
        double[].class,
        Object[].class,
        String[].class,
        int[][].class,
        double[][].class);
  }

  /**
   * The forms of a value that somebody wants. An SVG of a chart, which is large, is among them only
   * here.
   *
   * @param wanted whether a MIME type is
   */
  static MimeBundle of(Object value, Predicate<String> wanted) {
    MimeBundle all = of(value);
    Map<String, String> data = new HashMap<>(all.data());
    if (value instanceof Chart chart && wanted.test(MimeBundle.SVG)) {
      data.put(MimeBundle.SVG, new String(chart.svg(), StandardCharsets.UTF_8));
    }
    data.keySet().removeIf(wanted.negate());
    Map<String, Map<String, Object>> metadata = new HashMap<>(all.metadata());
    metadata.keySet().retainAll(data.keySet());
    return new MimeBundle(data, metadata);
  }

  /** How a value is shown; of a type that has no form of its own, its text. */
  public static MimeBundle of(Object value) {
    if (value instanceof Chart chart) {
      Picture picture = Picture.of(chart);
      return MimeBundle.png(picture.base64(), picture.width(), picture.height(), chart.toString());
    }
    if (value instanceof Table table) {
      return MimeBundle.html(Tables.html(table), table.toString());
    }
    if (value instanceof Page page) {
      return MimeBundle.html(body(page), page.toString());
    }
    Optional<String> html = html(value);
    return html.isPresent()
        ? MimeBundle.html(html.get(), value.toString())
        : Values.bundle(value).orElseGet(() -> MimeBundle.text(value.toString()));
  }

  private static Optional<String> html(Object value) {
    if (value instanceof Run run) {
      return Optional.of(run.html() + chart(run));
    }
    if (value instanceof StudyResult study) {
      return Optional.of(study.html() + Tables.html(study.summary()));
    }
    if (value instanceof Replay replay) {
      return Optional.of(replay.html() + differing(replay.differences()));
    }
    if (value instanceof StudyReplay replay) {
      return Optional.of(replay.html() + differing(replay.differences()));
    }
    if (value instanceof Audit audit) {
      return Optional.of(audit.html());
    }
    if (value instanceof Protocol protocol) {
      return Optional.of(protocol.html());
    }
    if (value instanceof Lexicon lexicon) {
      return Optional.of(lexicon.html());
    }
    if (value instanceof Diagnosis diagnosis) {
      return Optional.of(diagnosis.html());
    }
    if (value instanceof Equilibria equilibria) {
      return Optional.of(equilibria.html());
    }
    return value instanceof Card card ? Optional.of(card.html()) : Optional.empty();
  }

  private static String differing(Table differences) {
    return differences.isEmpty() ? "" : Tables.html(differences);
  }

  private static String chart(Run run) {
    return run.completed() == 0
        ? ""
        : Picture.of(run.rewardCurve().size(WIDTH, HEIGHT)).html("joint reward by round");
  }

  /** What is between the tags that every page has once: texts of a page never become tags. */
  private static String body(Page page) {
    String html = page.html();
    return html.substring(html.indexOf(BODY) + BODY.length(), html.indexOf(BODY_END));
  }
}
