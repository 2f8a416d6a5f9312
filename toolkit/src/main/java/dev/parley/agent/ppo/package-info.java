/** PPO (Schulman et al., 2017) for agents that act and talk in games of several steps. */
@NullMarked
package dev.parley.agent.ppo;

import org.jspecify.annotations.NullMarked;
