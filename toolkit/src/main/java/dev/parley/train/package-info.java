/**
 * One experiment from start to end: the plan, the round loop over a {@link
 * dev.parley.train.Learner}, the finished {@link dev.parley.train.Run}, and where its numbers came
 * from.
 */
@NullMarked
package dev.parley.train;

import org.jspecify.annotations.NullMarked;
