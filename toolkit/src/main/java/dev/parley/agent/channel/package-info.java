/**
 * What a message goes through between agents, as recorded functions without state: how real numbers
 * or preferences become a signal, and what gradient comes back. Noise is handed in, see {@link
 * dev.parley.tensor.Noise}.
 */
@NullMarked
package dev.parley.agent.channel;

import org.jspecify.annotations.NullMarked;
