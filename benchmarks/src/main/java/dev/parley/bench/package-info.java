/**
 * The command {@code ./parley bench}: runs Parley and its peers in turn, compares, and writes it
 * down.
 */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
