/** What the benchmarks read of AIM where its own package keeps it to itself. */
@NullMarked
package dev.parley.agent.aim;

import org.jspecify.annotations.NullMarked;
