package dev.parley.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A state file as what is in it, to be looked at and to be spoiled. */
public final class Entries {

  private Entries() {}

  /** The entries by name, as the JDK reads them. */
  public static Map<String, byte[]> of(byte[] file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** An entry that must be there. */
  public static byte[] get(Map<String, byte[]> entries, String name) {
    byte[] content = entries.get(name);
    if (content == null) {
      throw new AssertionError("no " + name + " in " + entries.keySet());
    }
    return content;
  }

  /** A file with these entries, whose checksums hold. */
  public static byte[] file(Map<String, byte[]> entries) {
    Zip zip = new Zip();
    entries.forEach(zip::add);
    return zip.toBytes();
  }
}
