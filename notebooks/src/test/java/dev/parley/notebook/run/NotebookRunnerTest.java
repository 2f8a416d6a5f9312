package dev.parley.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.notebook.display.NotebookProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunnerTest {

  @TempDir private Path folder;

  private Path notebook(String... sources) throws IOException {
    ObjectNode root = Notebook.JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    ArrayNode cells = root.putArray("cells");
    for (String source : sources) {
      ObjectNode cell = cells.addObject().put("cell_type", "code");
      cell.set("source", Notebook.lines(source));
      cell.putArray("outputs");
    }
    root.putObject("metadata");
    Path file = folder.resolve("made.ipynb");
    Files.write(file, root.toString().getBytes(StandardCharsets.UTF_8));
    return file;
  }

  @Test
  void compileErrorNamesNotebookCellLineAndMessage() throws IOException {
    Path file = notebook("int a = 1;", "int b = 2;\nString c = a + 1;", "int never = 1;");
    NotebookException e = assertThrows(NotebookException.class, () -> NotebookRunner.run(file));
    assertEquals(2, e.cell());
    String text = String.valueOf(e.getMessage());
    assertEquals(
        List.of(
            "made.ipynb, code cell 2:",
            "cell 2, line 2: incompatible types: int cannot be converted to java.lang.String",
            "    String c = a + 1;",
            "               ^^^^^"),
        text.lines().toList());
  }

  @Test
  void exceptionOfACellNamesItsMessage() throws IOException {
    Path file = notebook("Experiment.aim().codebook(1)");
    NotebookException e = assertThrows(NotebookException.class, () -> NotebookRunner.run(file));
    assertEquals(1, e.cell());
    assertTrue(String.valueOf(e.getMessage()).contains("codebook: got 1"), e.getMessage());
  }

  @Test
  void everyCauseIsTold() throws IOException {
    Path file =
        notebook(
            "void inner() {\n  throw new IllegalStateException(\"the root\");\n}",
            "try { inner(); } catch (RuntimeException e) { throw new Exception(\"the top\", e); }");
    NotebookException e = assertThrows(NotebookException.class, () -> NotebookRunner.run(file));
    assertEquals(
        List.of(
            "made.ipynb, code cell 2:",
            "java.lang.Exception: the top",
            "    at cell 2, line 1",
            "Caused by: java.lang.IllegalStateException: the root",
            "    at inner (cell 1, line 2)",
            "    at cell 2, line 1"),
        String.valueOf(e.getMessage()).lines().toList());
  }

  @Test
  void valuesAndPrintsAreOutputsAndAreSaved() throws IOException {
    Path file =
        notebook("System.out.println(\"one\\ntwo\"); 1 + 1", "", "new double[] {1, 0.123456}");
    NotebookRunner.run(file).save();
    Notebook saved = Notebook.read(file);
    assertEquals(2, saved.outputs("text/plain"));
    String text = saved.toString();
    assertTrue(text.contains("\"one\\n\",\"two\\n\""), text);
    assertTrue(text.contains("double[2] [1, 0.123]"), text);
  }

  @Test
  void whatACellDisplaysIsAnOutput() throws IOException {
    Path file =
        notebook(
            "String place = display(new Card(\"first\"));",
            "place = display(new Card(\"second\")); updateDisplay(place, new Card(\"third\"));");
    Notebook run = NotebookRunner.run(file);
    assertEquals(2, run.outputs("text/html"));
    assertTrue(run.toString().contains("first") && run.toString().contains("<b>third"));
    assertFalse(run.toString().contains("<b>second"));
  }

  /** Without JShell's own names, of which a notebook would also set a part as a formula. */
  @Test
  void aTypeOfACellIsNamedAsItIsThere() throws IOException {
    Path file =
        notebook(
            """
            record Mine() implements Dataset {
              public String name() { return "mine"; }
              public Samples load() { return Digits.embedded().load(); }
            }
            Experiment.aim().dataset(new Mine()).pretrain(1).codebook(8).rounds(2).run()""");
    String text = NotebookRunner.run(file).toString();
    assertTrue(text.contains("not possible: dataset: Mine is not in the catalogue"), text);
    assertTrue(text.contains("mathjax_ignore"), text);
  }

  /** So that a notebook that is opened and saved in Jupyter differs in nothing but its outputs. */
  @Test
  void namesAreSortedAsJupyterSortsThem() throws IOException {
    Path file = notebook("Experiment.aim().pretrain(1).rounds(2).run().rewardCurve()");
    NotebookRunner.run(file).save();
    for (JsonNode node : Notebook.JSON.readTree(file.toFile()).findParents("output_type")) {
      List<String> names = node.properties().stream().map(Map.Entry::getKey).toList();
      assertEquals(names.stream().sorted().toList(), names);
    }
    String text = Files.readString(file);
    assertTrue(text.indexOf("\"height\"") < text.indexOf("\"width\""), text);
    assertTrue(text.indexOf("\"metadata\"") < text.lastIndexOf("\"nbformat\""), text);
  }

  @Test
  void aRunLeavesItsLineInOnePlace() throws IOException {
    Path file = notebook("var run = Experiment.aim().pretrain(1).rounds(20).run();");
    Notebook run = NotebookRunner.run(file);
    assertEquals(1, run.outputs("text/html"));
    assertTrue(run.toString().contains("training: 20 of 20, joint reward "), run.toString());
    assertEquals(-1, new NotebookProgress().rank(), "no cell runs any more");
  }

  @Test
  void whatIsNoNotebookIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.ipynb"), "{}".getBytes(StandardCharsets.UTF_8));
    assertThrows(IllegalArgumentException.class, () -> Notebook.read(file));
  }
}
