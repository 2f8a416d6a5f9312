package dev.parley.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.aim.Aim;
import dev.parley.report.Tables;
import dev.parley.train.Replay;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class MimeBundlesTest {

  private static final Aim PLAN = Experiment.aim().pretrain(1).codebook(8).rounds(12);
  private static final Run RUN = PLAN.run();

  private static String text(Object value) {
    return form(value, MimeBundle.PLAIN);
  }

  private static String form(Object value, String mime) {
    return MimeBundles.of(value).data().getOrDefault(mime, "");
  }

  @TempDir private Path folder;

  @Test
  void everyResultIsStaticHtmlWithATwin() {
    List<Object> results =
        List.of(
            RUN,
            RUN.audit(),
            RUN.protocol(),
            RUN.lexicon(),
            RUN.diagnosis(),
            RUN.equilibria(),
            RUN.report(),
            RUN.protocol().card(),
            RUN.rounds(),
            RUN.measures(),
            Experiment.study(PLAN).seeds(2).in(folder).run());
    for (Object result : results) {
      String html = form(result, MimeBundle.HTML);
      assertTrue(html.contains("<table"), result.toString());
      assertTrue(html.startsWith("<div class=\"mathjax_ignore\">"), result.toString());
      assertFalse(html.contains("<script"), result.toString());
      assertFalse(html.contains("<style"), result.toString());
      assertFalse(html.contains("http"), result.toString());
      assertFalse(text(result).isEmpty());
      assertFalse(text(result).contains("<t"), result.toString());
    }
  }

  @Test
  void aReplayIsACardAndWhatDiffersATable() throws IOException {
    Path saved = RUN.save(folder.resolve("run"));
    String same = form(Experiment.replay(saved), MimeBundle.HTML);
    assertTrue(same.contains("same, ") && !same.contains("largest_difference"), same);
    Path rounds = saved.resolve("rounds.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(rounds));
    lines.set(12, lines.get(12).replaceFirst(",[^,]*", ",99"));
    Files.write(rounds, lines);
    Replay other = Experiment.replay(saved);
    String html = form(other, MimeBundle.HTML);
    assertTrue(html.contains("different in 1 of ") && html.contains(">joint_reward<"), html);
    assertEquals(other.toString(), text(other));
  }

  @Test
  void aReplayOfAStudyIsACard() {
    Path trials = folder.resolve("trials");
    Path saved = Experiment.study(PLAN).seeds(1).in(trials).run().save(folder.resolve("study"));
    String html = form(Experiment.replayStudy(saved), MimeBundle.HTML);
    assertTrue(html.contains("<table") && html.contains("same, 1 trial, to the last bit"), html);
  }

  @Test
  void aChartIsAPngOfTwiceTheSizeItIsShownAt() {
    MimeBundle bundle = MimeBundles.of(RUN.rewardCurve());
    byte[] png = Base64.getDecoder().decode(bundle.data().get(MimeBundle.PNG));
    assertEquals('P', png[1]);
    assertEquals(Map.of("width", 800, "height", 500), bundle.metadata().get(MimeBundle.PNG));
    assertFalse(bundle.data().containsKey(MimeBundle.SVG));
    assertTrue(text(RUN.rewardCurve()).contains("Joint reward"));
  }

  @Test
  void aLongTableShowsItsEndsAndSaysWhatIsLeftOut() {
    Table table = Tables.named("long").wholes("n", IntStream.range(0, 1_000).toArray()).table();
    String html = form(table, MimeBundle.HTML);
    assertTrue(html.contains("long: 1,000 rows, 1 column"), html);
    assertTrue(html.contains("980 more rows"), html);
    assertTrue(html.contains(">999<") && !html.contains(">500<"), html);
    assertTrue(html.contains("text-align:right"), html);
  }

  @Test
  void aWideTableShowsItsEndsAndNamesTheRest() {
    Tables tables = Tables.named("wide");
    for (int i = 0; i < 26; i++) {
      tables.reals("c" + i, new double[] {i + 0.123456});
    }
    String html = form(tables.table(), MimeBundle.HTML);
    assertTrue(html.contains("10 columns in the middle not shown: c8, c9, "), html);
    assertTrue(html.contains(">25.1<") && !html.contains(">8.12<"), html);
  }

  @Test
  void anEmptyTableSaysSo() {
    assertTrue(form(Table.create("none"), MimeBundle.HTML).contains("no rows"));
  }

  @Test
  void valuesOfTheJdkShowWhatIsInThem() {
    assertEquals("int[3] [1, 2, 3]", text(new int[] {1, 2, 3}));
    assertEquals("double[2] [0.333, NaN]", text(new double[] {1 / 3.0, Double.NaN}));
    assertEquals("int[][1] [int[2] [1, 2]]", text(new int[][] {{1, 2}}));
    assertTrue(text(new int[1_000]).endsWith(", … 960 more]"));
    assertEquals("[a, b]", text(List.of("a", "b")));
    assertEquals("none", text(Optional.empty()));
    assertEquals("7", text(OptionalInt.of(7)));
    assertTrue(MimeBundles.of(Optional.of(RUN)).data().containsKey(MimeBundle.HTML));
  }

  @Test
  void aMapIsACardWhoseTextsStayTexts() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("<b>", 0.123456);
    assertTrue(form(map, MimeBundle.HTML).contains("1 entry"));
    map.put("nothing", null);
    String html = form(map, MimeBundle.HTML);
    assertTrue(html.contains("&lt;b&gt;") && html.contains("0.123"), html);
    assertTrue(html.contains("null"), html);
  }
}
