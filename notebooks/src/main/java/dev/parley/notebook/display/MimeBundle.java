package dev.parley.notebook.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One result in several forms, of which a front end takes the best that it can show. Knows no
 * kernel.
 *
 * @param data by MIME type; images in base64
 * @param metadata by MIME type, such as the size at which an image is shown
 */
public record MimeBundle(Map<String, String> data, Map<String, Map<String, Object>> metadata) {

  static final String PLAIN = "text/plain";
  static final String HTML = "text/html";
  static final String PNG = "image/png";
  static final String SVG = "image/svg+xml";

  /** All that results may have. */
  static final Set<String> FORMS = Set.of(PLAIN, HTML, PNG, SVG);

  /** Keeps copies. */
  public MimeBundle {
    data = Map.copyOf(data);
    metadata = Map.copyOf(metadata);
  }

  /** Text alone. */
  static MimeBundle text(String text) {
    return new MimeBundle(Map.of(PLAIN, text), Map.of());
  }

  /** HTML, and its twin in text. A dollar is a dollar: what is between two is no formula. */
  static MimeBundle html(String html, String text) {
    String literal = "<div class=\"mathjax_ignore\">" + html + "</div>";
    return new MimeBundle(Map.of(HTML, literal, PLAIN, text), Map.of());
  }

  /** A picture that is shown at so many pixels, and its twin in text. */
  static MimeBundle png(String base64, int width, int height, String text) {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("width", width);
    size.put("height", height);
    return new MimeBundle(Map.of(PNG, base64, PLAIN, text), Map.of(PNG, size));
  }

  /**
   * Hands its parts to the container that a kernel has for them.
   *
   * @param putData takes a MIME type and the form
   * @param putMetadata takes a MIME type and what belongs to that form
   */
  void into(BiConsumer<String, Object> putData, BiConsumer<String, Object> putMetadata) {
    data.forEach(putData);
    metadata.forEach(putMetadata);
  }
}
