/**
 * What every algorithm that learns a policy by its gradient can be told to prefer: messages that
 * tell, and listeners that mind them.
 */
@NullMarked
package dev.parley.agent.bias;

import org.jspecify.annotations.NullMarked;
