/** The toolkit in a Jupyter notebook. */
@NullMarked
package dev.parley.notebook;

import org.jspecify.annotations.NullMarked;
