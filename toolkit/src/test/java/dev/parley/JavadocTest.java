package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every public type of the main sources has a documentation comment, and so has each of its public
 * and protected members; a record's names its components.
 */
class JavadocTest {

  private static final Undocumented FOUND = in(Repository.sources("main"));

  @TempDir private Path folder;

  @Test
  void everythingPublicIsDocumented() {
    assertEquals(List.of(), FOUND.places());
  }

  @Test
  void enoughWasSeen() {
    assertTrue(FOUND.seen() >= 500, () -> FOUND.seen() + " declarations");
  }

  @Test
  void eachKindOfDeclarationIsMissed() throws IOException {
    String source =
        """
        public class A<T> {
          public int field;
          protected A() {}
          protected void method() {}
          @Override public String toString() { return ""; }
          void inside() {}
          class Hidden { public void m() {} }
          public enum Kind { ONE }
          public interface Face { void call(); }
          /** Without one component. @param x is named */
          public record Pair<S>(int x, int y) {
            public Pair {}
            static int inside() { return 0; }
          }
        }
        """;
    Path file = Files.writeString(folder.resolve("A.java"), source);
    Undocumented found = in(List.of(file));
    assertEquals(
        List.of(
            "1 A",
            "2 field",
            "3 <init>",
            "4 method",
            "8 Kind",
            "8 ONE",
            "9 Face",
            "9 call",
            "11 Pair @param <S>",
            "11 Pair @param x",
            "11 Pair @param y",
            "12 <init>"),
        found.places().stream().map(place -> place.substring(place.indexOf(':') + 1)).toList());
  }

  private static Undocumented in(List<Path> files) {
    Undocumented found = new Undocumented();
    Source.parse(files).forEach(found::look);
    return found;
  }
}
