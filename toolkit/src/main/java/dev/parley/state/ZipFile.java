package dev.parley.state;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A zip archive as {@link Zip} writes it, and nothing else: every byte must be as it would write
 * it, which leaves no room for a surprise. Nothing is allocated before it is known to be in the
 * file.
 */
final class ZipFile implements Closeable {

  private record Entry(int start, int size, int crc) {}

  private static final String WHOLE = "a checkpoint, whole and as it was written";

  private final Path path;
  private final RandomAccessFile file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private ZipFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens an archive and reads its directory.
   *
   * @throws DataException if it cannot be read or is not such an archive
   */
  static ZipFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DataException(problem(path, Files.exists(path) ? "not a file" : "no such file"));
    }
    try {
      ZipFile zip = new ZipFile(path, new RandomAccessFile(path.toFile(), "r"));
      try {
        zip.readDirectory();
        return zip;
      } catch (IOException | DataException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DataException(problem(path, "cannot be read"), e);
    }
  }

  Path path() {
    return path;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** The bytes of an entry, or -1 if there is none of that name. */
  int size(String name) {
    Entry entry = entries.get(name);
    return entry == null ? -1 : entry.size;
  }

  /**
   * The content of an entry that there is.
   *
   * @throws DataException if it is not what was written
   */
  byte[] read(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw failure("has no " + name);
    }
    try {
      byte[] content = bytes(entry.start, entry.size);
      if (Zip.crc(content) != entry.crc) {
        throw failure("was changed: the checksum of " + name + " is another");
      }
      return content;
    } catch (IOException e) {
      throw new DataException(problem(path, "cannot be read"), e);
    }
  }

  /** The error that this file is not good, for a reason. */
  DataException failure(String reason) {
    return new DataException(problem(path, reason));
  }

  private static Problem problem(Path path, String reason) {
    return Problem.with("checkpoint").got(path).allowed(WHOLE).fact("reason", reason);
  }

  private void readDirectory() throws IOException {
    long length = file.length();
    if (length < Zip.END || length > Integer.MAX_VALUE || !begins()) {
      throw failure("is no npz file");
    }
    int end = (int) length - Zip.END;
    byte[] record = bytes(end, Zip.END);
    ByteBuffer fields = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    int count = Short.toUnsignedInt(fields.getShort(10));
    int size = fields.getInt(12);
    int start = fields.getInt(16);
    boolean sound =
        Arrays.equals(record, Zip.end(count, size, start))
            && count <= Zip.MOST_ENTRIES
            && size >= 0
            && size <= count * (Zip.CENTRAL + Zip.LONGEST_NAME)
            && start == end - size;
    if (!sound) {
      throw failure("ends too early, or was changed at its end");
    }
    ByteBuffer directory = ByteBuffer.wrap(bytes(start, size)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int i = 0; i < count; i++) {
      at = readEntry(directory, at, start);
    }
    if (at != start || directory.hasRemaining()) {
      throw failure("was changed: its directory does not fit");
    }
  }

  private boolean begins() throws IOException {
    return Arrays.equals(bytes(0, 4), new byte[] {'P', 'K', 3, 4});
  }

  /** Reads one entry of the directory, which must begin at {@code at}; gives where it ends. */
  private int readEntry(ByteBuffer directory, int at, int limit) throws IOException {
    int from = directory.position();
    if (directory.remaining() < Zip.CENTRAL) {
      throw failure("was changed: its directory ends too early");
    }
    int crc = directory.getInt(from + 16);
    int size = directory.getInt(from + 24);
    int letters = Short.toUnsignedInt(directory.getShort(from + 28));
    if (letters > Math.min(directory.remaining() - Zip.CENTRAL, Zip.LONGEST_NAME)) {
      throw failure("was changed: a name does not fit");
    }
    byte[] found = new byte[Zip.CENTRAL + letters];
    directory.get(found);
    String name = new String(found, Zip.CENTRAL, letters, StandardCharsets.ISO_8859_1);
    if (!Zip.isName(name) || !Arrays.equals(found, Zip.central(name, crc, size, at))) {
      throw failure("was changed: its directory is not as it was written");
    }
    byte[] local = Zip.local(name, crc, size);
    if (size < 0 || size > limit - at - local.length) {
      throw failure("was changed: " + name + " is larger than the file");
    }
    if (!Arrays.equals(local, bytes(at, local.length))) {
      throw failure("was changed before " + name);
    }
    int start = at + local.length;
    if (entries.put(name, new Entry(start, size, crc)) != null) {
      throw failure("was changed: " + name + " is there twice");
    }
    return start + size;
  }

  private byte[] bytes(int from, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
