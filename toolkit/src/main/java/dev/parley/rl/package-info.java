/** Losses of reinforcement learning, as functions of recorded tensors; no state. */
@NullMarked
package dev.parley.rl;

import org.jspecify.annotations.NullMarked;
