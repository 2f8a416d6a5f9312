package dev.parley.notebook.display;

import dev.parley.report.Card;
import dev.parley.report.Count;
import dev.parley.report.Tables;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Values of the JDK: arrays and collections by their elements, maps as cards. */
final class Values {

  /** Elements that are shown; of more, the first of them and how many are left. */
  private static final int ELEMENTS = 40;

  /** Elements of what is itself an element. */
  private static final int INNER = 10;

  private Values() {}

  static Optional<MimeBundle> bundle(Object value) {
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      return Optional.of(MimeBundles.of(optional.get()));
    }
    if (value instanceof Map<?, ?> map) {
      Card card = card(map);
      return Optional.of(MimeBundle.html(card.html(), card.text()));
    }
    String text = text(value, ELEMENTS);
    return Optional.of(MimeBundle.text(text));
  }

  private static Card card(Map<?, ?> map) {
    Card card = new Card(Count.of(map.size(), "entry", "entries"));
    int shown = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (shown++ == ELEMENTS) {
        card.line("…", String.format(Locale.ROOT, "%,d more", map.size() - ELEMENTS));
        break;
      }
      card.line(String.valueOf(entry.getKey()), text(entry.getValue(), INNER));
    }
    return card;
  }

  private static String text(@Nullable Object value, int limit) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double || value instanceof Float) {
      return Tables.number(((Number) value).doubleValue());
    }
    if (value instanceof OptionalInt some) {
      return some.isPresent() ? Integer.toString(some.getAsInt()) : "none";
    }
    if (value instanceof OptionalDouble some) {
      return some.isPresent() ? Tables.number(some.getAsDouble()) : "none";
    }
    if (value instanceof Optional<?> some) {
      return some.isPresent() ? text(some.get(), limit) : "none";
    }
    if (value.getClass().isArray()) {
      return array(value, limit);
    }
    return value instanceof Collection<?> elements ? collection(elements, limit) : value.toString();
  }

  private static String array(Object array, int limit) {
    int length = Array.getLength(array);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(length, limit); i++) {
      texts.add(text(Array.get(array, i), INNER));
    }
    String type = array.getClass().getComponentType().getSimpleName();
    return String.format(Locale.ROOT, "%s[%d] ", type, length) + listed(texts, length);
  }

  private static String collection(Collection<?> elements, int limit) {
    List<String> texts = new ArrayList<>();
    for (Object element : elements) {
      if (texts.size() == limit) {
        break;
      }
      texts.add(text(element, INNER));
    }
    return listed(texts, elements.size());
  }

  private static String listed(List<String> texts, int length) {
    String left =
        length > texts.size()
            ? String.format(Locale.ROOT, ", … %,d more", length - texts.size())
            : "";
    return "[" + String.join(", ", texts) + left + "]";
  }
}
