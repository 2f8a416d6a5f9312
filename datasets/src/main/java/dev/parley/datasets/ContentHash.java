package dev.parley.datasets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The bytes that stand for {@link Samples}, hashed; {@link Samples#sha256()} states the rule. */
final class ContentHash {

  private final MessageDigest digest = Sha256.digest();
  private final ByteBuffer chunk = ByteBuffer.allocate(1 << 16);

  private ContentHash() {}

  static String of(Samples samples) {
    ContentHash hash = new ContentHash();
    hash.add(samples.count());
    hash.add(samples.width());
    hash.add(samples.height());
    hash.add(samples.classes());
    for (int i = 0; i < samples.count(); i++) {
      hash.add(samples.label(i));
    }
    for (float pixel : samples.pixels()) {
      hash.add(Float.floatToIntBits(pixel + 0f)); // -0 + 0 is 0
    }
    hash.flush();
    return Sha256.hex(hash.digest);
  }

  private void add(int value) {
    if (!chunk.hasRemaining()) {
      flush();
    }
    chunk.putInt(value);
  }

  private void flush() {
    digest.update(chunk.flip());
    chunk.clear();
  }
}
