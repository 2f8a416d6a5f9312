package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.error.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingTest {

  @Test
  void given() {
    Problem problem = Failing.setting(() -> Setting.given("dataset", null));
    assertEquals("dataset", problem.subject());
    assertEquals(Optional.of("null"), problem.value("got"));
    assertEquals(Optional.of("a value"), problem.value("allowed"));
    assertDoesNotThrow(() -> Setting.given("dataset", "digits"));
  }

  @Test
  void atLeast() {
    Problem problem = Failing.setting(() -> Setting.atLeast("codebook", 1, 2, "no information"));
    assertEquals(
        Problem.with("codebook").got(1).allowed("2 or more").hint("no information"), problem);
    assertDoesNotThrow(() -> Setting.atLeast("codebook", 2, 2, ""));
    assertDoesNotThrow(() -> Setting.atLeast("codebook", Integer.MAX_VALUE, 2, ""));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-0.001, 0.901, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void notBetween(double value) {
    assertEquals(
        Problem.with("holdout").got(value).allowed("0.0 to 0.9"),
        Failing.setting(() -> Setting.between("holdout", value, 0, 0.9)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 0.5, 0.9})
  void between(double value) {
    assertDoesNotThrow(() -> Setting.between("holdout", value, 0, 0.9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void notPositive(double value) {
    assertEquals(
        Problem.with("rate").got(value).allowed("a finite number above 0"),
        Failing.setting(() -> Setting.positive("rate", value)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void positive(double value) {
    assertDoesNotThrow(() -> Setting.positive("rate", value));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void noWeight(double value) {
    Problem problem = Failing.setting(() -> Setting.weight("intent", value));
    assertEquals("intent", problem.subject());
    assertEquals(Optional.of(String.valueOf(value)), problem.value("got"));
    assertEquals(Optional.of("a finite number, 0 or more"), problem.value("allowed"));
    assertEquals(Optional.of("0 switches it off"), problem.value("hint"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, Double.MAX_VALUE})
  void weight(double value) {
    assertDoesNotThrow(() -> Setting.weight("intent", value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void noDecay(double value) {
    Problem problem = Failing.setting(() -> Setting.decay("entropy decay", value));
    assertEquals("entropy decay", problem.subject());
    assertEquals(Optional.of(String.valueOf(value)), problem.value("got"));
    assertEquals(Optional.of("above 0, at most 1"), problem.value("allowed"));
    assertEquals(Optional.of("1 keeps the value constant"), problem.value("hint"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 0.9995, 1})
  void decay(double value) {
    assertDoesNotThrow(() -> Setting.decay("entropy decay", value));
  }
}
