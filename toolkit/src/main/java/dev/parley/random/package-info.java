/**
 * Randomness: one root seed, named streams, generators whose state can be read. Needs the JDK
 * alone.
 */
@NullMarked
package dev.parley.random;

import org.jspecify.annotations.NullMarked;
