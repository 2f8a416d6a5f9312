/**
 * What agents of games of several steps have in common, whichever algorithm they learn by: who sits
 * where, how a batch of episodes is played, what is said and what it is worth.
 */
@NullMarked
package dev.parley.agent.play;

import org.jspecify.annotations.NullMarked;
