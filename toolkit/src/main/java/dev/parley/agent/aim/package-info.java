/** AIM: two agents that talk in the codes of a shared codebook (arXiv 2507.10566). */
@NullMarked
package dev.parley.agent.aim;

import org.jspecify.annotations.NullMarked;
