/**
 * What was said in training and what it comes to: the log that a learner fills, a sample of all of
 * training, the lexicon that is read off it or off a file, and the audit.
 */
@NullMarked
package dev.parley.language;

import org.jspecify.annotations.NullMarked;
