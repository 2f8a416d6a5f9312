package dev.parley.tensor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.profiler.ProfilerConfig;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J, started and set up once for the process: no log lines, no profiling, one thread per
 * operation, so that the numbers of a run do not depend on the number of cores and several runs may
 * go side by side.
 */
public final class Engine {

  private static final Logger QUIET = Logger.getLogger("org.nd4j");
  private static final boolean MAIN_MEMORY;
  private static final boolean LOOPS;
  private static final NativeOps NATIVE;

  /** What {@link NativeOps#optimalLevel} says of a processor with AVX-512. */
  private static final int AVX_512 = 3;

  /** What OpenBLAS was told to take the processor for; null if it looks itself. */
  private static final @Nullable String CORE = System.getenv("OPENBLAS_CORETYPE");

  private static final Set<String> CORES_WITH_AVX_512 =
      Set.of("skylakex", "cooperlake", "sapphirerapids");

  private static final boolean IN_PLACE;

  static {
    QUIET.setLevel(Level.WARNING);
    Nd4j.getExecutioner().setProfilingConfig(ProfilerConfig.builder().build());
    NATIVE = NativeOpsHolder.getInstance().getDeviceNativeOps();
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    Nd4j.factory().blas().setMaxThreads(1);
    MAIN_MEMORY = Nd4j.getEnvironment().isCPU();
    LOOPS = MAIN_MEMORY && !"nd4j".equals(System.getProperty("parley.kernels"));
    IN_PLACE =
        MAIN_MEMORY
            && NATIVE.optimalLevel() >= AVX_512
            && (CORE == null || CORES_WITH_AVX_512.contains(CORE.toLowerCase(Locale.ROOT)));
    Helper.start();
  }

  private Engine() {}

  /** Makes sure that ND4J is up; cheap after the first call. */
  public static void start() {}

  /**
   * Holds OpenMP to one thread for what the calling thread does from here on: OpenMP keeps that
   * number for each thread, and starts with the number of cores. Takes some nanoseconds. ND4J for
   * GPUs has no OpenMP: there the same call would cut the threads that a GPU's block may have to
   * 32.
   */
  static void holdThread() {
    if (MAIN_MEMORY) {
      NATIVE.setOmpNumThreads(1);
    }
  }

  /**
   * Whether kernels are loops of the JVM and BLAS rather than operations of ND4J: on a CPU, unless
   * the system property {@code parley.kernels} is {@code nd4j}.
   */
  static boolean loops() {
    return LOOPS;
  }

  /** Whether ND4J's memory is the machine's main memory (and not a GPU's). */
  static boolean inMainMemory() {
    return MAIN_MEMORY;
  }

  /** Whether OpenBLAS has kernels for small products that read their operands where they lie. */
  static boolean readsInPlace() {
    return IN_PLACE;
  }

  /**
   * What computes, by name: ND4J's backend, its BLAS, whose kernels, threads per operation or the
   * GPUs.
   */
  public static Map<String, String> describe() {
    Map<String, String> description = describe(Nd4j.getExecutioner().getEnvironmentInformation());
    description.put("kernels", LOOPS ? "cpu" : "nd4j");
    // Other kernels give other last bits.
    description.put("blas core", CORE == null ? "its own choice" : CORE);
    description.put("products", IN_PLACE ? "in place" : "packed");
    return description;
  }

  /** ND4J's backend, such as {@code CPU}. */
  public static String backend() {
    return String.valueOf(Nd4j.getExecutioner().getEnvironmentInformation().get("backend"));
  }

  static Map<String, String> describe(Properties facts) {
    Map<String, String> description = new TreeMap<>();
    description.put("backend", String.valueOf(facts.get("backend")));
    description.put("blas", String.valueOf(facts.get("blas.vendor")));
    if (facts.get("cuda.devicesInformation") instanceof List<?> devices) {
      description.put("device", devices.stream().map(Engine::name).collect(joining(", ")));
    } else {
      description.put("threads", "1");
    }
    return description;
  }

  private static String name(Object device) {
    return device instanceof Map<?, ?> facts ? String.valueOf(facts.get("cuda.deviceName")) : "";
  }
}
