package dev.parley.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProblemTest {

  private static final Problem CODEBOOK =
      Problem.with("codebook")
          .got(1)
          .allowed("2 or more symbols")
          .hint("one symbol carries no information");

  @Test
  void factsAreKeptInOrder() {
    assertEquals(
        List.of(
            new Problem.Fact("got", "1"),
            new Problem.Fact("allowed", "2 or more symbols"),
            new Problem.Fact("hint", "one symbol carries no information")),
        CODEBOOK.facts());
  }

  @Test
  void textHasGotAndAllowedOnTheFirstLine() {
    assertEquals(
        "codebook: got 1, allowed: 2 or more symbols\n  hint: one symbol carries no information",
        CODEBOOK.toString());
  }

  @Test
  void otherFactsDoNotBreakTheFirstLine() {
    assertEquals(
        "images: got 3, allowed: 4\n  file: a/b",
        Problem.with("images").fact("file", "a/b").got(3).allowed("4").toString());
  }

  @Test
  void allowedAlone() {
    assertEquals("seed: allowed: any", Problem.with("seed").allowed("any").toString());
  }

  @Test
  void noFacts() {
    assertEquals("seed", Problem.with("seed").toString());
  }

  @Test
  void addingAFactLeavesTheOriginal() {
    Problem bare = Problem.with("seed");
    assertEquals(Optional.of("7"), bare.got(7).value("got"));
    assertEquals(Optional.empty(), bare.value("got"));
  }

  @Test
  void firstFactOfANameIsItsValue() {
    Problem two = Problem.with("file").fact("mirror", "a").fact("mirror", "b");
    assertEquals(Optional.of("a"), two.value("mirror"));
    assertEquals(2, two.facts().size());
  }

  @Test
  void factsAreCopied() {
    List<Problem.Fact> facts = new ArrayList<>(List.of(new Problem.Fact("got", "1")));
    Problem problem = new Problem("seed", facts);
    facts.clear();
    assertEquals(Problem.with("seed").got(1), problem);
  }
}
