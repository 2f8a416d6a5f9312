package dev.parley.cli;

import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** An engine of JShell that runs nothing: snippets are compiled, and that is all. */
final class CompileOnly implements ExecutionControlProvider {

  /** A script that only compiles. */
  static JShell.Builder in(JShell.Builder builder) {
    return builder.executionEngine(new CompileOnly(), Map.of());
  }

  @Override
  public String name() {
    return "compile-only";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return new Nothing();
  }

  private static final class Nothing implements ExecutionControl {

    @Override
    public void load(ClassBytecodes[] classes) {}

    @Override
    public void redefine(ClassBytecodes[] classes) {}

    @Override
    public String invoke(String className, String methodName) {
      return "";
    }

    @Override
    public String varValue(String className, String variable) {
      return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) {
      return "";
    }

    @Override
    public void close() {}
  }
}
