package dev.parley.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ParleyExceptionTest {

  private static final Problem ONE = Problem.with("codebook").got(1);
  private static final Problem TWO = Problem.with("seqLen").got(0);

  @Test
  void messageIsTheTextOfEveryProblem() {
    PlanException exception = new PlanException(List.of(ONE, TWO));
    assertEquals("codebook: got 1\nseqLen: got 0", exception.getMessage());
    assertEquals(List.of(ONE, TWO), exception.problems());
  }

  @Test
  void causeIsKept() {
    IOException cause = new IOException("disk");
    assertSame(cause, new DataException(ONE, cause).getCause());
    assertSame(cause, new OutputException(ONE, cause).getCause());
  }

  /**
   * These tests are in a package of the toolkit, so that the first frame which is not is the JDK's.
   */
  @Test
  void blameFallsOnTheCaller() {
    assertEquals("java.util.Optional", top(() -> new SettingException(ONE)).getClassName());
    assertEquals("java.util.Optional", top(() -> new PlanException(List.of(ONE))).getClassName());
    assertEquals("java.util.Optional", top(() -> new DataException(ONE)).getClassName());
    assertEquals("java.util.Optional", top(() -> new OutputException(ONE, null)).getClassName());
  }

  @Test
  void traceOfTheCauseBeginsThereToo() {
    assertEquals(
        "java.util.Optional",
        first(thrown(() -> new DataException(ONE, new IOException("disk"))).getCause()));
  }

  /** A frame that is nobody's but a user's, in the place of the first. */
  @Test
  void causeFromCodeOfAUserKeepsItsWholeTrace() {
    ParleyException exception =
        thrown(
            () -> {
              IOException cause = new IOException("own");
              StackTraceElement[] trace = cause.getStackTrace();
              trace[0] = new StackTraceElement("mine.Reader", "read", "Reader.java", 1);
              cause.setStackTrace(trace);
              return new OutputException(ONE, cause);
            });
    assertEquals("mine.Reader", first(exception.getCause()));
  }

  private static String first(@Nullable Throwable thrown) {
    return Objects.requireNonNull(thrown).getStackTrace()[0].getClassName();
  }

  @Test
  void othersKeepTheirWholeTrace() {
    String here = ParleyExceptionTest.class.getName();
    assertEquals(here, top(() -> new TrainingException(ONE)).getClassName());
    assertEquals(here, top(() -> new ShapeException(ONE)).getClassName());
  }

  @Test
  void problemsSurviveSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new PlanException(List.of(ONE, TWO)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(List.of(ONE, TWO), ((PlanException) in.readObject()).problems());
    }
  }

  private static StackTraceElement top(Supplier<ParleyException> exception) {
    return thrown(exception).getStackTrace()[0];
  }

  private static ParleyException thrown(Supplier<ParleyException> exception) {
    Optional<Integer> some = Optional.of(1);
    return assertThrows(
        ParleyException.class,
        () ->
            some.ifPresent(
                i -> {
                  throw exception.get();
                }));
  }
}
