package dev.parley.cli;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Dataset;
import dev.parley.datasets.Digits;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.Environment;
import dev.parley.env.ParityDilemma;
import dev.parley.env.PrisonersDilemma;
import dev.parley.error.SettingException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values that have a name on the command line. */
final class Names {

  private Names() {}

  /** A preset by name. */
  static final class OfPreset implements ITypeConverter<Aim> {

    @Override
    public Aim convert(String value) {
      return switch (value) {
        case "corrected" -> Aim.DEFAULT;
        case "published" -> Aim.published();
        default -> throw unknown(value, "corrected, published");
      };
    }
  }

  /** An environment by name. */
  static final class OfEnvironment implements ITypeConverter<Environment> {

    @Override
    public Environment convert(String value) {
      return switch (value) {
        case "dilemma" -> PrisonersDilemma.classic();
        case "contextual" -> ContextualPrisonersDilemma.paper();
        case "contextual-baseline" -> ContextualPrisonersDilemma.baseline();
        case "parity" -> ParityDilemma.standard();
        default -> throw unknown(value, "dilemma, contextual, contextual-baseline, parity");
      };
    }
  }

  /** A data set by name, with what it needs behind a colon. */
  static final class OfDataset implements ITypeConverter<Dataset> {

    private static final String KNOWN =
        "digits, mnist:DIR, mnist-train:DIR, mnist-test:DIR, signals:CLASSES,DIMENSIONS";

    @Override
    public Dataset convert(String value) {
      if (value.equals("digits")) {
        return Digits.embedded();
      }
      int colon = value.indexOf(':');
      String rest = value.substring(colon + 1);
      if (colon < 0 || rest.isBlank()) {
        throw unknown(value, KNOWN);
      }
      return switch (value.substring(0, colon)) {
        case "mnist" -> Mnist.at(rest);
        case "mnist-train" -> Mnist.at(rest).train();
        case "mnist-test" -> Mnist.at(rest).test();
        case "signals" -> signals(value, rest.split(",", -1));
        default -> throw unknown(value, KNOWN);
      };
    }

    private static Dataset signals(String value, String[] sizes) {
      try {
        if (sizes.length == 2) {
          return Signals.of(Integer.parseInt(sizes[0].strip()), Integer.parseInt(sizes[1].strip()));
        }
      } catch (NumberFormatException e) {
        // Told below, like any other text that is not two whole numbers.
      } catch (SettingException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
      throw unknown(value, "signals:CLASSES,DIMENSIONS, such as signals:10,64");
    }
  }

  /** Two numbers with a comma between. */
  static final class OfPair implements ITypeConverter<Pair> {

    @Override
    public Pair convert(String value) {
      String[] parts = value.split(",", -1);
      try {
        if (parts.length == 2) {
          return new Pair(
              Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
        }
      } catch (NumberFormatException e) {
        // Told below, like any other text that is not two numbers.
      }
      throw unknown(value, "two numbers with a comma between, such as 0.1,0.1");
    }
  }

  private static TypeConversionException unknown(String value, String allowed) {
    return new TypeConversionException("got '" + value + "', allowed: " + allowed);
  }
}
