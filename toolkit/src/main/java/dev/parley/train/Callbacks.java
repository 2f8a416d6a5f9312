package dev.parley.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Code that is called while agents learn: after a step, an episode, or a round and its update.
 *
 * <pre>
 * plan.run(Callbacks.onUpdate(u -> System.out.println(u.round() + " " + u.value("joint_reward"))));
 * plan.run(Callbacks.onEpisode(e -> seen.add(e.said("a"))).and(Callbacks.onUpdate(...)));
 * </pre>
 *
 * <p>They are code, and so no part of the plan: what is trained is the same, to the last bit, with
 * and without them, for they are given copies. They are called by the thread that trains, of
 * episodes that are learned from; not of evaluations and the audit. Where nobody is called, nothing
 * is copied.
 *
 * <p>One that throws a {@link RuntimeException} or {@link LinkageError} is called no more, which is
 * logged once with its stack trace; training and the others go on. {@link UpdateEvent#stop} ends a
 * run from within.
 */
public final class Callbacks implements Listener {

  private static final Callbacks NONE = new Callbacks(List.of(), List.of(), List.of(), null);

  private final List<Consumer<StepEvent>> steps;
  private final List<Consumer<EpisodeEvent>> episodes;
  private final List<Consumer<UpdateEvent>> updates;
  private @Nullable Listener follower;

  private Callbacks(
      List<Consumer<StepEvent>> steps,
      List<Consumer<EpisodeEvent>> episodes,
      List<Consumer<UpdateEvent>> updates,
      @Nullable Listener follower) {
    this.steps = List.copyOf(steps);
    this.episodes = List.copyOf(episodes);
    this.updates = List.copyOf(updates);
    this.follower = follower;
  }

  /** Nobody is called. */
  public static Callbacks none() {
    return NONE;
  }

  /** Called after each step of a batch of episodes. */
  public static Callbacks onStep(Consumer<StepEvent> called) {
    Setting.given("onStep", called);
    return new Callbacks(List.of(called), List.of(), List.of(), null);
  }

  /** Called of each episode, when all of its batch are over and before anything is learned. */
  public static Callbacks onEpisode(Consumer<EpisodeEvent> called) {
    Setting.given("onEpisode", called);
    return new Callbacks(List.of(), List.of(called), List.of(), null);
  }

  /** Called when a round is complete: its episodes are learned from, and its numbers are kept. */
  public static Callbacks onUpdate(Consumer<UpdateEvent> called) {
    Setting.given("onUpdate", called);
    return new Callbacks(List.of(), List.of(), List.of(called), null);
  }

  /** These, then the others. */
  public Callbacks and(Callbacks others) {
    Setting.given("and", others);
    return new Callbacks(
        joined(steps, others.steps),
        joined(episodes, others.episodes),
        joined(updates, others.updates),
        others.follower == null ? follower : others.follower);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /**
   * These, with another who follows the progress of the run than {@link Listener#standard}, such as
   * {@link Listener#silent}.
   */
  public Callbacks with(Listener progress) {
    Setting.given("with", progress);
    return new Callbacks(steps, episodes, updates, progress).and(progress.callbacks());
  }

  /** Whether anybody is called after a step. */
  public boolean hearSteps() {
    return !steps.isEmpty();
  }

  /** Whether anybody is called of an episode. */
  public boolean hearEpisodes() {
    return !episodes.isEmpty();
  }

  /** Whether anybody is called after a round. */
  boolean hearUpdates() {
    return !updates.isEmpty();
  }

  /** Calls who is to be called after a step. */
  public void step(StepEvent event) {
    steps.forEach(called -> called.accept(event));
  }

  /** Calls who is to be called of an episode. */
  public void episode(EpisodeEvent event) {
    episodes.forEach(called -> called.accept(event));
  }

  /** Calls who is to be called after a round. */
  void update(UpdateEvent event) {
    updates.forEach(called -> called.accept(event));
  }

  @Override
  public void progress(Progress progress) {
    follower().progress(progress);
  }

  @Override
  public void ended() {
    follower().ended();
  }

  /** Found when it is first needed: a run may never be. */
  private Listener follower() {
    if (follower == null) {
      follower = Listener.standard();
    }
    return follower;
  }

  @Override
  public Callbacks callbacks() {
    return this;
  }

  /** The same for one run, each called no more once it has failed. */
  Callbacks eachUnfailing() {
    return new Callbacks(each(steps), each(episodes), each(updates), follower);
  }

  private static <T> List<Consumer<T>> each(List<Consumer<T>> called) {
    return called.stream().<Consumer<T>>map(Once::new).toList();
  }

  /** How many are called, and of what. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Callbacks: %d on step, %d on episode, %d on update",
        steps.size(),
        episodes.size(),
        updates.size());
  }

  /** Called until it fails once. */
  private static final class Once<T> implements Consumer<T> {

    private final Consumer<T> called;
    private boolean failed;

    Once(Consumer<T> called) {
      this.called = called;
    }

    @Override
    public void accept(T event) {
      if (failed) {
        return;
      }
      try {
        called.accept(event);
      } catch (RuntimeException | LinkageError failure) {
        failed = true;
        System.getLogger("dev.parley.train")
            .log(System.Logger.Level.WARNING, "a callback failed and is called no more", failure);
      }
    }
  }
}
