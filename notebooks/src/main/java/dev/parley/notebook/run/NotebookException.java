package dev.parley.notebook.run;

/** A cell of a notebook failed: which notebook, which cell, what went wrong. */
public final class NotebookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int cell;

  NotebookException(String notebook, int cell, String problem, Throwable cause) {
    super(notebook + ", code cell " + cell + ":\n" + problem, cause);
    this.cell = cell;
  }

  /** The number of the code cell, from 1; also the number that it has beside it in Jupyter. */
  public int cell() {
    return cell;
  }
}
