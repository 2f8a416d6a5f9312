package dev.parley.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a prompt shows of values, and of all that their public methods without arguments give. */
final class Echoes {

  /** Where a text is only the name of a class and a number that is another one each time. */
  private static final Pattern NO_TEXT = Pattern.compile("@[0-9a-f]{4,}\\b|\\$\\$Lambda");

  /** They write, open windows or train. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "show",
          "save",
          "run",
          "retry",
          "png",
          "svg",
          "html",
          "json",
          "getClass",
          "hashCode",
          "toString");

  private static final String OURS = "dev.parley.";

  /** Values of one class are much the same: of so many, all that they lead to is looked at. */
  private static final int ENOUGH = 2;

  private final Map<Class<?>, Integer> looked = new HashMap<>();
  private final List<String> seen = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();

  /** The places that were seen, as {@code run.audit.plays[0]}. */
  List<String> seen() {
    return seen;
  }

  /** Places whose values have no text of their own. */
  List<String> bad() {
    return bad;
  }

  /** Looks at a value and at all that it leads to. */
  void visit(String place, @Nullable Object value) {
    if (value == null || value.getClass().isArray()) {
      return; // JShell shows an array by its elements.
    }
    seen.add(place);
    String text = value.toString();
    if (NO_TEXT.matcher(text).find()) {
      bad.add(place + ": " + text);
    }
    if (value instanceof Collection<?> all) {
      all.stream().limit(1).forEach(one -> visit(place + "[0]", one));
    } else if (value instanceof Map<?, ?> all) {
      all.values().stream().limit(1).forEach(one -> visit(place + "{0}", one));
    } else if (value instanceof Optional<?> one) {
      one.ifPresent(present -> visit(place + ".get", present));
    } else if (isOurs(value.getClass())
        && looked.merge(value.getClass(), 1, Integer::sum) <= ENOUGH) {
      Arrays.stream(value.getClass().getMethods())
          .filter(Echoes::canBeCalled)
          .forEach(method -> call(place, value, method));
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS);
  }

  private static boolean canBeCalled(Method method) {
    return !Modifier.isStatic(method.getModifiers())
        && !method.isBridge()
        && method.getParameterCount() == 0
        && isOurs(method.getDeclaringClass())
        && !LEFT_OUT.contains(method.getName());
  }

  private void call(String place, Object value, Method method) {
    method.setAccessible(true);
    try {
      visit(place + "." + method.getName(), method.invoke(value));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    } catch (InvocationTargetException e) {
      throw new AssertionError(place + "." + method.getName(), e.getCause());
    }
  }
}
