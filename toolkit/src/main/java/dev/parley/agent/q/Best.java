package dev.parley.agent.q;

/** The best of what is open. */
final class Best {

  private Best() {}

  /**
   * The option of a head with the highest value among those that are open; of equals, the first.
   *
   * @param from where the options of the head begin among the outputs of the cell
   */
  static int open(Cell cell, int row, int from, Track track, int head, int step, int episode) {
    int best = track.firstOpen(head, step, episode);
    int options = track.wiring().seat().heads().get(head).options();
    for (int o = best + 1; o < options; o++) {
      if (track.open(head, o, step, episode)
          && cell.value(row, from + o) > cell.value(row, from + best)) {
        best = o;
      }
    }
    return best;
  }
}
