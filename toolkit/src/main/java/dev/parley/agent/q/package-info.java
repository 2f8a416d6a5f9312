/** Recurrent Q-learning: independent (IQL), RIAL and DIAL. */
@NullMarked
package dev.parley.agent.q;

import org.jspecify.annotations.NullMarked;
