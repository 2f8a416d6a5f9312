/** Measures of finished data: pure functions of recorded arrays. */
@NullMarked
package dev.parley.analysis;

import org.jspecify.annotations.NullMarked;
