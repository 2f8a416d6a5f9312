package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignalsTest {

  /** All goldens here are from a program of our own in Python 3. */
  @Test
  void goldenOfTheDefaults() {
    Samples samples = Signals.of(10, 16).load();
    assertArrayEquals(
        new float[] {0.6495764f, 0.55870265f, 0.3046262f}, Arrays.copyOf(samples.pixels(), 3));
    assertEquals(
        "8cab3075f12f30101e23cf0518d0dac8b43385b5c609d7a4533ea21eb6bde5e8", samples.sha256());
  }

  @Test
  void goldenWithClippedValues() {
    Samples samples = Signals.of(3, 2).perClass(4).noise(0.5).seed(-7).load();
    assertArrayEquals(
        new float[] {0.46263245f, 0.39721972f, 0.5575305f, 0.25646263f, 1},
        Arrays.copyOf(samples.pixels(), 5));
    assertEquals(
        "07963ba42242c94cc0b638407b11c41db5abd48e11a4aa684a64878fa31c0f17", samples.sha256());
  }

  @Test
  void dimensions() {
    Samples samples = Signals.of(3, 5).perClass(7).load();
    assertEquals("signals", samples.name());
    assertEquals(21, samples.count());
    assertEquals(5, samples.width());
    assertEquals(1, samples.height());
    assertEquals(3, samples.classes());
    assertArrayEquals(new int[] {1, 4, 7, 10, 13, 16, 19}, samples.ofClass(1));
  }

  @Test
  void withoutNoiseASampleIsItsCentre() {
    Samples samples = Signals.of(4, 6).perClass(3).noise(0).load();
    float[] centres = Arrays.copyOf(samples.pixels(), 24);
    assertArrayEquals(centres, Arrays.copyOfRange(samples.pixels(), 24, 48));
    assertArrayEquals(centres, Arrays.copyOfRange(samples.pixels(), 48, 72));
    for (float value : centres) {
      assertTrue(value >= 0.2f && value <= 0.8f, "centre " + value);
    }
    assertEquals(24, Arrays.stream(box(centres)).distinct().count());
  }

  @Test
  void moreSamplesExtendTheSameData() {
    float[] few = Signals.of(3, 4).perClass(5).load().pixels();
    float[] more = Signals.of(3, 4).perClass(50).load().pixels();
    assertArrayEquals(few, Arrays.copyOf(more, few.length));
  }

  @Test
  void largestNoiseIsStillInRange() {
    Samples samples = Signals.of(2, 8).noise(Double.MAX_VALUE).load();
    for (float value : samples.pixels()) {
      assertTrue(value == 0 || value == 1, "value " + value);
    }
  }

  @Test
  void seedsDiffer() {
    assertNotEquals(
        Signals.of(2, 2).seed(1).load().sha256(), Signals.of(2, 2).seed(2).load().sha256());
  }

  @Test
  void orderOfCallsDoesNotMatter() {
    Signals signals = Signals.of(3, 4).perClass(5).noise(0.3).seed(9);
    assertEquals(signals, Signals.of(3, 4).seed(9).noise(0.3).perClass(5));
    assertEquals(signals, new Signals(3, 4, 5, 0.3, 9));
    assertEquals(Signals.of(3, 4).noise(0.0), Signals.of(3, 4).noise(-0.0));
  }

  @Test
  void oneClass() {
    Problem problem = Failing.setting(() -> Signals.of(1, 4));
    assertEquals("classes", problem.subject());
    assertEquals("1", Failing.got(problem));
    assertEquals("2 or more", Failing.allowed(problem));
  }

  @Test
  void noDimensions() {
    Problem problem = Failing.setting(() -> Signals.of(2, 0));
    assertEquals("dimensions", problem.subject());
    assertEquals("0", Failing.got(problem));
    assertEquals("1 or more", Failing.allowed(problem));
  }

  @Test
  void noSamples() {
    Problem problem = Failing.setting(() -> Signals.of(2, 2).perClass(-3));
    assertEquals("perClass", problem.subject());
    assertEquals("-3", Failing.got(problem));
    assertEquals("1 or more", Failing.allowed(problem));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void impossibleNoise(double noise) {
    Problem problem = Failing.setting(() -> Signals.of(2, 2).noise(noise));
    assertEquals("noise", problem.subject());
    assertEquals(String.valueOf(noise), Failing.got(problem));
  }

  @Test
  void moreThanMemoryHolds() {
    int most = Integer.MAX_VALUE;
    Problem problem = Failing.setting(() -> new Signals(most, most, most, 0, 0));
    assertEquals("signals", problem.subject());
    assertEquals("at most 268435456 values", Failing.allowed(problem));
  }

  private static Object[] box(float[] values) {
    Object[] boxed = new Object[values.length];
    Arrays.setAll(boxed, i -> values[i]);
    return boxed;
  }
}
