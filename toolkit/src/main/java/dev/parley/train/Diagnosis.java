package dev.parley.train;

import dev.parley.report.Card;
import dev.parley.report.Tables;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What went wrong in a run, if anything: the failure signatures, looked for one by one. A finding
 * is a hint where to look, not a proof of its cause. Immutable.
 */
public final class Diagnosis {

  private final String id;
  private final List<Finding> all;

  private Diagnosis(String id, List<Finding> all) {
    this.id = id;
    this.all = List.copyOf(all);
  }

  static Diagnosis of(Run run) {
    SpeechChecks speech = new SpeechChecks(run);
    CurveChecks curves = new CurveChecks(run);
    return new Diagnosis(
        run.id(),
        List.of(
            speech.vacuum(),
            speech.collapse(),
            curves.oscillation(),
            curves.divergence(),
            curves.convergence()));
  }

  /** The signatures that were found; empty if all is well. */
  public List<Finding> findings() {
    return all.stream().filter(f -> f.result() == Finding.Result.FOUND).toList();
  }

  /** Every signature that was looked for, found or not, in the order of {@link Signature}. */
  public List<Finding> all() {
    return all;
  }

  /** What was found of one signature. */
  public Finding of(Signature signature) {
    return all.stream().filter(f -> f.signature() == signature).findFirst().orElseThrow();
  }

  /** One row a signature: {@code signature, result, evidence, cause, setting}. */
  public Table table() {
    return Tables.named("diagnosis")
        .texts("signature", texts(f -> f.signature().toString()))
        .texts("result", texts(f -> f.result().toString()))
        .texts("evidence", texts(Finding::evidence))
        .texts("cause", texts(Finding::cause))
        .texts("setting", texts(Finding::setting))
        .table();
  }

  private interface Text {
    String of(Finding finding);
  }

  private List<String> texts(Text text) {
    return all.stream().map(text::of).toList();
  }

  private Card card() {
    int found = findings().size();
    String title =
        String.format(
            Locale.ROOT,
            "Diagnosis of run %s: %s",
            id,
            found == 0 ? "nothing found" : found + " of " + all.size() + " signatures found");
    Card card = new Card(title);
    byImportance()
        .forEach(
            f -> {
              card.line(f.signature().toString(), f.result() + ": " + f.evidence());
              if (f.result() == Finding.Result.FOUND) {
                card.line("  cause", f.cause()).line("  try", f.setting());
              }
            });
    return card;
  }

  private Stream<Finding> byImportance() {
    return Stream.concat(
        findings().stream(), all.stream().filter(f -> f.result() != Finding.Result.FOUND));
  }

  /** The diagnosis as HTML, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /** What was found first, with cause and setting; then what was looked for and not found. */
  @Override
  public String toString() {
    return card().text();
  }
}
