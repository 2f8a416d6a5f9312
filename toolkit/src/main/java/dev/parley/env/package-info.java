/** Games and environments: plain arrays in and out, no native code. */
@NullMarked
package dev.parley.env;

import org.jspecify.annotations.NullMarked;
