/** Parts of networks that learn: layers, their initial values, losses, optimisers and schedules. */
@NullMarked
package dev.parley.nn;

import org.jspecify.annotations.NullMarked;
