package dev.parley.train;

import dev.parley.analysis.Pca;
import dev.parley.analysis.Tsne;
import dev.parley.language.MessageLog;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Maps of a run: code vectors with what they quantise, and messages, coloured by label. */
final class RunMaps {

  /** Messages of each agent on the map. */
  private static final int MOST_MESSAGES = 300;

  /** Steps of t-SNE: fewer than its own, enough for hundreds of points. */
  private static final int STEPS = 500;

  private final Run run;

  RunMaps(Run run) {
    this.run = run;
  }

  Plot codes() {
    List<Perceived> seen = run.outcome().perceived();
    if (seen.isEmpty()) {
      return ClassMap.empty("Codes: there is no codebook");
    }
    ClassMap map = new ClassMap();
    List<String> names = new ArrayList<>();
    String method = "";
    for (Perceived eyes : seen) {
      int codes = eyes.codes();
      int samples = eyes.samples().count();
      double[][] rows = new double[codes + samples][];
      Arrays.setAll(rows, i -> i < codes ? eyes.codeVector(i) : eyes.latentVector(i - codes));
      Place place = Place.of(rows, stream("codes of " + eyes.name()));
      method = place.method;
      boolean[] used = new boolean[codes];
      for (int i = 0; i < samples; i++) {
        used[eyes.code(i)] = true;
        map.point(eyes.samples().label(i), place.x(codes + i), place.y(codes + i));
      }
      for (int i = 0; i < codes; i++) {
        map.mark(used[i] ? "code" : "unused code", place.x(i), place.y(i));
      }
      names.add(eyes.name());
      map.next();
    }
    int shown = seen.get(0).samples().count();
    return map.plot(
        "Codes of " + sides(names) + " among latents of " + shown + " images: " + method);
  }

  Plot messages() {
    MessageLog log = run.outcome().messages();
    if (log.agents() == 0 || log.size() == 0) {
      return ClassMap.empty("Messages: nothing was said");
    }
    int n = Math.min(MOST_MESSAGES, log.size());
    int[] episodes =
        IntStream.range(0, n).map(i -> Math.toIntExact((long) i * log.size() / n)).toArray();
    int[] labels = Arrays.stream(episodes).map(log::label).toArray();
    ClassMap map = new ClassMap();
    List<String> names = new ArrayList<>();
    String method = "";
    for (int agent = 0; agent < log.agents(); agent++) {
      Heaps heaps = new Heaps(log.messages(agent).rows(episodes));
      Place place = Place.of(heaps.vectors(), stream("messages of " + log.name(agent)));
      method = place.method;
      heaps.draw(place.points, labels, map);
      names.add(log.name(agent) + ", " + heaps.count() + " different");
      map.next();
    }
    return map.plot(n + " messages of " + sides(names) + ": " + method);
  }

  private static String sides(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() == 2) {
      return names.get(0) + " (left) and " + names.get(1) + " (right)";
    }
    return names.stream().collect(Collectors.joining("; ", "", ", from left to right"));
  }

  private RandomStream stream(String name) {
    return Streams.of(run.plan().setup().seed()).child("maps").stream(name);
  }

  /** Vectors as points: by t-SNE, or by PCA if they are too many for it. */
  private record Place(String method, List<double[]> points) {

    static Place of(double[][] rows, RandomStream random) {
      if (rows.length > Tsne.MOST) {
        Pca pca = Pca.of(rows, 2);
        double share = Arrays.stream(pca.shares()).sum();
        String method = String.format(Locale.ROOT, "PCA, %.0f %% of the variance", 100 * share);
        List<double[]> points =
            Arrays.stream(pca.project(rows)).map(p -> Arrays.copyOf(p, 2)).toList();
        return new Place(method, points);
      }
      Tsne map = Tsne.of(rows, Tsne.PERPLEXITY, STEPS, random);
      double[] x = map.x();
      double[] y = map.y();
      return new Place(
          "t-SNE", IntStream.range(0, x.length).mapToObj(i -> new double[] {x[i], y[i]}).toList());
    }

    double x(int i) {
      return points.get(i)[0];
    }

    double y(int i) {
      return points.get(i)[1];
    }
  }
}
