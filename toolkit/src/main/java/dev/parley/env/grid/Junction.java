package dev.parley.env.grid;

/** How large a {@link TrafficJunction} is. */
public enum Junction {
  /** Two one-way roads of a lane that cross: 7 x 7 cells, 2 arrivals, 1 route each. */
  EASY(7, 12),
  /** Two roads of two lanes that cross: 14 x 14 cells, 4 arrivals, 3 routes each. */
  MEDIUM(14, 56),
  /** Four roads of two lanes, four crossings: 18 x 18 cells, 8 arrivals, 7 routes each. */
  HARD(18, 144);

  private final int size;
  private final int outside;

  Junction(int size, int outside) {
    this.size = size;
    this.outside = outside;
  }

  /** Cells each way. */
  public int size() {
    return size;
  }

  /** Where what is seen of a cell says that it is no road. */
  int outside() {
    return outside;
  }

  /** Numbers that a cell is seen by. */
  int kinds() {
    return outside + 3;
  }
}
