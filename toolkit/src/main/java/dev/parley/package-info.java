/** The door: {@link dev.parley.Experiment}. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
