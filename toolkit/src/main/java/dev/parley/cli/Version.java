package dev.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/parley/version.properties")) {
      versions.load(in);
    }
    return new String[] {
      "parley " + versions.getProperty("parley") + ", ND4J " + versions.getProperty("nd4j")
    };
  }
}
