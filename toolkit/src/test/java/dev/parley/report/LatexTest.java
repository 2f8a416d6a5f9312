package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

final class LatexTest {

  private static final String NASTY = "\\ { } $ & # % _ ~ ^ < > | \" [1] *2 -- --- ''' `` ?` \n é";

  private static List<String> cells(double... values) {
    return lines(Tables.named("t").reals("x", values).table());
  }

  /** What is between the rules below the header, without the ends of the lines. */
  private static List<String> lines(Table table) {
    String latex = Tables.latex(table, "c", "tab:c");
    String body =
        latex.substring(latex.indexOf("\\midrule") + 9, latex.indexOf("    \\bottomrule"));
    return body.lines().map(line -> line.strip().replace(" \\\\", "")).toList();
  }

  @Test
  void wholeTable() {
    Table table =
        Tables.named("t")
            .texts("algorithm", List.of("AIM", "silent_agent"))
            .wholes("runs", new int[] {10, 8})
            .reals("share", new double[] {0.8, 0.125})
            .reals("gain", new double[] {-1.5, Double.NaN})
            .table();
    assertEquals(
        """
        % needs \\usepackage{booktabs}
        \\begin{table}
          \\centering
          \\caption{Shares, 95 \\% of them}
          \\label{tab:shares_1}
          \\begin{tabular}{lrrr}
            \\toprule
            algorithm & runs & share & gain \\\\
            \\midrule
            AIM & 10 & 0.800 & $-1.5$ \\\\
            silent\\_agent & 8 & 0.125 & -- \\\\
            \\bottomrule
          \\end{tabular}
        \\end{table}
        """,
        Tables.latex(table, "Shares, 95 % of them", "tab:shares_1"));
  }

  @Test
  void columnsHaveSensibleDigits() {
    assertEquals(List.of("7.91", "0.05", "10.00"), cells(7.9123, 0.0512, 9.999));
    assertEquals(List.of("1234", "0"), cells(1234.4, 0));
    assertEquals(List.of("0.5", "1.0"), cells(0.5, 1));
    assertEquals(List.of("3", "4"), cells(3, 4));
    assertEquals(List.of("0.00012"), cells(0.00012));
  }

  @Test
  void whatWouldBecomeZeroGetsDigitsOfItsOwn() {
    assertEquals(List.of("9", "0.001", "$2.5 \\times 10^{-7}$"), cells(9, 0.001, 2.5e-7));
    assertEquals(List.of("$-1.23 \\times 10^{12}$", "1"), cells(-1.234e12, 1));
  }

  @Test
  void whatIsNotFinite() {
    assertEquals(
        List.of("1", "--", "$\\infty$", "$-\\infty$"),
        cells(1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '@',
      value = {
        "a_b, a\\_b",
        "50%, 50\\%",
        "\\x, \\textbackslash{}x",
        "{x}, \\{x\\}",
        "a--b, a-{}-b",
        "a-b, a-b",
        "[0 1], {[}0 1{]}",
        "* , {*}",
        "it's, it's",
        "a''b, a'{}'b",
      })
  void specialCharacters(String text, String latex) {
    assertEquals(List.of(latex), lines(Tables.named("t").texts("a", List.of(text)).table()));
  }

  /**
   * What LaTeX would stumble over: a bare special character, a brace without its partner, a row
   * with too many cells, an argument where a row ends.
   */
  @Test
  void structureHoldsWhateverTheTextsAre() {
    Table table =
        Tables.named("t")
            .texts(NASTY, List.of(NASTY, "[x]"))
            .reals("b" + NASTY, new double[] {1, 2})
            .table();
    String latex = Tables.latex(table, NASTY, "tab:x");
    String text = latex.substring(latex.indexOf('\n'));
    assertTrue(!text.replace("\\%", "").contains("%"), "no comment");
    assertTrue(!text.replace("\\#", "").replace("\\$", "").matches("(?s).*[#$~^].*"), text);
    assertTrue(!text.replace("\\_", "").contains("_"), text);
    assertTrue(!Pattern.compile("(\\\\\\\\|rule)\\s*[\\[*]").matcher(text).find(), text);
    String braces = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "");
    assertEquals(count("\\{", braces), count("\\}", braces));
    for (String line : lines(table)) {
      assertEquals(1, count("&", line.replace("\\&", "")), line);
    }
    Deque<String> open = new ArrayDeque<>();
    Matcher matcher = Pattern.compile("\\\\(begin|end)\\{(\\w+)}").matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals("begin")) {
        open.push(matcher.group(2));
      } else {
        assertEquals(open.pop(), matcher.group(2));
      }
    }
    assertTrue(open.isEmpty(), "every environment ends");
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void noRows() {
    assertEquals(List.of(), cells());
  }

  @Test
  void whatIsNoTable() {
    Table none = Tables.named("t").table();
    assertThrows(IllegalArgumentException.class, () -> Tables.latex(none, "c", "tab:c"));
    Table one = Tables.named("t").reals("x", new double[] {1}).table();
    for (String label : List.of("", "a b", "a}", "%", "\\x")) {
      assertThrows(IllegalArgumentException.class, () -> Tables.latex(one, "c", label), label);
    }
  }
}
