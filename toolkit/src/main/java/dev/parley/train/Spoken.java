package dev.parley.train;

/** A part of a plan that is set by a call of a form of its own, such as {@code silent()}. */
public interface Spoken {

  /** The call that sets this value, such as {@code reflection(0.1, 0.1)}. */
  String call(String name);
}
