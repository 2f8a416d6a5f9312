package dev.parley.env.games;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;

/** Episodes of two steps: the sender speaks, then the receiver acts. */
final class LewisEpisodes implements Episodes {

  private static final int SENDER = 0;
  private static final int STEPS = 2;

  private final LewisGame game;
  private final Meanings all;

  /** Every meaning that can come; in the same order between draws. */
  private final int[] pool;

  private final int drawn;

  /** What the receiver sees of an episode besides the message, or what the sender sees. */
  private final int[] swapped;

  private final RandomStream meanings;
  private final int batch;

  /** [batch, drawn]: the candidates, or the meaning alone. */
  private final int[] shown;

  /** The place of the right one among the candidates. */
  private final int[] place;

  /** [batch, length] */
  private final int[] heard;

  private final double[] rewards;
  private int step = STEPS;

  LewisEpisodes(LewisGame game, int batch, Streams streams) {
    this.game = game;
    this.batch = batch;
    all = new Meanings(game.attributes(), game.values());
    pool = game.played();
    drawn = Math.max(1, game.candidates());
    swapped = new int[drawn];
    meanings = streams.stream("meanings");
    shown = new int[batch * drawn];
    place = new int[batch];
    heard = new int[batch * game.length()];
    rewards = new double[batch];
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public void reset() {
    for (int e = 0; e < batch; e++) {
      draw(e);
      place[e] = drawn == 1 ? 0 : meanings.nextInt(drawn);
    }
    Arrays.fill(rewards, 0);
    step = 0;
  }

  /** Different meanings: the beginning of a shuffle, which is then taken back. */
  private void draw(int e) {
    for (int k = 0; k < drawn; k++) {
      swapped[k] = k + meanings.nextInt(pool.length - k);
      swap(k, swapped[k]);
      shown[e * drawn + k] = pool[k];
    }
    for (int k = drawn - 1; k >= 0; k--) {
      swap(k, swapped[k]);
    }
  }

  private void swap(int i, int j) {
    int kept = pool[i];
    pool[i] = pool[j];
    pool[j] = kept;
  }

  private int target(int e) {
    return shown[e * drawn + place[e]];
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  /** The number of the meaning, its attributes as digits. */
  @Override
  public int topic(int episode) {
    return game.topics() == 0 ? -1 : target(episode);
  }

  @Override
  public boolean acts(int agent, int episode) {
    return step < STEPS && agent == step;
  }

  @Override
  public int speaker(int agent, int episode) {
    return agent != SENDER && step > 0 ? SENDER : -1;
  }

  @Override
  public void observe(int agent, float[] into) {
    Arrays.fill(into, 0);
    int at = 0;
    for (int e = 0; e < batch; e++) {
      if (agent == SENDER) {
        at = write(target(e), into, at);
        continue;
      }
      for (int i = 0; i < game.length(); i++) {
        if (step > 0) {
          into[at + heard[e * game.length() + i]] = 1;
        }
        at += game.vocabulary();
      }
      for (int k = 0; k < game.candidates(); k++) {
        at = write(shown[e * drawn + k], into, at);
      }
    }
  }

  private int write(int meaning, float[] into, int at) {
    for (int a = 0; a < game.attributes(); a++) {
      into[at + a * game.values() + all.value(meaning, a)] = 1;
    }
    return at + game.attributes() * game.values();
  }

  @Override
  public void step(Actions actions) {
    if (step == 0) {
      for (int i = 0; i < game.length(); i++) {
        int[] symbols = actions.choice(SENDER, i);
        for (int e = 0; e < batch; e++) {
          heard[e * game.length() + i] = symbols[e];
        }
      }
    } else if (step == 1) {
      for (int e = 0; e < batch; e++) {
        rewards[e] = game.candidates() == 0 ? shareRight(e, actions) : picked(e, actions);
      }
    }
    step++;
  }

  private double picked(int e, Actions actions) {
    return actions.choice(1)[e] == place[e] ? 1 : 0;
  }

  private double shareRight(int e, Actions actions) {
    int right = 0;
    for (int a = 0; a < game.attributes(); a++) {
      right += actions.choice(1, a)[e] == all.value(target(e), a) ? 1 : 0;
    }
    return (double) right / game.attributes();
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[episode];
  }

  @Override
  public boolean over(int episode) {
    return step >= STEPS;
  }

  @Override
  public void keep(State state) {
    state.stream("meanings", meanings);
  }
}
