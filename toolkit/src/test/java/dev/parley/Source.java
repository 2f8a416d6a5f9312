package dev.parley;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java source as the JDK's compiler parses it.
 *
 * @param name the path from the root of the repository
 * @param unit its tree
 * @param trees where the positions and comments of the tree are
 */
record Source(String name, CompilationUnitTree unit, DocTrees trees) {

  /** Parses sources; an error in one of them fails. */
  static List<Source> parse(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, problems, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        sources.add(new Source(Repository.name(file), unit, trees));
      }
      if (!problems.getDiagnostics().isEmpty()) {
        throw new AssertionError(problems.getDiagnostics());
      }
      return sources;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How many lines the file has. */
  int lines() throws IOException {
    return (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
  }

  /** How many lines a method has, from its signature to its closing brace. */
  int lines(MethodTree method) throws IOException {
    long end = trees.getSourcePositions().getEndPosition(unit, method);
    return (int) (line(end) - line(signature(method)) + 1);
  }

  /** The line that a method's signature begins at. */
  long lineOf(MethodTree method) throws IOException {
    return line(signature(method));
  }

  /** The documentation comment of a declaration. */
  @Nullable DocCommentTree comment(TreePath path) {
    return trees.getDocCommentTree(path);
  }

  /** The file and line that a declaration begins at. */
  String place(Tree tree) {
    return name + ":" + line(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  private long line(long position) {
    return unit.getLineMap().getLineNumber(position);
  }

  /** The first character of a method that belongs to no annotation. */
  private long signature(MethodTree method) throws IOException {
    long start = trees.getSourcePositions().getStartPosition(unit, method);
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      start = Math.max(start, trees.getSourcePositions().getEndPosition(unit, annotation));
    }
    CharSequence text = unit.getSourceFile().getCharContent(true);
    int i = (int) start;
    while (Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
