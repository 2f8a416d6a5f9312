/** What measures the engine from inside: no type of ND4J leaves this package here either. */
@NullMarked
package dev.parley.tensor;

import org.jspecify.annotations.NullMarked;
