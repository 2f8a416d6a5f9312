package dev.parley.study;

import java.util.List;

/**
 * Where trials run. A runner is given plans and gives back records; nothing else passes between a
 * study and the place where it runs.
 */
public interface Runner {

  /** Is told how it goes, one call at a time. */
  interface Watcher {

    /** A trial has begun. */
    void began(Trial trial);

    /** A trial has come to its end, well or not. */
    void ended(TrialRecord record);
  }

  /**
   * Runs all trials, in any order, and returns when they have ended. If the thread is interrupted,
   * no more are begun, those under way are given up, and the thread is still interrupted on return.
   *
   * @param watcher not called by two threads at once
   */
  void run(List<Trial> trials, Watcher watcher);
}
