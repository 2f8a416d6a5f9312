package dev.parley.bench.measure;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.state.State;

/** Episodes as they are, for those who listen to some of what goes on. */
class Passed implements Episodes {

  private final Episodes episodes;

  Passed(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public int batch() {
    return episodes.batch();
  }

  @Override
  public void reset() {
    episodes.reset();
  }

  @Override
  public int signal(int episode) {
    return episodes.signal(episode);
  }

  @Override
  public int signal(int agent, int episode) {
    return episodes.signal(agent, episode);
  }

  @Override
  public int topic(int episode) {
    return episodes.topic(episode);
  }

  @Override
  public void observe(int agent, float[] into) {
    episodes.observe(agent, into);
  }

  @Override
  public boolean acts(int agent, int episode) {
    return episodes.acts(agent, episode);
  }

  @Override
  public boolean open(int agent, int which, int option, int episode) {
    return episodes.open(agent, which, option, episode);
  }

  @Override
  public int speaker(int agent, int episode) {
    return episodes.speaker(agent, episode);
  }

  @Override
  public void step(Actions actions) {
    episodes.step(actions);
  }

  @Override
  public double reward(int agent, int episode) {
    return episodes.reward(agent, episode);
  }

  @Override
  public double success(int episode) {
    return episodes.success(episode);
  }

  @Override
  public boolean over(int episode) {
    return episodes.over(episode);
  }

  @Override
  public boolean truncated(int episode) {
    return episodes.truncated(episode);
  }

  @Override
  public boolean truncated(int agent, int episode) {
    return episodes.truncated(agent, episode);
  }

  @Override
  public void keep(State state) {
    episodes.keep(state);
  }
}
