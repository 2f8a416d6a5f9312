package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.WebPage;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyReportTest {

  private static final int LARGEST = 1_500_000;
  private static final String HOSTILE = "<script>alert(\"x\")</script> & 'more'";

  @TempDir private Path folder;
  private Study<Aim> study = Study.of(Small.PLAN);

  @BeforeEach
  void keepRecordsApart() {
    study = study.in(folder).workers(1);
  }

  private static WebPage read(StudyResult result) throws Exception {
    String html = result.report().html();
    assertEquals(html, result.report().html());
    assertTrue(html.length() < LARGEST, () -> html.length() + " bytes");
    WebPage page = new WebPage(html);
    page.requireSelfContained();
    return page;
  }

  private Aim withoutData(Aim plan) {
    return plan.dataset(Mnist.at(folder.resolve("mnist").toString()));
  }

  @Test
  void ablationWithAHostileNameAndAFailedTrial() throws Exception {
    WebPage page =
        read(
            Small.run(
                study.ablate(HOSTILE, Aim::silent).ablate("no data", this::withoutData).seeds(3)));
    assertEquals(List.of("Study: what is left out"), page.texts("h1"));
    assertEquals(
        List.of(
            "Failed trials",
            "Results",
            "Curves",
            "Comparisons",
            "Trials",
            "Plans",
            "Provenance",
            "How to repeat it"),
        page.texts("h2"));
    assertTrue(page.text().contains("9 trials. 6 ended well, 3 failed."));
    assertTrue(page.texts("td").contains(HOSTILE));
    assertTrue(page.texts("td").stream().anyMatch(t -> t.contains("mnist: got no such folder")));
    assertEquals(3, page.elements("img").size());
    assertTrue(page.texts("td").contains(Small.PLAN.silent().toString()));
    assertTrue(page.texts("code").contains("./parley replay FOLDER"));
  }

  @Test
  void everyTrialFailed() throws Exception {
    WebPage page =
        read(Small.run(Study.of(withoutData(Small.PLAN)).in(folder).workers(1).seeds(2)));
    assertEquals(
        List.of("Failed trials", "Results", "Plans", "How to repeat it"), page.texts("h2"));
    assertTrue(page.text().contains("there is nothing to show yet"));
    assertFalse(page.text().contains("NaN"));
  }

  @Test
  void gridOfTwoHasAHeatMapAndOneAtATimeATornado() throws Exception {
    WebPage grid =
        read(Small.run(study.vary(Aim::codebook, 4, 6).vary(Aim::seqLen, 1, 2).seeds(1)));
    assertEquals(List.of("Study: codebook, seqLen"), grid.texts("h1"));
    assertEquals("Mean joint reward by codebook and seqLen", lastAlt(grid));
    WebPage apart =
        read(
            Small.run(
                study.vary(Aim::codebook, 4, 6).vary(Aim::seqLen, 1, 3).oneAtATime().seeds(1)));
    assertTrue(lastAlt(apart).startsWith("How far each setting moves"));
  }

  private static String lastAlt(WebPage page) {
    var images = page.elements("img");
    return images.get(images.size() - 1).getAttribute("alt");
  }

  @Test
  void nothingButTheSeedVaries() throws Exception {
    WebPage page = read(Small.run(study.seeds(2)));
    assertTrue(page.text().contains("Nothing but the seed was varied."));
    assertFalse(page.texts("h2").contains("Comparisons"));
  }

  @Test
  void pageIsSavedWithTheStudy(@TempDir Path place) throws IOException {
    StudyResult result = Small.run(study.seeds(1));
    result.save(place);
    assertEquals(result.report().html(), Files.readString(place.resolve("report.html")));
  }
}
