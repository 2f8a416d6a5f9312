package dev.parley.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StreamsTest {

  @Test
  void sameNameSameNumbers() {
    Streams streams = Streams.of(5);
    RandomStream first = streams.stream("weights");
    first.nextLong();
    assertArrayEquals(streams.stream("weights").state(), Streams.of(5).stream("weights").state());
    assertArrayEquals(
        streams.child("agent").stream("weights").state(),
        Streams.of(5).child("agent").stream("weights").state());
  }

  @Test
  void twoStreamsOfOneNameAreIndependentOfEachOther() {
    RandomStream one = Streams.of(5).stream("order");
    RandomStream other = Streams.of(5).stream("order");
    long first = one.nextLong();
    one.nextLong();
    assertEquals(first, other.nextLong());
  }

  /** From a program of our own in Python 3. */
  @Test
  void golden() {
    Streams streams = Streams.of(5);
    assertEquals(0x3E3FB21586740D8AL, streams.stream("weights").nextLong());
    assertEquals(0x8A84FD66DC543CDCL, streams.child("a").stream("b").nextLong());
    assertEquals(0x4C3DB3C511AF8FCBL, streams.stream("ab").nextLong());
    assertEquals(0xBD07CC740CFEEA80L, streams.stream("é→").nextLong());
  }

  @Test
  void newConsumerShiftsNobody() {
    Streams streams = Streams.of(5);
    long before = streams.child("agent").stream("weights").nextLong();
    streams.stream("new").nextLong();
    streams.child("new").stream("weights").nextLong();
    streams.child("agent").stream("new").nextLong();
    assertEquals(before, streams.child("agent").stream("weights").nextLong());
  }

  /** Names, paths and seeds that resemble each other: every stream starts elsewhere. */
  @Test
  void everyPathOfEverySeedDiffers() {
    Set<Long> seen = new HashSet<>();
    int streams = 0;
    String[] names = {"-", "a", "b", "aa", "ab", "ba", "a/b", "weights", "weights ", "Weights"};
    for (long seed = -50; seed < 50; seed++) {
      for (String outer : names) {
        seen.add(Streams.of(seed).stream(outer).nextLong());
        streams++;
        for (String inner : names) {
          seen.add(Streams.of(seed).child(outer).stream(inner).nextLong());
          streams++;
        }
      }
    }
    assertEquals(11_000, streams);
    assertEquals(streams, seen.size());
  }

  @Test
  void pathIsNotTheJoinedName() {
    Streams streams = Streams.of(1);
    long path = streams.child("a").stream("b").nextLong();
    assertNotEquals(path, streams.stream("ab").nextLong());
    assertNotEquals(path, streams.stream("a/b").nextLong());
    assertNotEquals(path, streams.child("b").stream("a").nextLong());
    assertNotEquals(path, streams.child("a").child("b").stream("b").nextLong());
  }

  /** The mix of 0 is 0: for seed 0 a child without a name would be the root itself. */
  @Test
  void emptyName() {
    Streams streams = Streams.of(0);
    assertThrows(IllegalArgumentException.class, () -> streams.child(""));
    assertThrows(IllegalArgumentException.class, () -> streams.stream(""));
  }

  /** Streams of neighbouring names and seeds are uncorrelated: their sum is as uniform as each. */
  @Test
  void neighboursAreUncorrelated() {
    long[] counts = new long[50];
    for (int seed = 0; seed < 2500; seed++) {
      double a = Streams.of(seed).stream("a").nextDouble();
      double b = Streams.of(seed).stream("b").nextDouble();
      double c = Streams.of(seed + 1).stream("a").nextDouble();
      counts[(int) ((a + b) % 1 * 50)]++;
      counts[(int) ((a + c) % 1 * 50)]++;
    }
    ChiSquare.checkUniform(counts);
  }
}
