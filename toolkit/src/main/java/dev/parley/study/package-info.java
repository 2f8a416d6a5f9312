/**
 * Many runs: sweeps, ablations, comparisons over any plan, where they run, and what they tell
 * together.
 */
@NullMarked
package dev.parley.study;

import org.jspecify.annotations.NullMarked;
