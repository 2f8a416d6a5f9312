package dev.parley.agent.q;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Two agents, each with a secret number of its own, guess that of the other in each of four steps
 * and say two words of four to each other in the first three. Each right guess earns both 1; an
 * episode is over early when both pass from the second step on.
 *
 * @param signals whether a secret is the class of a signal, rather than told
 * @param cut whether the fourth step cuts an episode off, rather than ends it by the rules
 * @param hears whether what is said arrives
 * @param turns whether they act in turn, the first first; what was said is then heard until one
 *     speaks again
 */
record Whisper(boolean signals, boolean cut, boolean hears, boolean turns) implements Environment {

  Whisper(boolean signals, boolean cut, boolean hears) {
    this(signals, cut, hears, false);
  }

  static final int STEPS = 4;
  static final int NUMBERS = 4;
  private static final int WORDS = 2;
  private static final int PASS = NUMBERS;

  static Whisper standard() {
    return new Whisper(false, false, true);
  }

  @Override
  public List<Role> roles() {
    Space secret = signals ? Space.nothing() : Space.discrete(NUMBERS);
    Space seen = Space.dictionary("secret", secret).and("heard", Space.message(WORDS, NUMBERS));
    Space does =
        Space.dictionary("say", Space.message(WORDS, NUMBERS))
            .and("guess", Space.discrete("0", "1", "2", "3", "pass"));
    return List.of(
        new Role("first", signals, false, seen, does),
        new Role("second", signals, false, seen, does));
  }

  /** A guess at random is right once in four; knowing it takes a step. */
  @Override
  public Anchors anchors(Samples samples) {
    double blind = 4.0 * STEPS / NUMBERS;
    return new Anchors(4.0 * STEPS / 5, blind, blind, 4.0 * STEPS);
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(STEPS);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Talks(this, samples, batch, streams.stream("secrets"));
  }

  private static final class Talks implements Episodes {

    private final Whisper rules;
    private final Samples samples;
    private final RandomStream stream;
    private final int[][] secrets;
    private final int[][] heard;
    private final double[] rewards;
    private final boolean[] over;
    private final boolean[] cut;
    private int steps;

    Talks(Whisper rules, Samples samples, int batch, RandomStream stream) {
      this.rules = rules;
      this.samples = samples;
      this.stream = stream;
      secrets = new int[2][batch];
      heard = new int[2][WORDS * batch];
      rewards = new double[batch];
      over = new boolean[batch];
      cut = new boolean[batch];
    }

    @Override
    public int batch() {
      return over.length;
    }

    @Override
    public void reset() {
      for (int e = 0; e < over.length; e++) {
        secrets[0][e] = stream.nextInt(NUMBERS);
        secrets[1][e] = stream.nextInt(NUMBERS);
      }
      Arrays.fill(heard[0], -1);
      Arrays.fill(heard[1], -1);
      Arrays.fill(rewards, 0);
      Arrays.fill(over, false);
      Arrays.fill(cut, false);
      steps = 0;
    }

    @Override
    public int signal(int episode) {
      return signal(0, episode);
    }

    @Override
    public int signal(int agent, int episode) {
      return rules.signals ? samples.ofClass(secrets[agent][episode])[0] : -1;
    }

    @Override
    public void observe(int agent, float[] into) {
      Arrays.fill(into, 0);
      int own = rules.signals ? 0 : NUMBERS;
      int width = own + WORDS * NUMBERS;
      for (int e = 0; e < over.length; e++) {
        if (own > 0) {
          into[e * width + secrets[agent][e]] = 1;
        }
        for (int w = 0; w < WORDS; w++) {
          int symbol = heard[agent][e * WORDS + w];
          if (rules.hears && symbol >= 0) {
            into[e * width + own + w * NUMBERS + symbol] = 1;
          }
        }
      }
    }

    @Override
    public boolean acts(int agent, int episode) {
      return !over[episode] && (!rules.turns || steps % 2 == agent);
    }

    @Override
    public int speaker(int agent, int episode) {
      return rules.hears && steps > 0 && !over[episode] ? 1 - agent : -1;
    }

    @Override
    public boolean open(int agent, int which, int option, int episode) {
      if (which < WORDS) {
        return steps < STEPS - 1 ? which == 0 || option != 2 : option == 0;
      }
      return steps > 0 || option != PASS;
    }

    @Override
    public void step(Actions actions) {
      for (int e = 0; e < over.length; e++) {
        rewards[e] = 0;
        if (!over[e]) {
          guess(e, actions);
        }
      }
      steps++;
      for (int e = 0; e < over.length; e++) {
        if (!over[e] && steps == STEPS) {
          over[e] = true;
          cut[e] = rules.cut;
        }
      }
    }

    private void guess(int e, Actions actions) {
      int passes = 0;
      for (int agent = 0; agent < 2; agent++) {
        if (!acts(agent, e)) {
          continue;
        }
        for (int w = 0; w < WORDS; w++) {
          heard[1 - agent][e * WORDS + w] = actions.choice(agent, w)[e];
        }
        int guess = actions.choice(agent, WORDS)[e];
        rewards[e] += guess == secrets[1 - agent][e] ? 1 : 0;
        passes += guess == PASS ? 1 : 0;
      }
      over[e] = passes == 2;
    }

    @Override
    public double reward(int agent, int episode) {
      return rewards[episode];
    }

    @Override
    public boolean over(int episode) {
      return over[episode];
    }

    @Override
    public boolean truncated(int episode) {
      return cut[episode];
    }

    @Override
    public void keep(State state) {
      state.stream("secrets", stream);
    }
  }
}
