package dev.parley.bench.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.bench.measure.Export.Part;
import dev.parley.vq.Quantiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  @TempDir private Path folder;

  @Test
  void littleEndian() throws IOException {
    Export export = new Export(folder.resolve("new"));
    export.floats("f", new float[] {1});
    export.wholes("i", new int[] {258});
    assertArrayEquals(
        new byte[] {0, 0, (byte) 0x80, 0x3f}, Files.readAllBytes(folder.resolve("new/f")));
    assertArrayEquals(new byte[] {2, 1, 0, 0}, Files.readAllBytes(folder.resolve("new/i")));
  }

  @Test
  void readBack() throws IOException {
    Export export = new Export(folder);
    export.floats("f", new float[] {1.5f, -2});
    export.doubles("d", new double[] {Math.PI});
    export.wholes("i", new int[] {-1, 7});
    List<Part> parts = new ArrayList<>();
    Export.perceptron(parts, "net", 3, 4, 2);
    export.layout(Map.of("parameters", parts));
    Flat flat = new Flat(folder);
    assertArrayEquals(new float[] {1.5f, -2}, flat.floats("f"));
    assertArrayEquals(new double[] {Math.PI}, flat.doubles("d"));
    assertArrayEquals(new int[] {-1, 7}, flat.wholes("i"));
    assertEquals(3 * 4 + 4 + 4 * 2 + 2, flat.parameters());
    assertEquals("net.b2", flat.layout().path("parameters").path(3).path("name").asText());
  }

  @Test
  void vqVae() throws IOException {
    int batch = 10;
    VqVaeExport.write(new Export(folder), batch, Quantiser.gradient());
    Flat flat = new Flat(folder);
    assertEquals(flat.parameters(), flat.floats("parameters.f32").length);
    assertEquals(VqVaeSteps.STEPS * batch * 784, flat.floats("images.f32").length);
    double[] losses = flat.doubles("log.f64");
    assertEquals(2 * VqVaeSteps.STEPS, losses.length);
    assertTrue(losses[2 * VqVaeSteps.STEPS - 2] < losses[0], () -> Arrays.toString(losses));
  }

  @Test
  void quartiles() {
    Timing timing = Timing.of(new double[] {5, 1, 3, 2, 4}, 10);
    assertEquals(new Timing(2, 3, 4, 50), timing);
    assertEquals(new Timing(1.25, 1.5, 1.75, 2), Timing.of(new double[] {2, 1}, 1));
  }

  @Test
  void residentSize() {
    assertEquals(2, Memory.megabytes("Name:\tjava\nVmRSS:\t    2048 kB\nThreads:\t9\n"));
    assertEquals(Double.NaN, Memory.megabytes("Name:\tjava\n"));
  }

  @Test
  void productsOfAStep() {
    assertEquals(2.0 * (3 * 2 * (784 * 512 + 512 * 64) - 784 * 512 + 64 * 32), VqVaeSteps.flops(1));
  }

  @Test
  void twinsAreTheSame() {
    assertEquals(true, Twins.compare(1, 8).get("same"));
  }
}
