package dev.parley.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.train.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kernel gets the forms that it asks for, and what belongs to them. */
class WantedFormsTest {

  private static final Run RUN = Experiment.aim().pretrain(1).rounds(2).run();

  private static MimeBundle chart(String... forms) {
    return MimeBundles.of(RUN.rewardCurve(), Set.of(forms)::contains);
  }

  @Test
  void anSvgOnlyWhenItIsAskedFor() {
    MimeBundle svg = chart(MimeBundle.SVG, MimeBundle.PLAIN);
    assertEquals(Set.of(MimeBundle.SVG, MimeBundle.PLAIN), svg.data().keySet());
    assertTrue(svg.data().getOrDefault(MimeBundle.SVG, "").contains("<svg"));
    assertEquals(Map.of(), svg.metadata(), "of the PNG that nobody wants");
    assertEquals(
        Set.of(MimeBundle.PNG, MimeBundle.PLAIN),
        chart(MimeBundle.HTML, MimeBundle.PNG, MimeBundle.PLAIN).data().keySet());
  }

  @Test
  void aFormThatAResultDoesNotHaveIsLeftOut() {
    MimeBundle table = MimeBundles.of(RUN.rounds(), MimeBundle.PNG::equals);
    assertEquals(Map.of(), table.data());
  }

  @Test
  void aContainerGetsDataAndMetadata() {
    Map<String, Object> data = new HashMap<>();
    Map<String, Object> metadata = new HashMap<>();
    chart(MimeBundle.PNG).into(data::put, metadata::put);
    assertEquals(Set.of(MimeBundle.PNG), data.keySet());
    assertEquals(Map.of(MimeBundle.PNG, Map.of("width", 800, "height", 500)), metadata);
  }
}
