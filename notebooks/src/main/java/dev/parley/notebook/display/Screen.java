package dev.parley.notebook.display;

/** Where a running cell can show something, and show it anew in the same place. */
interface Screen {

  /** Whether a cell runs whose output somebody gets. */
  boolean attached();

  /**
   * Shows a result in a new place, or in the place of that name if there is one.
   *
   * @param place a name for it
   * @param again whether there is one
   */
  void show(String place, MimeBundle result, boolean again);
}
