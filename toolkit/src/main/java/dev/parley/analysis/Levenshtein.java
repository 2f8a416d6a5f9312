package dev.parley.analysis;

/** The least number of symbols to insert, delete or replace (Levenshtein, 1966). */
final class Levenshtein {

  private Levenshtein() {}

  /** The distance, by the table of Wagner and Fischer (1974), one row at a time. */
  static int distance(int[] a, int[] b) {
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 0; i < a.length; i++) {
      int diagonal = row[0];
      row[0] = i + 1;
      for (int j = 0; j < b.length; j++) {
        int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = Math.min(replaced, Math.min(diagonal, row[j]) + 1);
      }
    }
    return row[b.length];
  }
}
