package dev.parley;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Finds public declarations that have no documentation comment. */
final class Undocumented {

  private final List<String> places = new ArrayList<>();
  private int seen;

  /** What was found: file, line and name. */
  List<String> places() {
    return places;
  }

  /** How many declarations ought to have a comment. */
  int seen() {
    return seen;
  }

  /** Looks at all public types of a source. */
  void look(Source source) {
    TreePath root = new TreePath(source.unit());
    for (Tree tree : source.unit().getTypeDecls()) {
      if (tree instanceof ClassTree type && isPublic(type.getModifiers())) {
        type(source, new TreePath(root, type), type);
      }
    }
  }

  private void type(Source source, TreePath path, ClassTree type) {
    String name = type.getSimpleName().toString();
    require(source, path, name);
    if (type.getKind() == Tree.Kind.RECORD) {
      parameters(source, path, type);
    }
    boolean open = type.getKind() == Tree.Kind.INTERFACE;
    for (Tree member : type.getMembers()) {
      TreePath inner = new TreePath(path, member);
      if (member instanceof ClassTree nested && (open || isPublic(nested.getModifiers()))) {
        type(source, inner, nested);
      } else if (member instanceof MethodTree method
          && (open ? !isPrivate(method) : isPublic(method.getModifiers()))
          && !isOverride(method)) {
        require(source, inner, method.getName().toString());
      } else if (member instanceof VariableTree field && (open || isPublic(field.getModifiers()))) {
        require(source, inner, field.getName().toString());
      }
    }
  }

  private void require(Source source, TreePath path, String name) {
    seen++;
    if (source.comment(path) == null) {
      places.add(source.place(path.getLeaf()) + " " + name);
    }
  }

  /** The components and type parameters of a record have a {@code @param} each. */
  private void parameters(Source source, TreePath path, ClassTree type) {
    DocCommentTree comment = source.comment(path);
    List<? extends DocTree> tags = comment == null ? List.of() : comment.getBlockTags();
    Set<String> named =
        tags.stream()
            .filter(ParamTree.class::isInstance)
            .map(ParamTree.class::cast)
            .map(p -> p.isTypeParameter() ? "<" + p.getName() + ">" : p.getName().toString())
            .collect(Collectors.toSet());
    List<String> wanted = new ArrayList<>();
    for (TypeParameterTree parameter : type.getTypeParameters()) {
      wanted.add("<" + parameter.getName() + ">");
    }
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field && isComponent(field)) {
        wanted.add(field.getName().toString());
      }
    }
    for (String parameter : wanted) {
      seen++;
      if (!named.contains(parameter)) {
        places.add(source.place(type) + " " + type.getSimpleName() + " @param " + parameter);
      }
    }
  }

  /** A record's components are its fields that are not static. */
  private static boolean isComponent(VariableTree field) {
    return !field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean isPublic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || modifiers.getFlags().contains(Modifier.PROTECTED);
  }

  private static boolean isPrivate(MethodTree method) {
    return method.getModifiers().getFlags().contains(Modifier.PRIVATE);
  }

  private static boolean isOverride(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
  }
}
