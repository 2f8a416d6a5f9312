/** Notebooks run without Jupyter and without Python. */
@NullMarked
package dev.parley.notebook.run;

import org.jspecify.annotations.NullMarked;
