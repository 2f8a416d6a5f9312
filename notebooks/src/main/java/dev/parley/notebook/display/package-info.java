/** How results of the toolkit look in a notebook. */
@NullMarked
package dev.parley.notebook.display;

import org.jspecify.annotations.NullMarked;
