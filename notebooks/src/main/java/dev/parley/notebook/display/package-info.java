/** What results look like in a notebook, and the line that moves while they are made. */
@NullMarked
package dev.parley.notebook.display;

import org.jspecify.annotations.NullMarked;
