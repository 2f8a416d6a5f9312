package dev.parley.error;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong, as named facts about one subject.
 *
 * <pre>
 * codebook: got 1, allowed: 2 or more symbols
 *   hint: one symbol carries no information
 * </pre>
 *
 * @param subject what the facts are about: a setting, a file, an operation
 * @param facts in the order in which they are told
 */
public record Problem(String subject, List<Fact> facts) implements Serializable {

  /**
   * One named fact.
   *
   * @param name such as {@code got}, {@code allowed}, {@code hint}
   * @param value its text
   */
  public record Fact(String name, String value) implements Serializable {}

  /** Copies {@code facts}. */
  public Problem {
    facts = List.copyOf(facts);
  }

  /** A problem of which nothing but the subject is known yet. */
  public static Problem with(String subject) {
    return new Problem(subject, List.of());
  }

  /** What was given or found. Strings are shown as they are. */
  public Problem got(Object value) {
    return fact("got", String.valueOf(value));
  }

  /** What would have been right. */
  public Problem allowed(String values) {
    return fact("allowed", values);
  }

  /** What to try, or why it is wrong. */
  public Problem hint(String text) {
    return fact("hint", text);
  }

  /** Any other fact, such as {@code round} or {@code file}. */
  public Problem fact(String name, String value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(name, value));
    return new Problem(subject, more);
  }

  /** The value of the first fact of that name. */
  public Optional<String> value(String name) {
    return facts.stream().filter(f -> f.name().equals(name)).map(Fact::value).findFirst();
  }

  /**
   * The message: {@code got} and {@code allowed} on the first line, every other fact on a line of
   * its own.
   */
  @Override
  public String toString() {
    StringBuilder first = new StringBuilder(subject);
    StringBuilder rest = new StringBuilder();
    String separator = ": ";
    for (Fact fact : facts) {
      switch (fact.name()) {
        case "got" -> first.append(separator).append("got ").append(fact.value());
        case "allowed" -> first.append(separator).append("allowed: ").append(fact.value());
        default -> {
          rest.append("\n  ").append(fact.name()).append(": ").append(fact.value());
          continue;
        }
      }
      separator = ", ";
    }
    return first.append(rest).toString();
  }
}
