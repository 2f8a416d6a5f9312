/**
 * Labelled images and signals as plain arrays. A {@link dev.parley.datasets.Dataset} describes
 * where they come from and is part of an experiment's plan; {@link dev.parley.datasets.Samples} are
 * the numbers.
 *
 * <p>{@link dev.parley.datasets.Manifest} is the one table of the files that come from elsewhere.
 */
@NullMarked
package dev.parley.datasets;

import org.jspecify.annotations.NullMarked;
