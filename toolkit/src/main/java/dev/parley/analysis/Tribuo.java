package dev.parley.analysis;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** What every use of Tribuo needs: data sets, and its log kept to warnings. */
final class Tribuo {

  /** Held here: a logger that nobody holds forgets its level. */
  private static final Logger QUIET = Logger.getLogger("org.tribuo");

  private Tribuo() {}

  /** Keeps Tribuo to warnings, unless its log was set to something already. */
  static void quieten() {
    synchronized (QUIET) {
      if (QUIET.getLevel() == null) {
        QUIET.setLevel(Level.WARNING);
      }
    }
  }

  static <T extends Output<T>> MutableDataset<T> data(
      List<Example<T>> examples, OutputFactory<T> outputs) {
    return new MutableDataset<>(
        examples, new SimpleDataSourceProvenance("arrays", outputs), outputs);
  }
}
