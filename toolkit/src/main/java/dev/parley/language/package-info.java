/** What agents say to each other, and what it comes to. */
@NullMarked
package dev.parley.language;

import org.jspecify.annotations.NullMarked;
