package dev.parley.agent.ppo;

import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.agent.play.Witness;
import dev.parley.datasets.Samples;
import dev.parley.env.Episodes;
import dev.parley.rl.Gae;
import dev.parley.train.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A batch of episodes as it is learned from: everybody's track through it. */
final class Rollout implements Witness {

  private final List<Seat> seats;
  private final Table table;
  private final Playing playing;
  private final Players players;
  private final Samples samples;
  private final Episodes episodes;
  private final Gae gae;
  private final int batch;
  private final int horizon;
  private final List<Track> tracks = new ArrayList<>();
  private final boolean[] settled;
  private final double[][] returns;
  private int steps;

  /**
   * No episodes yet.
   *
   * @param playing those who learn
   * @param players everybody
   */
  Rollout(Ppo plan, Table table, Playing playing, Players players, Stage stage) {
    this.table = table;
    this.players = players;
    this.seats = table.seats();
    this.playing = playing;
    this.samples = stage.train();
    this.episodes = stage.episodes();
    batch = plan.setup().batch();
    horizon = plan.steps();
    gae = new Gae(plan.discount(), plan.lambda());
    settled = new boolean[batch];
    returns = new double[seats.size()][batch];
    seats.forEach(seat -> tracks.add(new Track(seat, batch, horizon)));
  }

  /**
   * Plays new episodes, and finds what each choice was worth.
   *
   * @param witnesses this, and whoever else looks on
   */
  void play(Witness witnesses) {
    tracks.forEach(Track::clear);
    Arrays.fill(settled, false);
    for (double[] each : returns) {
      Arrays.fill(each, 0);
    }
    steps = 0;
    table.play(samples, episodes, players, witnesses);
    tracks.forEach(track -> track.judge(gae));
  }

  /** What was still to come is nothing where the rules ended an episode. */
  @Override
  public void saw(int step) {
    for (int e = 0; e < batch; e++) {
      boolean over = episodes.over(e);
      if (settled[e] || (!over && step < horizon)) {
        continue;
      }
      settled[e] = true;
      for (Seat seat : seats) {
        if (!over || episodes.truncated(seat.agent(), e)) {
          if (playing.chooses(seat.agent())) {
            tracks.get(seat.agent()).cutOff(e, playing.value(seat.agent(), e));
          }
        }
      }
    }
  }

  @Override
  public void chose(int step) {
    for (int e = 0; e < batch; e++) {
      if (!settled[e]) {
        steps++;
        for (Seat seat : seats) {
          record(seat, step * batch + e, e);
        }
      }
    }
  }

  private void record(Seat seat, int moment, int episode) {
    Track track = tracks.get(seat.agent());
    track.saw(moment, table.seen(seat.agent()), episode * seat.inputs());
    if (!playing.chooses(seat.agent()) || !episodes.acts(seat.agent(), episode)) {
      return;
    }
    track.act(moment, playing.value(seat.agent(), episode), playing.log(seat.agent(), episode));
    for (int h = 0; h < seat.heads().size(); h++) {
      Seat.Head head = seat.heads().get(h);
      track.choose(h, moment, table.actions().choice(seat.agent(), head.which())[episode]);
      for (int option = 0; option < head.options(); option++) {
        track.mask(h, moment, option, table.mask(seat, h, option, episode));
      }
    }
  }

  @Override
  public void did(int step) {
    for (int e = 0; e < batch; e++) {
      if (!settled[e]) {
        for (Seat seat : seats) {
          double reward = episodes.reward(seat.agent(), e);
          returns[seat.agent()][e] += reward;
          tracks.get(seat.agent()).earn(e, reward);
        }
      }
    }
  }

  Episodes episodes() {
    return episodes;
  }

  List<Track> tracks() {
    return tracks;
  }

  /** What an agent earned in an episode. */
  double earned(int agent, int episode) {
    return returns[agent][episode];
  }

  /** How many steps the episodes had together. */
  int steps() {
    return steps;
  }
}
