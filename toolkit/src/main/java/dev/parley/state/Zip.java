package dev.parley.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A zip archive while it is written, in the plainest form there is: entries that are not
 * compressed, one after the other, with ASCII names, all dated 1980-01-01. Its bytes follow from
 * names and contents alone.
 */
final class Zip {

  static final int END = 22;
  static final int CENTRAL = 46;
  static final int LONGEST_NAME = 255;
  static final int MOST_ENTRIES = 10_000;

  private static final int VERSION = 10;
  private static final int LOCAL = 30;
  private static final int FIRST_DAY = 0x21;
  private static final Pattern NAME = Pattern.compile("[\\w-][\\w. -]*(/[\\w-][\\w. -]*)*");

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private final Set<String> names = new HashSet<>();

  /**
   * One more entry.
   *
   * @throws IllegalArgumentException if the name cannot be one, or is that of another entry
   */
  void add(String name, byte[] content) {
    if (!isName(name) || !names.add(name) || names.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("no name for one more entry: " + name);
    }
    int crc = crc(content);
    directory.writeBytes(central(name, crc, content.length, entries.size()));
    entries.writeBytes(local(name, crc, content.length));
    entries.writeBytes(content);
  }

  /** All of it. */
  byte[] toBytes() {
    int start = entries.size();
    ByteArrayOutputStream all = new ByteArrayOutputStream(start + directory.size() + END);
    all.writeBytes(entries.toByteArray());
    all.writeBytes(directory.toByteArray());
    all.writeBytes(end(names.size(), directory.size(), start));
    return all.toByteArray();
  }

  /** Whether an entry can have that name. */
  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  /** What stands before the content of an entry. */
  static byte[] local(String name, int crc, int size) {
    ByteBuffer header = room(LOCAL + name.length()).put(ascii("PK\3\4"));
    return entry(header, name, crc, size).put(ascii(name)).array();
  }

  /** What the directory says of an entry. */
  static byte[] central(String name, int crc, int size, int offset) {
    ByteBuffer header =
        room(CENTRAL + name.length()).put(ascii("PK\1\2")).putShort((short) VERSION);
    return entry(header, name, crc, size)
        .putShort((short) 0)
        .putInt(0)
        .putInt(0)
        .putInt(offset)
        .put(ascii(name))
        .array();
  }

  /** What ends the archive. */
  static byte[] end(int entries, int size, int start) {
    return room(END)
        .put(ascii("PK\5\6"))
        .putInt(0)
        .putShort((short) entries)
        .putShort((short) entries)
        .putInt(size)
        .putInt(start)
        .putShort((short) 0)
        .array();
  }

  /** What both headers of an entry have: no flags, no compression, the first day there is. */
  private static ByteBuffer entry(ByteBuffer header, String name, int crc, int size) {
    return header
        .putShort((short) VERSION)
        .putInt(0)
        .putShort((short) 0)
        .putShort((short) FIRST_DAY)
        .putInt(crc)
        .putInt(size)
        .putInt(size)
        .putShort((short) name.length())
        .putShort((short) 0);
  }

  private static ByteBuffer room(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
