package dev.parley.cli;

import dev.parley.agent.aim.Aim;
import dev.parley.train.Setup;
import java.util.ListResourceBundle;
import java.util.Locale;

/**
 * The default of every option as help shows it: taken from the plan, where each has its one home.
 */
final class Defaults extends ListResourceBundle {

  @Override
  protected Object[][] getContents() {
    Aim aim = Aim.DEFAULT;
    Setup setup = aim.setup();
    return new Object[][] {
      {"default.codebook", text(aim.codebook())},
      {"default.seqLen", text(aim.seqLen())},
      {"default.latent", text(aim.latent())},
      {"default.hidden", text(aim.hidden())},
      {"default.pretrain", text(aim.pretrain())},
      {"default.reflection", aim.reflection().contextValue() + "," + aim.reflection().opponent()},
      {"default.actions", aim.actions().name().toLowerCase(Locale.ROOT)},
      {"default.entropy", text(aim.entropy().start())},
      {"default.rounds", text(setup.rounds())},
      {"default.batch", text(setup.batch())},
      {"default.seed", text(setup.seed())},
      {"default.holdout", text(setup.holdout())},
      {"default.learningRate", text(setup.learningRate().start())},
    };
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
