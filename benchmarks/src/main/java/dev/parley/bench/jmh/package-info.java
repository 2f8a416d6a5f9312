/** JMH suites: whole training steps, and single operations of the engine. */
@NullMarked
package dev.parley.bench.jmh;

import org.jspecify.annotations.NullMarked;
