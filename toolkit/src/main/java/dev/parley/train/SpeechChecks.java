package dev.parley.train;

import dev.parley.analysis.Entropy;
import dev.parley.env.ParityDilemma;
import dev.parley.language.Audit;
import dev.parley.language.MessageLog;
import dev.parley.nn.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;

/** The signatures of what is said: a message without information, codes without a meaning. */
final class SpeechChecks {

  /** Fewer messages say too little of their entropy. */
  private static final int FEWEST_MESSAGES = 20;

  private static final double COLLAPSED_BELOW = 0.3;

  private final Run run;

  SpeechChecks(Run run) {
    this.run = run;
  }

  Finding vacuum() {
    Signature signature = Signature.COMMUNICATION_VACUUM;
    MessageLog log = run.outcome().messages();
    List<String> speakers = run.plan().speakers();
    if (speakers.isEmpty() || log.agents() == 0) {
      return Finding.without(signature, Finding.Result.NOT_APPLICABLE, whyNot(log));
    }
    if (log.size() < FEWEST_MESSAGES) {
      String few = format("%d messages, %d needed", log.size(), FEWEST_MESSAGES);
      return Finding.without(signature, Finding.Result.TOO_FEW_ROUNDS, few);
    }
    boolean found = false;
    StringJoiner says = new StringJoiner(", ");
    for (int agent = 0; agent < log.agents(); agent++) {
      if (speakers.contains(log.name(agent))) {
        double bits = Entropy.bits(log.messages(agent).types());
        found |= bits < Audit.CONSTANT_BELOW;
        says.add(format("%s says %.2f bit a message", log.name(agent), bits));
      }
    }
    int batch = run.plan().setup().batch();
    int rounds = Math.min(run.completed(), (log.size() + batch - 1) / batch);
    String evidence =
        format(
            "%s in rounds %,d to %,d%s",
            says,
            run.completed() - rounds + 1,
            run.completed(),
            found ? format(", below %.2f is constant", Audit.CONSTANT_BELOW) : "");
    return found
        ? Finding.found(signature, evidence, remedyOfVacuum())
        : Finding.without(signature, Finding.Result.NOT_FOUND, evidence);
  }

  private String whyNot(MessageLog log) {
    if (run.plan().setup().recordMessages().none()) {
      return "no message was kept: recordMessages(0)";
    }
    return log.agents() == 0 ? "nobody speaks" : "the channel is closed";
  }

  private Remedy remedyOfVacuum() {
    if (run.anchors().known() && !run.anchors().communicationNeeded()) {
      return Remedy.of(
          "the optimum of this game needs no message, so none was learned",
          "environment",
          ParityDilemma.standard());
    }
    Schedule rate = run.plan().setup().learningRate();
    return known(
        Signature.COMMUNICATION_VACUUM,
        Remedy.of(
            "the policy was settled before a code had formed",
            "learningRate",
            new Schedule(rate.start() / 2, rate.decay())));
  }

  Finding collapse() {
    Signature signature = Signature.CODEBOOK_COLLAPSE;
    boolean found = false;
    StringJoiner uses = new StringJoiner(", ");
    for (var entry : run.outcome().codeUse().entrySet()) {
      long[] counts = entry.getValue();
      long signals = Arrays.stream(counts).sum();
      long possible = Math.min(counts.length, signals);
      if (possible > 0) {
        int used = Run.used(counts);
        found |= used < COLLAPSED_BELOW * possible;
        uses.add(
            format(
                "%d of %d codes of %s stand for the %,d evaluation signals",
                used, counts.length, entry.getKey(), signals));
      }
    }
    if (uses.length() == 0) {
      return Finding.without(signature, Finding.Result.NOT_APPLICABLE, "there is no codebook");
    }
    if (!found) {
      return Finding.without(signature, Finding.Result.NOT_FOUND, uses.toString());
    }
    if (run.completed() == 0) {
      String stopped = uses + ", but preparation may not have been over";
      return Finding.without(signature, Finding.Result.TOO_FEW_ROUNDS, stopped);
    }
    Remedy general =
        Remedy.of(
            "the signals are alike to the encoder: another data set, or another seed",
            "seed",
            run.plan().setup().seed() + 1);
    return Finding.found(
        signature,
        uses + format(", below %.0f %%", 100 * COLLAPSED_BELOW),
        known(signature, general));
  }

  private Remedy known(Signature signature, Remedy general) {
    return Objects.requireNonNull(run.plan().remedies().getOrDefault(signature, general));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
