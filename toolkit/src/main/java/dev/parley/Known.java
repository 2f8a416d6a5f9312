package dev.parley;

import dev.parley.agent.aim.Aim;
import dev.parley.agent.channel.ActionChannel;
import dev.parley.agent.channel.DruChannel;
import dev.parley.agent.channel.GumbelChannel;
import dev.parley.agent.channel.ReinforceChannel;
import dev.parley.agent.channel.StraightThroughChannel;
import dev.parley.agent.channel.VqChannel;
import dev.parley.agent.play.ConstantPartner;
import dev.parley.agent.play.FrozenPartner;
import dev.parley.agent.play.RandomPartner;
import dev.parley.agent.play.UntrainedPartner;
import dev.parley.agent.ppo.Ppo;
import dev.parley.agent.q.QLearning;
import dev.parley.datasets.Digits;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.env.games.ColourDigit;
import dev.parley.env.games.LewisGame;
import dev.parley.env.games.MultiStepDigits;
import dev.parley.env.games.SumOfDigits;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.grid.PredatorPrey;
import dev.parley.env.grid.TrafficJunction;
import dev.parley.env.mpe.SimpleReference;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.train.Catalogue;
import java.util.List;

/**
 * What an archive may name: every algorithm, environment, data set and partner of the toolkit, a
 * line each.
 */
public final class Known implements Catalogue {

  /** For the service loader. */
  public Known() {}

  @Override
  public List<Class<? extends Record>> records() {
    return List.of(
        Aim.class,
        Ppo.class,
        QLearning.class,
        ActionChannel.class,
        DruChannel.class,
        GumbelChannel.class,
        ReinforceChannel.class,
        StraightThroughChannel.class,
        VqChannel.class,
        ColourDigit.class,
        ConstantPartner.class,
        FrozenPartner.class,
        RandomPartner.class,
        UntrainedPartner.class,
        ContextualPrisonersDilemma.class,
        LewisGame.class,
        MultiStepDigits.class,
        ParityDilemma.class,
        PredatorPrey.class,
        PrisonersDilemma.class,
        SimpleReference.class,
        SimpleSpeakerListener.class,
        SumOfDigits.class,
        SwitchRiddle.class,
        TrafficJunction.class,
        Digits.class,
        Mnist.class,
        Signals.class);
  }
}
