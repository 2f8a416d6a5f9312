package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The profiles for GPUs exchange one library for another of the same release: read from
 * toolkit/pom.xml, because to resolve them is to download a gigabyte.
 */
class BackendTest {

  private Element project;

  @BeforeEach
  void read() throws Exception {
    project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Repository.path("toolkit/pom.xml").toFile())
            .getDocumentElement();
  }

  @Test
  void everyLibraryOfNd4jIsTheBackendInTheOneVersion() {
    List<String> found = new ArrayList<>();
    for (Element dependency : all(project, "dependency")) {
      if (text(dependency, "groupId").equals("org.nd4j")) {
        found.add(text(dependency, "artifactId") + ":" + text(dependency, "version"));
      }
    }
    String backend = "${nd4j.backend}:${nd4j.version}";
    assertEquals(List.of(backend, backend), found);
    assertEquals("nd4j-native", property(project, "nd4j.backend"));
    assertEquals("classpath", property(project, "classpath.file"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuda", "cuda-redist"})
  void profileIsOfTheSameRelease(String id) throws Exception {
    Element profile =
        all(project, "profile").stream()
            .filter(p -> text(p, "id").equals(id))
            .findFirst()
            .orElseThrow();
    String bindings = property(project, "cuda.version");
    String cuda = bindings.substring(0, bindings.indexOf('-'));
    assertEquals("nd4j-cuda-" + cuda, property(profile, "nd4j.backend"));
    String javacpp = property(profile, "javacpp.version");
    assertTrue(bindings.endsWith("-" + javacpp));
    assertTrue(property(profile, "openblas.version").endsWith("-" + javacpp));
    for (Element dependency : all(profile, "dependency")) {
      String version = "${" + text(dependency, "artifactId") + ".version}";
      assertEquals(version, text(dependency, "version"));
    }
    assertEquals("classpath-" + id, property(profile, "classpath.file"));
    String launcher = Files.readString(Repository.path("parley"));
    assertTrue(launcher.contains("|" + id), "the launcher knows it");
  }

  /** BLAS is newer than the one that ND4J was built with; a GPU's libraries are not. */
  @Test
  void javacppAndBlasAreOfOneRelease() {
    String javacpp = property(project, "javacpp.version");
    assertEquals(
        "javacpp-" + javacpp + ".jar",
        String.valueOf(Repository.classes(Loader.class).getFileName()));
    assertTrue(property(project, "openblas.version").endsWith("-" + javacpp));
  }

  private static String property(Element owner, String name) {
    return text(all(owner, "properties").get(0), name);
  }

  private static String text(Element owner, String name) {
    return all(owner, name).get(0).getTextContent().strip();
  }

  private static List<Element> all(Element owner, String name) {
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < owner.getElementsByTagName(name).getLength(); i++) {
      Node node = owner.getElementsByTagName(name).item(i);
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
