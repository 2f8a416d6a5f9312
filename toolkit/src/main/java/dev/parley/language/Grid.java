package dev.parley.language;

import dev.parley.report.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** A table that is filled row by row, each value under the name of its column. */
final class Grid {

  private final String name;
  private final Map<String, List<Object>> columns = new LinkedHashMap<>();

  Grid(String name) {
    this.name = name;
  }

  Grid text(String column, String value) {
    return add(column, value);
  }

  Grid real(String column, double value) {
    return add(column, value);
  }

  Grid whole(String column, int value) {
    return add(column, value);
  }

  private Grid add(String column, Object value) {
    columns.computeIfAbsent(column, c -> new ArrayList<>()).add(value);
    return this;
  }

  /** The rows so far; a column has the type of its first value. */
  Table table() {
    Tables table = Tables.named(name);
    columns.forEach(
        (column, values) -> {
          if (values.get(0) instanceof String) {
            table.texts(column, values.stream().map(String.class::cast).toList());
          } else if (values.get(0) instanceof Integer) {
            table.wholes(column, values.stream().mapToInt(Integer.class::cast).toArray());
          } else {
            table.reals(column, values.stream().mapToDouble(Double.class::cast).toArray());
          }
        });
    return table.table();
  }
}
