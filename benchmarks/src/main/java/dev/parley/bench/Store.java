package dev.parley.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last result of every goal, one file each, so that goals can be measured one at a time. */
record Store(Path folder) {

  void put(Result result) throws IOException {
    Files.createDirectories(folder);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(file(result.id()).toFile(), result);
  }

  /** Those that there are, in the order of the ids. */
  List<Result> get(List<String> ids) throws IOException {
    List<Result> found = new ArrayList<>();
    for (String id : ids) {
      if (Files.exists(file(id))) {
        found.add(new ObjectMapper().readValue(file(id).toFile(), Result.class));
      }
    }
    return found;
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }
}
