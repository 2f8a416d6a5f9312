package dev.parley.train;

import java.util.List;

/**
 * Records that an archive may name: plans, environments, data sets, and what else is the value of a
 * setting of an abstract type. Found by {@link java.util.ServiceLoader}, so that a researcher's own
 * are as good as the toolkit's.
 *
 * <p>Such a record is public, and so is its canonical constructor, which checks its values. Its
 * components are numbers, truth values, texts, paths, enums, records of these, and lists and maps
 * by name of any of them. A component of a type that is itself a record or an enum needs no entry
 * here.
 */
public interface Catalogue {

  /** The records; no two of all catalogues have the same simple name. */
  List<Class<? extends Record>> records();
}
