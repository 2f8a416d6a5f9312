package dev.parley.state;

import dev.parley.error.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A state as a file of numpy ({@code .npz}): a zip archive that is not compressed, with a header of
 * text, {@value #HEADER}, and one {@code .npy} an array. Equal states give equal bytes.
 *
 * <p>Reading trusts nothing: the archive must be to the byte of the form in which it was written,
 * every checksum must hold, and nothing larger than the file is ever allocated. There is nothing in
 * it but text and numbers.
 */
public final class StateFile implements AutoCloseable {

  /** The entry that holds the header. */
  public static final String HEADER = "checkpoint.json";

  private static final int LONGEST_HEADER = 1 << 20;

  private final ZipFile zip;

  private StateFile(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * The bytes of a file.
   *
   * @param content names everything that is to be in it
   * @throws dev.parley.error.TrainingException if a number is NaN
   * @throws IllegalArgumentException if a name cannot be one, or is there twice
   */
  public static byte[] bytes(String header, Consumer<State> content) {
    Zip zip = new Zip();
    zip.add(HEADER, header.getBytes(StandardCharsets.UTF_8));
    content.accept(new Saving(zip, ""));
    return zip.toBytes();
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it cannot be read or was not written by {@link #bytes}
   */
  public static StateFile open(Path path) {
    return new StateFile(ZipFile.open(path));
  }

  /**
   * The text that describes the state.
   *
   * @throws DataException if it is damaged
   */
  public String header() {
    if (zip.size(HEADER) > LONGEST_HEADER) {
      throw zip.failure("has a header of " + zip.size(HEADER) + " bytes");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(zip.read(HEADER)))
          .toString();
    } catch (CharacterCodingException e) {
      throw zip.failure("has a header that is no text");
    }
  }

  /**
   * Gives everything back.
   *
   * @param content the same as when it was saved
   * @throws DataException if a number that is asked for is not there or of another kind or shape,
   *     or if one is there that was not asked for
   */
  public void restore(Consumer<State> content) {
    Set<String> left = new LinkedHashSet<>(zip.names());
    left.remove(HEADER);
    content.accept(new Restoring(zip, left, ""));
    if (!left.isEmpty()) {
      throw zip.failure("has " + left.iterator().next() + ", which nobody asks for");
    }
  }

  /**
   * Gives some of it back; otherwise as {@link #restore}.
   *
   * @param content names what is asked for
   */
  public void restoreSome(Consumer<State> content) {
    content.accept(new Restoring(zip, new LinkedHashSet<>(zip.names()), ""));
  }

  /** The names of all entries. */
  public Set<String> names() {
    return Set.copyOf(zip.names());
  }

  /** The error that the file is not good, for a reason. */
  public DataException failure(String reason) {
    return zip.failure(reason);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new DataException(zip.failure("cannot be closed").problems().get(0), e);
    }
  }
}
